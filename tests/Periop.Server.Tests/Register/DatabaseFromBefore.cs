using Microsoft.Extensions.Time.Testing;
using Npgsql;
using Periop.Server.Board;
using Periop.Server.Register;
using Xunit;

namespace Periop.Server.Tests.Register;

/// <summary>
/// A database that a release from before there were versions has filled: three cases with devices, one taken out, and a recall. The file
/// is its dump. Its register is the first version, without a table that says so.
/// </summary>
public sealed class DatabaseFromBefore(TestDatabases databases) : IAsyncLifetime
{
    static readonly Guid CaseId = new("0198d2f0-6f5a-7c3e-9a41-5d2b7c1e8f40"), Device = new("0198d2f4-11a0-7d52-8c6f-2f7b90a1c3d3");

    readonly NextRegister second = new(2);
    string connectionString = "";

    public async ValueTask InitializeAsync()
    {
        var file = Path.Combine(Repository.Root, "tests", "Periop.Server.Tests", "Golden", "register", "before_versions.sql");
        connectionString = await databases.RestoreAsync(await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken));
    }

    public ValueTask DisposeAsync()
    {
        second.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task The_present_release_answers_from_it_and_goes_on_where_it_stood()
    {
        await using var host = await StartAsync(RegisterVersion.Shipped);
        var hospital = new TestHospital(host, "general");
        await HasAsync(hospital, "in-place in-place in-place removed wasted");
        await new TestCase(hospital, CaseId).RemovedAsync(Device);
        await HasAsync(hospital, "in-place in-place removed removed wasted");
    }

    [Fact]
    public async Task Another_version_is_built_beside_it_and_it_is_dropped_when_that_answers()
    {
        await using var host = await StartAsync(second.Version);
        var hospital = new TestHospital(host, "general");
        try
        {
            Assert.Equal(1, (await HasAsync(hospital, "in-place in-place in-place removed wasted")).Json["engine"]!.GetValue<int>());
            await new TestCase(hospital, CaseId).RemovedAsync(Device);
        }
        finally
        {
            second.Build();
        }

        Assert.Equal(2, (await HasAsync(hospital, "in-place in-place removed removed wasted")).Json["engine"]!.GetValue<int>());
        await host.SqlAsync($"update {RegisterSwitch.FullName} set since = since - interval '1 hour'");
        await using var database = NpgsqlDataSource.Create(connectionString);
        Assert.Equal("Version 1 of the register is dropped; version 2 answers.",
            await new RegisterUpgrade(database, second.Version).GoOnAsync(TestContext.Current.CancellationToken));
        await HasAsync(hospital, "in-place in-place removed removed wasted");
    }

    /// <summary>The cards of the release before cannot say when a patient came in; nor would they until the case changes.</summary>
    [Fact]
    public async Task The_board_is_worked_out_anew_and_its_version_before_is_dropped()
    {
        await using var host = await StartAsync(RegisterVersion.Shipped);
        var hospital = new TestHospital(host, "general");
        var board = await Eventually.BecomesAsync(
            () => hospital.Display.GetAsync("/api/board"), b => b.Is(200).Header("Periop-Behind") == "0", "the board has caught up");
        var inside = board.Json["rooms"]!.AsArray().SelectMany(r => r!["cases"]!.AsArray()).ToArray();
        Assert.Equal(3, inside.Length);
        Assert.All(inside, shown => Assert.NotNull(shown!["enteredAt"]));

        Assert.Equal(true, await host.SqlAsync("select to_regclass('periop.mt_doc_boardcard') is not null"));
        await using var database = NpgsqlDataSource.Create(connectionString);
        Assert.EndsWith("Version 1 is dropped.", await new BoardUpgrade(database).GoOnAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Equal(true, await host.SqlAsync("select to_regclass('periop.mt_doc_boardcard') is null and to_regclass('periop.halted_board') is null"));
        var shownStill = (await hospital.Display.GetAsync("/api/board")).Is(200);
        Assert.Equal(board.Text, shownStill.Text);
    }

    async Task<PeriopHost> StartAsync(RegisterVersion register)
    {
        var host = new PeriopHost(databases) { Register = register, Clock = new FakeTimeProvider(new DateTimeOffset(2026, 11, 26, 6, 0, 0, TimeSpan.Zero)) };
        await host.StartAsync(connectionString);
        return host;
    }

    /// <summary>What became of the devices, in alphabetical order.</summary>
    static Task<Answer> HasAsync(TestHospital hospital, string statuses) => Eventually.BecomesAsync(
        () => hospital.Quality.GetAsync("/api/implants"),
        a => a.Status == 200 && string.Join(' ', a.Items.Select(i => i.Text("status")).Order(StringComparer.Ordinal)) == statuses, statuses);
}
