using Npgsql;
using Periop.Server.Register;
using Xunit;

namespace Periop.Server.Tests.Register;

/// <summary>What <c>migrate</c> says and does about the register, before a rollout, after it, and after it was taken back.</summary>
public sealed class UpgradeByMigrate(TestDatabases databases) : Rollout(databases)
{
    const string Node = "event-subscriptions://marten/main/localhost.periop/register/all/v";

    static readonly string OldNode = $"{Node}{OldVersion}", NewNode = $"{Node}{NewVersion}";
    static readonly string OldImplants = RegisterTable.Implants.NameIn(OldVersion);

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await StartNewAsync();
    }

    [Fact]
    public async Task Before_the_new_version_answers_it_says_how_far_it_is_and_keeps_the_old()
    {
        var last = await Old.SqlAsync("select max(seq_id) from periop_events.mt_events");
        var said = await MigratedAsync();
        Assert.StartsWith($"Version {NewVersion} of the register: 0 of {last} entries are worked out.", said, StringComparison.Ordinal);
        Assert.Contains($"Until then version {OldVersion} answers.", said, StringComparison.Ordinal);
        Assert.True(await StandsAsync());
    }

    [Fact]
    public async Task While_a_node_of_the_release_before_is_there_its_version_is_kept()
    {
        await BuiltAsync();
        await NodeAsync(OldNode);
        await NodeAsync(NewNode);
        Assert.Equal(
            $"Version {OldVersion} of the register is kept: a node of the release before runs, or did a moment ago. Run migrate again.",
            await MigratedAsync());
        Assert.True(await StandsAsync());
    }

    [Fact]
    public async Task When_none_is_left_tables_and_position_of_the_old_version_are_dropped_together()
    {
        await BuiltAsync();
        await Old.StopAsync();
        await NodeAsync(NewNode);
        Assert.Equal($"Version {OldVersion} of the register is dropped; version {NewVersion} answers.", await MigratedAsync());
        Assert.False(await StandsAsync());
        Assert.Equal($"Version {NewVersion} of the register", (await MigratedAsync())[..25]);
        Assert.Equal(NewVersion, EngineOf(await LedgerAsync(There)));
    }

    [Fact]
    public async Task Right_after_the_switch_the_old_version_is_kept_for_who_found_it_just_before()
    {
        await BuiltAsync();
        await Old.SqlAsync("update periop_register.versions set since = clock_timestamp() + interval '1 hour'");
        Assert.Contains("has answered for less than 1 minute", await MigratedAsync(), StringComparison.Ordinal);
        Assert.True(await StandsAsync());
    }

    [Fact]
    public async Task A_drop_does_not_wait_behind_a_long_answer()
    {
        await BuiltAsync();
        await Old.StopAsync();
        await using (var reader = new NpgsqlConnection(Old.ConnectionString))
        {
            await reader.OpenAsync(Cancellation);
            await using var transaction = await reader.BeginTransactionAsync(Cancellation);
            await using var question = new NpgsqlCommand($"select count(*) from {OldImplants}", reader);
            await question.ExecuteScalarAsync(Cancellation);
            Assert.Equal($"Version {OldVersion} of the register is kept: somebody reads it. Run migrate again.", await MigratedAsync());
        }

        Assert.Contains("is dropped", await MigratedAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_view_on_an_old_table_keeps_it()
    {
        await BuiltAsync();
        await Old.StopAsync();
        await Old.SqlAsync($"create view public.devices as select * from {OldImplants}");
        Assert.Contains("is kept: something else rests on its tables", await MigratedAsync(), StringComparison.Ordinal);
        Assert.True(await StandsAsync());
    }

    /// <summary>What others have built on the views stands, and says what the new version says.</summary>
    [Fact]
    public async Task The_views_for_readers_are_moved_with_what_rests_on_them()
    {
        await Databases.AsRoleAsync(Old.ConnectionString, "reader_throughout");
        await Old.SqlAsync("insert into periop_register.readers values ('reader_throughout', $1)", Hospital.Id);
        Assert.Contains("Until then", await MigratedAsync(), StringComparison.Ordinal);
        await Old.SqlAsync("create view public.makers as select manufacturer from periop_bi.implants where to_seq is null");
        await Old.SqlAsync("grant select on public.makers to reader_throughout");
        Assert.Equal("Acme", await ReadAsync("select max(manufacturer) from public.makers"));
        await BuiltAsync();
        await Old.StopAsync();
        Assert.Contains("is dropped", await MigratedAsync(), StringComparison.Ordinal);
        Assert.Equal("ACME", await ReadAsync("select max(manufacturer) from public.makers"));
        Assert.Equal(2L, await ReadAsync("select count(*) from periop_bi.incisions where to_seq is null"));
    }

    [Fact]
    public async Task After_a_rollback_the_old_version_answers_again_until_the_new_one_has_caught_up()
    {
        await BuiltAsync();
        await RolledBackAsync(runOnBy: 5000);
        Assert.Contains($"It had answered before version {OldVersion} was gone back to.", await MigratedAsync(), StringComparison.Ordinal);
        Assert.Equal(true, await Old.SqlAsync($"select pg_get_viewdef('periop_bi.implants'::regclass) like '%implants_v{OldVersion}%'"));
        await New.StartAsync(Old.ConnectionString);
        Assert.Equal(OldVersion, EngineOf(await LedgerAsync(There)));
    }

    [Theory]
    [InlineData(500, false)]
    [InlineData(5000, true)]
    public async Task The_switch_stays_where_the_old_version_is_hardly_ahead_or_a_node_goes_on_with_the_new(int runOnBy, bool newNode)
    {
        await BuiltAsync();
        await RolledBackAsync(runOnBy);
        await NodeAsync(OldNode);
        if (newNode)
            await NodeAsync(NewNode);
        Assert.Contains("is kept: a node", await MigratedAsync(), StringComparison.Ordinal);
        Assert.Equal(1L, await Old.SqlAsync($"select count(*) from periop_register.versions where version = {NewVersion}"));
    }

    /// <summary>As the role of a reader of the hospital sees it.</summary>
    async Task<object?> ReadAsync(string question)
    {
        await using var connection = new NpgsqlConnection(await Databases.AsRoleAsync(Old.ConnectionString, "reader_throughout"));
        await connection.OpenAsync(Cancellation);
        await using var command = new NpgsqlCommand(question, connection);
        return await command.ExecuteScalarAsync(Cancellation);
    }

    /// <summary>As if the servers of the new release had been stopped for so many entries, which only those of the old have worked out.</summary>
    async Task RolledBackAsync(int runOnBy)
    {
        await New.StopAsync();
        await Old.StopAsync();
        await Old.SqlAsync(
            "update periop_events.mt_event_progression set last_seq_id = last_seq_id + $1 where name = $2", (long)runOnBy, RegisterVersion.ShardOf(OldVersion));
    }

    async Task<bool> StandsAsync() => await Old.SqlAsync($"select to_regclass('{OldImplants}') is not null") is true
        && await Old.SqlAsync("select count(*) from periop_events.mt_event_progression where name = $1", RegisterVersion.ShardOf(OldVersion)) is 1L;

    Task NodeAsync(string capability) => Old.SqlAsync(
        "insert into wolverine.wolverine_nodes (id, description, uri, capabilities) "
        + "values (gen_random_uuid(), 'a node', 'tcp://localhost:1', array[$1])", capability);
}
