using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using Periop.Server.Access;
using Xunit;

namespace Periop.Server.Tests;

/// <summary>Requests of nobody that is known, counted.</summary>
public sealed class RefusedRequestsTests : IDisposable
{
    readonly FakeTimeProvider clock = new();
    readonly SaidInTheLog said = new();
    readonly LoggerFactory logs;
    readonly ServiceProvider services = new ServiceCollection().AddMetrics().BuildServiceProvider();

    public RefusedRequestsTests() => logs = new LoggerFactory([said]);

    public void Dispose()
    {
        logs.Dispose();
        services.Dispose();
        said.Dispose();
    }

    [Fact]
    public async Task A_line_a_minute_says_how_many_came_from_an_origin()
    {
        using var refused = await StartedAsync();
        foreach (var origin in new[] { "192.0.2.1", "192.0.2.2", "192.0.2.1" })
            refused.Count(origin);
        clock.Advance(TimeSpan.FromMinutes(1));
        await Eventually.BecomesAsync(() => Task.FromResult(Lines()), lines => lines.Count == 2, "both origins are told");
        Assert.Equal(["1 requests from 192.0.2.2", "2 requests from 192.0.2.1"], Lines().Select(line => line[..25].TrimEnd()).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task However_many_origins_there_are_a_thousand_are_told_apart()
    {
        using var refused = await StartedAsync();
        for (var i = 0; i < 3000; i++)
            refused.Count($"origin-{i}");
        refused.Count("origin-7");
        clock.Advance(TimeSpan.FromMinutes(1));
        await Eventually.BecomesAsync(() => Task.FromResult(Lines()), lines => lines.Count == 1001, "a thousand and the others are told");
        Assert.Contains(Lines(), line => line.StartsWith("2000 requests from others", StringComparison.Ordinal));
        Assert.Contains(Lines(), line => line.StartsWith("2 requests from origin-7 ", StringComparison.Ordinal));
    }

    IReadOnlyList<string> Lines() => said.Of<RefusedRequests>();

    async Task<RefusedRequests> StartedAsync()
    {
        var refused = new RefusedRequests(clock, services.GetRequiredService<IMeterFactory>(), new Logger<RefusedRequests>(logs));
        await refused.StartAsync(TestContext.Current.CancellationToken);
        return refused;
    }
}
