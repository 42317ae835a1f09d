using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using Periop.Server.Board;
using Periop.Server.Hospitals;
using Xunit;

namespace Periop.Server.Tests;

/// <summary>The line over which a node hears that a board has changed.</summary>
public sealed class BoardLines(PeriopHost host) : IClassFixture<PeriopHost>
{
    [Fact]
    public async Task A_line_that_has_died_without_a_word_is_given_up()
    {
        var access = new NpgsqlConnectionStringBuilder(host.ConnectionString);
        await using var line = new TcpLine(new Uri($"tcp://{access.Host}:{access.Port}"));
        (access.Host, access.Port, access.ApplicationName) = (line.Address.Host, line.Address.Port, "listener");
        (access.Timeout, access.CommandTimeout, access.CancellationTimeout) = (1, 5, 500);
        await using var connections = NpgsqlDataSource.Create(access.ConnectionString);
        using var feed = new BoardFeed(
            host.Services.GetRequiredService<BoardReader>(), connections, host.Services.GetRequiredService<HospitalDirectory>(), host.Clock,
            host.Services.GetRequiredService<ScreenMetrics>(), NullLogger<BoardFeed>.Instance);
        await feed.StartAsync(TestContext.Current.CancellationToken);
        var before = await Eventually.BecomesAsync(ListenerAsync, listener => listener is int, "it listens");
        line.GoDead();
        await Eventually.BecomesAsync(ListenerAsync, listener => listener is null, "it listens no more to a line that has died");
        line.Heal();
        await Eventually.BecomesAsync(ListenerAsync, listener => listener is int && !listener.Equals(before), "it listens again");
        await feed.StopAsync(TestContext.Current.CancellationToken);
    }

    Task<object?> ListenerAsync() => host.SqlAsync(
        "select pid from pg_stat_activity where application_name = 'listener' and state = 'idle' and (query like 'listen%' or query = 'select 1')");
}
