using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Xunit;

namespace Periop.Server.Tests.Hosting;

/// <summary>A server freezes in the middle of a transaction, with its machine: its connections stay open, and nothing more comes from it.</summary>
public sealed class FrozenServers(PeriopHost host) : IClassFixture<PeriopHost>
{
    [Fact]
    public async Task What_it_holds_is_given_to_the_others_after_a_quarter_of_a_minute()
    {
        var surgicalCase = await host.NewHospital().CaseInRoomAsync();
        await using var connection = await host.Services.GetRequiredService<NpgsqlDataSource>().OpenConnectionAsync(TestContext.Current.CancellationToken);
        await connection.BeginTransactionAsync(TestContext.Current.CancellationToken);
        await using var hold = new NpgsqlCommand("select version from periop_events.mt_streams where id = $1 for update", connection)
        { Parameters = { new() { Value = surgicalCase.Id } } };
        Assert.NotNull(await hold.ExecuteScalarAsync(TestContext.Current.CancellationToken));
        await surgicalCase.RecordedAsync("addenda", new { text = "after it was given up" });
        var awake = await Assert.ThrowsAsync<PostgresException>(() => hold.ExecuteScalarAsync(TestContext.Current.CancellationToken));
        Assert.Equal("25P03", awake.SqlState);       // idle in a transaction for too long
    }

    /// <summary>Whether a machine has lost its power cannot be tried here.</summary>
    [Theory]
    [InlineData("tcp_keepalives_idle", "5")]
    [InlineData("tcp_keepalives_interval", "5")]
    [InlineData("tcp_keepalives_count", "2")]
    public async Task Its_machine_is_asked_for_signs_of_life(string setting, string value)
    {
        await using var show = host.Services.GetRequiredService<NpgsqlDataSource>().CreateCommand($"show {setting}");
        Assert.Equal(value, await show.ExecuteScalarAsync(TestContext.Current.CancellationToken));
    }
}
