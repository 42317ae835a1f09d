using System.Globalization;
using System.Net.Sockets;
using System.Text;
using Xunit;

namespace Periop.Server.Tests.BadInput;

/// <summary>What is no request, or a larger one than is taken: judged by the server itself, before the program sees it.</summary>
public sealed class OnTheWire(OnTheWire.ListeningHost listening) : IClassFixture<OnTheWire.ListeningHost>
{
    readonly PeriopHost host = listening.Host;
    readonly TestHospital hospital = listening.Host.NewHospital();

    [Fact]
    public async Task Whatever_comes_over_the_line_has_an_answer_that_says_what_is_wrong_or_none_of_the_record()
    {
        foreach (var (what, request, statuses) in new (string, string, int[])[]
        {
            ("an address of 9 KB", $"GET /api/cases?q={new string('x', 9000)} HTTP/1.1\r\nHost: h\r\n\r\n", [414]),
            ("a header of 40 KB", $"GET /api/cases HTTP/1.1\r\nHost: h\r\nX-Long: {new string('x', 40_000)}\r\n\r\n", [431]),
            ("two hundred headers", $"GET /api/cases HTTP/1.1\r\nHost: h\r\n{string.Concat(Enumerable.Range(0, 200).Select(i => $"X-{i}: 1\r\n"))}\r\n", [431]),
            ("NUL in a header", "GET /api/cases HTTP/1.1\r\nHost: h\r\nX-A: a\0b\r\n\r\n", [400]),
            ("NUL in a path", "GET /api/cases/%00 HTTP/1.1\r\nHost: h\r\n\r\n", [400, 401]),
            ("NUL in an address", "GET /api/ca\0ses HTTP/1.1\r\nHost: h\r\n\r\n", [400]),
            ("half of a code in a path", "GET /api/cases/%F0%9 HTTP/1.1\r\nHost: h\r\n\r\n", [400, 401]),
            ("a way out of the folder", "GET /../../etc/passwd HTTP/1.1\r\nHost: h\r\n\r\n", [400, 302, 404]),
            ("no host", "GET /api/cases HTTP/1.1\r\n\r\n", [400]),
            ("two hosts", "GET /api/cases HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n", [400]),
            ("two lengths", "POST /api/cases HTTP/1.1\r\nHost: h\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n{}", [400]),
            ("a length below nothing", "POST /api/cases HTTP/1.1\r\nHost: h\r\nContent-Length: -1\r\n\r\n{}", [400]),
            ("a length and pieces", "POST /api/cases HTTP/1.1\r\nHost: h\r\nContent-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", [400, 401]),
            ("a word of another protocol", "HELO periop\r\n\r\n", [400]),
            ("a method of nobody", "NOBODYS /api/cases HTTP/1.1\r\nHost: h\r\n\r\n", [401, 405]),
        })
        {
            var answer = await SayAsync(request);
            Assert.True(statuses.Contains(StatusOf(answer)), $"{what}: {answer}");
            Assert.DoesNotContain("Periop.Server", answer, StringComparison.Ordinal);
        }

        (await hospital.Nurse.GetAsync("/api/cases")).Is(200);
    }

    [Theory]
    [InlineData("POST /api/cases", "application/json", 64 * 1024)]
    [InlineData("POST /api/imports/cases", "text/csv", 32 * 1024 * 1024)]
    [InlineData("PUT /api/audit/second-sources/coding", "text/csv", 8 * 1024 * 1024)]
    public async Task A_body_over_its_limit_is_refused_without_being_awaited(string operation, string type, int limit)
    {
        var answer = await SayAsync(Announcing(operation, type, limit + 1, hospital.Token("scheduler", "quality")));
        Assert.Equal(413, StatusOf(answer));
        Assert.Contains("\r\nContent-Type: application/problem+json", answer, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("scheduler", 413)]
    [InlineData("display", 403)]
    public async Task Whoever_sends_more_than_is_read_is_told_that_the_line_ends(string role, int status)
    {
        var answer = await SayAsync(Announcing("POST /api/cases", "application/json", 100 * 1024, hospital.Token(role)));
        Assert.Equal(status, StatusOf(answer));
        Assert.Contains("\r\nConnection: close\r\n", answer, StringComparison.Ordinal);
    }

    /// <summary>All of a request but its body.</summary>
    static string Announcing(string operation, string type, int length, string token) =>
        $"{operation} HTTP/1.1\r\nHost: h\r\nAuthorization: Bearer {token}\r\nContent-Type: {type}\r\nContent-Length: {length}\r\n\r\n";

    /// <summary>Says something on a line of its own, and hears the beginning of the answer.</summary>
    async Task<string> SayAsync(string request)
    {
        using var line = new TcpClient();
        await line.ConnectAsync(host.Client.BaseAddress!.Host, host.Client.BaseAddress.Port, TestContext.Current.CancellationToken);
        await using var stream = line.GetStream();
        await stream.WriteAsync(Encoding.Latin1.GetBytes(request), TestContext.Current.CancellationToken);
        var (buffer, heard) = (new byte[16 * 1024], 0);
        while (heard < buffer.Length && !Encoding.Latin1.GetString(buffer, 0, heard).Contains("\r\n\r\n", StringComparison.Ordinal)
            && await stream.ReadAsync(buffer.AsMemory(heard), TestContext.Current.CancellationToken) is > 0 and var more)
            heard += more;
        return Encoding.Latin1.GetString(buffer, 0, heard);
    }

    static int StatusOf(string answer) =>
        answer.Split(' ') is ["HTTP/1.1", var status, ..] && int.TryParse(status, CultureInfo.InvariantCulture, out var code) ? code : 0;

    /// <summary>A host with a line that anybody can speak on.</summary>
    public sealed class ListeningHost(TestDatabases databases) : IAsyncLifetime
    {
        public PeriopHost Host { get; } = new(databases) { Listens = true, Hospitals = 20 };

        public ValueTask InitializeAsync() => Host.InitializeAsync();

        public ValueTask DisposeAsync() => Host.DisposeAsync();
    }
}
