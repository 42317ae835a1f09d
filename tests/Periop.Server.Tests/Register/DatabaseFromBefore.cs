using Microsoft.Extensions.Time.Testing;
using Npgsql;
using Periop.Domain.Register;
using Periop.Server.Board;
using Periop.Server.Register;
using Xunit;

namespace Periop.Server.Tests.Register;

/// <summary>
/// Databases that a release before has filled: with cases and their devices, one taken out, and a recall. The files are their dumps.
/// </summary>
public sealed class DatabaseFromBefore(TestDatabases databases)
{
    static readonly Guid CaseId = new("0198d2f0-6f5a-7c3e-9a41-5d2b7c1e8f40"), Device = new("0198d2f4-11a0-7d52-8c6f-2f7b90a1c3d3");

    /// <summary>What became of the devices by the third version, in alphabetical order.</summary>
    const string Devices = "in-place in-place in-place partly-removed removed removed wasted";

    [Fact]
    public async Task The_present_release_builds_its_own_beside_it_and_drops_it_when_that_answers()
    {
        await using var host = await StartAsync("version_3", RegisterVersion.Shipped);
        var hospital = new TestHospital(host, "general");
        await HasAsync(hospital, Devices);
        await new TestCase(hospital, CaseId).RemovedAsync(Device);
        var promptly = (await hospital.AskedAsync("/api/audit/record-keeping?metric=prompt-recording")).Json["groups"]![0]!["shares"]!.AsArray();
        Assert.Equal(
            ["room-entry", "anesthesia-start", "induction", "position", "skin-prep", "time-out", "incision", "closure", "dressing", "sign-out", "room-exit"],
            promptly.Where(s => s!["how"]!["not-recorded"] is null && s["denominator"]!.GetValue<int>() > 0).Select(s => s!.Text("of")));
        const string afterwards = "in-place in-place partly-removed removed removed removed wasted";
        Assert.Equal(4, (await HasAsync(hospital, afterwards)).Json["engine"]!.GetValue<int>());
        await host.SqlAsync($"update {RegisterSwitch.FullName} set since = since - interval '1 hour'");
        await using var database = NpgsqlDataSource.Create(host.ConnectionString);
        Assert.Equal("Version 3 of the register is dropped; version 4 answers.",
            await new RegisterUpgrade(database, RegisterVersion.Shipped).GoOnAsync(TestContext.Current.CancellationToken));
        await HasAsync(hospital, afterwards);
    }

    /// <summary>Built slowly: meanwhile today's questions are asked of the third version's rows, its recalls and its facts among them.</summary>
    [Fact]
    public async Task While_it_is_built_the_version_before_answers_with_its_recalls_and_its_flags()
    {
        using var mayBuild = new ManualResetEventSlim();
        await using var host = await StartAsync("version_3", RegisterVersion.Shipped with
        {
            Parts =
            [
                RegisterRows.Devices with
                {
                    Of = surgicalCase =>
                    {
                        mayBuild.Wait(TimeSpan.FromMinutes(1));
                        return RegisterRows.Devices.Of(surgicalCase);
                    },
                },
            ],
        });
        try
        {
            var hospital = new TestHospital(host, "general");
            var before = await HasAsync(hospital, Devices);
            Assert.Equal(3, before.Json["engine"]!.GetValue<int>());
            Assert.Equal(2, before.Items.Count(i => i!["recalled"]!.GetValue<bool>()));
            foreach (var question in new[]
            {
                "?gtin=51022222233336", "?lot=A1", "?serial=7", "?reference=R-5", "?manufacturer=Acme", "?gtin=51022222233336&lot=B2&serial=7",
            })
                (await hospital.Quality.GetAsync($"/api/implants{question}")).Is(200);
            foreach (var question in new[]
            {
                "register/deviations", "register/corrections", "register/complications", "audit/times?metric=cut-to-close", "audit/definitions",
                "audit/rates?definition=dural-tear", "audit/record-keeping?metric=stops-overridden", "audit/benefits?measure=pain",
            })
                Assert.Contains("\"engine\":3", (await hospital.Quality.GetAsync($"/api/{question}")).Is(200).Text, StringComparison.Ordinal);
            (await hospital.Quality.GetAsync("/api/audit/record-keeping?metric=prompt-recording")).IsProblem(503, "not-settled");
            foreach (var caseId in before.Items.Select(i => i.Text("caseId")).Distinct())
                (await hospital.Quality.GetAsync($"/api/cases/{caseId}")).Is(200);
            (await hospital.Display.GetAsync("/api/board")).Is(200);
            (await hospital.Quality.GetAsync("/api/implants/recalls/campaigns")).Is(200);
        }
        finally
        {
            mayBuild.Set();
        }
    }

    /// <summary>The cards of the release before cannot say when a patient came in; nor would they until the case changes.</summary>
    [Fact]
    public async Task The_board_is_worked_out_anew_and_its_version_before_is_dropped()
    {
        await using var host = await StartAsync("before_versions", RegisterVersion.Shipped);
        var hospital = new TestHospital(host, "general");
        var board = await Eventually.BecomesAsync(
            () => hospital.Display.GetAsync("/api/board"), b => b.Is(200).Header("Periop-Behind") == "0", "the board has caught up");
        var inside = board.Json["rooms"]!.AsArray().SelectMany(r => r!["cases"]!.AsArray()).ToArray();
        Assert.Equal(3, inside.Length);
        Assert.All(inside, shown => Assert.NotNull(shown!["enteredAt"]));

        Assert.Equal(true, await host.SqlAsync("select to_regclass('periop.mt_doc_boardcard') is not null"));
        await using var database = NpgsqlDataSource.Create(host.ConnectionString);
        Assert.EndsWith("Version 1 is dropped.", await new BoardUpgrade(database).GoOnAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Equal(true, await host.SqlAsync("select to_regclass('periop.mt_doc_boardcard') is null and to_regclass('periop.halted_board') is null"));
        var shownStill = (await hospital.Display.GetAsync("/api/board")).Is(200);
        Assert.Equal(board.Text, shownStill.Text);
    }

    async Task<PeriopHost> StartAsync(string dump, RegisterVersion register)
    {
        var file = Path.Combine(Repository.Root, "tests", "Periop.Server.Tests", "Golden", "register", $"{dump}.sql");
        var connectionString = await databases.RestoreAsync(await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken));
        var host = new PeriopHost(databases) { Register = register, Clock = new FakeTimeProvider(new DateTimeOffset(2026, 11, 27, 6, 0, 0, TimeSpan.Zero)) };
        await host.StartAsync(connectionString);
        return host;
    }

    static Task<Answer> HasAsync(TestHospital hospital, string statuses) => Eventually.BecomesAsync(
        () => hospital.Quality.GetAsync("/api/implants"),
        a => a.Status == 200 && string.Join(' ', a.Items.Select(i => i.Text("status")).Order(StringComparer.Ordinal)) == statuses, statuses);
}
