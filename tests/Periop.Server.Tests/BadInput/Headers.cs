using Periop.Server.Tests.Http;
using Xunit;

namespace Periop.Server.Tests.BadInput;

/// <summary>Each header that an operation reads, with what it cannot be.</summary>
public sealed class Headers(HeardHost heard) : IClassFixture<HeardHost>
{
    static readonly Dictionary<string, string[]> Unreadable = new()
    {
        ["Idempotency-Key"] = ["17", Hostile.Canary, "0198d2f0-6f5a-7c3e-9a41-5d2b7c1e8f3", "0198d2f0-6f5a-7c3e-9a41-5d2b7c1e8f30, x"],
        ["If-Match"] = ["12", "\"", "\"a\"", Hostile.Canary, "\"1\", \"2\"", "\"-1\"", "\"99999999999999999999\""],
        ["Periop-Waited"] = ["-1", "1.5", "1e3", "soon", Hostile.Canary, "99999999999999999999"],
        ["If-None-Match"] = ["12", "\"", "\"1\", x", Hostile.Canary],
    };

    /// <summary>What may be ignored, and is no fault.</summary>
    static readonly Dictionary<string, string[]> Odd = new()
    {
        ["Accept"] = ["application/xml", "a", "*/*;q=x", Hostile.Canary, "text/csv;q=0"],
        ["Last-Event-ID"] = ["x", "-1", "99999999999999999999", Hostile.Canary, "9223372036854775807"],
        ["Range"] = ["bytes=0-1", Hostile.Canary],
        ["X-Forwarded-For"] = [Hostile.Canary, "198.51.100.1, 198.51.100.2"],
        ["traceparent"] = ["00-0-0-0", Hostile.Canary],
        ["Cookie"] = ["periop=x", Hostile.Canary],
    };

    [Fact]
    public async Task A_header_that_cannot_be_read_is_answered_with_400()
    {
        var sent = 0;
        await SentAsync(Unreadable, (operation, name) => operation.Headers.Contains(name) || name == "If-None-Match", answer =>
        {
            sent++;
            Hostile.Told(answer).Is(400);
        });
        Assert.True(sent > 100, $"{sent} requests were sent.");
    }

    [Fact]
    public async Task A_header_that_says_nothing_to_us_is_no_fault_and_is_not_repeated() => await SentAsync(
        Odd, (operation, _) => operation.Method == "GET", answer =>
        {
            if (answer.Status is not (200 or 204))
                Hostile.Told(answer);
            Assert.All(answer.AllHeaders, header => Assert.DoesNotContain(Hostile.Canary, string.Concat(header), StringComparison.Ordinal));
        });

    async Task SentAsync(Dictionary<string, string[]> headers, Func<Described, string, bool> reads, Action<Answer> check)
    {
        var hostile = await Hostile.AtAsync(heard);
        await hostile.LeavesNothingAsync(async () =>
        {
            foreach (var operation in hostile.Operations.Where(o => o.Path is not ("/api/board/stream" or "/api/board/rows")))
                foreach (var (name, values) in headers.Where(header => reads(operation, header.Key)))
                    foreach (var value in values)
                    {
                        var body = operation.Takes == "application/json" ? System.Text.Encoding.UTF8.GetBytes(Hostile.BodyOf(operation).ToJsonString())
                            : operation.Takes is null ? null : "caseNumber,kind\nA 1,death\n"u8.ToArray();
                        check(await hostile.SendAsync(operation, body, "", (name, value)));
                    }
        });
    }
}
