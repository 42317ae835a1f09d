using System.Net.Sockets;
using Microsoft.AspNetCore.Hosting;
using Periop.Server.Access;
using Periop.Server.Tests;
using Xunit;

namespace Periop.Faults;

/// <summary>A screen that is connected and does not read, as one whose browser has been put to sleep.</summary>
public sealed class SlowScreens(TestDatabases databases, ITestOutputHelper output) : IAsyncLifetime
{
    const int Cases = 100, Changes = 40;

    readonly PeriopHost host = new(databases) { Hospitals = 1, Listens = true };
    readonly string socket = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():n}.periop");
    readonly SocketsHttpHandler handler = new();
    Socket? connected;

    public ValueTask InitializeAsync()
    {
        handler.ConnectCallback = ConnectAsync;
        return ValueTask.CompletedTask;
    }

    public ValueTask DisposeAsync()
    {
        handler.Dispose();
        return host.DisposeAsync();
    }

    [Fact]
    public async Task What_is_kept_for_a_screen_that_does_not_read_is_bounded_and_what_it_reads_at_last_is_the_board()
    {
        var hospital = await HospitalAsync("00:05:00");
        await using var asleep = await AsleepAsync(hospital);
        await using var awake = await EventStream.OpenAsync(hospital.Display);
        var told = 0;
        var last = Guid.Empty;
        for (var change = 1; change <= Changes; change++)
            told += await ReadAsync(awake, last = (await hospital.CaseAsync()).Id);
        var kept = await ReadAsync(asleep, last);
        output.WriteLine($"{told / 1024} KiB were told to a screen that reads, {kept / 1024} KiB were kept for the one that does not.");
        Assert.InRange(kept, 1, told / 4);
    }

    [Fact]
    public async Task A_screen_that_has_read_nothing_for_too_long_is_cut_off()
    {
        var hospital = await HospitalAsync("00:00:01");
        await using var asleep = await AsleepAsync(hospital);
        Assert.False(IsCut());
        await Eventually.BecomesAsync(
            async () =>
            {
                await hospital.CaseAsync();
                return IsCut();
            }, isCut => isCut, "it is cut off");
    }

    /// <summary>Whether the server takes nothing more over the line to the file; what it has sent still waits there. An empty line is no request.</summary>
    bool IsCut()
    {
        try
        {
            connected!.Send("\r\n"u8);
            return false;
        }
        catch (SocketException)
        {
            return true;
        }
    }

    /// <summary>
    /// One with a long list. The server listens at a file, too: there the system keeps a fixed amount for whoever does not read, and not four
    /// megabytes.
    /// </summary>
    /// <param name="unread">How long a screen may read nothing.</param>
    async Task<TestHospital> HospitalAsync(string unread)
    {
        await host.StartAsync(await databases.CopyAsync(), web =>
        {
            web.UseSetting("Board:Unread", unread);
            web.ConfigureKestrel(kestrel => kestrel.ListenUnixSocket(socket));
        });
        var hospital = host.NewHospital();
        await Parallel.ForEachAsync(
            Enumerable.Range(0, Cases), TestContext.Current.CancellationToken, async (_, _) => await hospital.CaseAsync());
        await host.CaughtUpAsync();
        return hospital;
    }

    async Task<EventStream> AsleepAsync(TestHospital hospital)
    {
        var client = new HttpClient(handler, disposeHandler: false) { BaseAddress = new Uri("http://localhost/") };
        return await EventStream.OpenAsync(new Person(client, TokenVerb.Sign(host.Configuration, ["display"], hospital.Id, "display-2")));
    }

    /// <summary>Reads until a case is there; answers how much that was.</summary>
    static async Task<int> ReadAsync(EventStream screen, Guid surgicalCase)
    {
        for (var read = 0; ;)
        {
            var data = (await screen.NextAsync()).Data.ToJsonString();
            read += data.Length;
            if (data.Contains($"{surgicalCase}", StringComparison.Ordinal))
                return read;
        }
    }

    async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellation)
    {
        var connection = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        await connection.ConnectAsync(new UnixDomainSocketEndPoint(socket), cancellation);
        connected = connection;
        return new NetworkStream(connection, ownsSocket: true);
    }
}
