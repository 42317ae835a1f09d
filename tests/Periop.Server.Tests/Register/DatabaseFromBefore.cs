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

    string connectionString = "";

    public async ValueTask InitializeAsync()
    {
        var file = Path.Combine(Repository.Root, "tests", "Periop.Server.Tests", "Golden", "register", "before_versions.sql");
        connectionString = await databases.RestoreAsync(await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken));
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task The_present_release_builds_its_own_beside_it_and_drops_it_when_that_answers()
    {
        await using var host = await StartAsync(RegisterVersion.Shipped);
        var hospital = new TestHospital(host, "general");
        await HasAsync(hospital, "in-place in-place in-place removed wasted");
        await new TestCase(hospital, CaseId).RemovedAsync(Device);
        Assert.Equal(2, (await HasAsync(hospital, "in-place in-place removed removed wasted")).Json["engine"]!.GetValue<int>());
        await host.SqlAsync($"update {RegisterSwitch.FullName} set since = since - interval '1 hour'");
        await using var database = NpgsqlDataSource.Create(connectionString);
        Assert.Equal("Version 1 of the register is dropped; version 2 answers.",
            await new RegisterUpgrade(database, RegisterVersion.Shipped).GoOnAsync(TestContext.Current.CancellationToken));
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

    /// <summary>Built slowly: meanwhile today's questions are asked of the first version's rows, its recall among them.</summary>
    [Fact]
    public async Task While_it_is_built_the_first_version_answers_with_its_recall_and_its_flags()
    {
        using var mayBuild = new ManualResetEventSlim();
        await using var host = await StartAsync(RegisterVersion.Shipped with
        {
            OfCase = surgicalCase =>
            {
                mayBuild.Wait(TimeSpan.FromMinutes(1));
                return RegisterVersion.Shipped.OfCase(surgicalCase);
            },
        });
        try
        {
            var hospital = new TestHospital(host, "general");
            var before = await HasAsync(hospital, "in-place in-place in-place removed wasted");
            Assert.Equal(1, before.Json["engine"]!.GetValue<int>());
            Assert.Contains(before.Items, i => i!["recalled"]!.GetValue<bool>());
            Assert.All(before.Items, i => Assert.Equal(i.Text("status") == "in-place", i!["inPlace"]!.GetValue<int>() > 0));
            foreach (var question in new[]
            {
                "?gtin=51022222233336", "?lot=A1", "?serial=7", "?reference=R-5", "?manufacturer=Acme", "?gtin=51022222233336&lot=B2&serial=7",
            })
                (await hospital.Quality.GetAsync($"/api/implants{question}")).Is(200);
            foreach (var caseId in before.Items.Select(i => i.Text("caseId")).Distinct())
                (await hospital.Quality.GetAsync($"/api/cases/{caseId}")).Is(200);
            (await hospital.Display.GetAsync("/api/board")).Is(200);
        }
        finally
        {
            mayBuild.Set();
        }
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
