using System.Text.Json.Nodes;
using Xunit;

namespace Periop.Server.Tests.Import;

/// <summary>An import that was wrong as a whole, before it is recorded and after.</summary>
public sealed class TakenBack(PeriopHost host) : IClassFixture<PeriopHost>
{
    const string Header = "caseNumber,patientRef,room,roomIn,roomOut\n";

    readonly TestHospital hospital = host.NewHospital();

    [Fact]
    public async Task A_dry_run_answers_the_same_and_records_nothing()
    {
        const string file = Header + "D-1,p-1,OR-1,2026-02-02T08:00:00Z,x\nD-1,p-1,OR-2,2026-02-02T08:30:00Z,2026-02-02T11:00:00Z\nD-2,p-1,,,\n";
        var dry = (await hospital.ImportAsync(file, "?dryRun=true")).Is(200).Json;
        Assert.Null(dry["importId"]);
        Assert.Empty((await hospital.Scheduler.GetAsync("/api/cases?q=D-")).Items);
        (await hospital.Nurse.GetAsync("/api/patients/p-1")).Is(404);
        var real = (await hospital.ImportAsync(file)).Is(200).Json;
        Assert.Equal(2, real["differsCount"]!.GetValue<int>());
        Assert.NotNull(real["importId"]);
        Assert.Equal(Without(real, "importId"), Without(dry, "importId"));
    }

    [Fact]
    public async Task A_dry_run_sees_what_is_recorded_already()
    {
        await hospital.ImportAsync(Header + "D-3,p-3,OR-1,2026-02-02T08:00:00Z,\n");
        Assert.Equal((1, 1, 2), (await hospital.ImportAsync(Header + "D-3,p-3,OR-1,2026-02-02T08:00:00Z,2026-02-02T11:00:00Z\n", "?dryRun=true")).Counts());
        Assert.Equal(2, (await hospital.TimelineOfAsync("D-3")).Count);
    }

    [Fact]
    public async Task An_import_is_taken_back_and_once()
    {
        var importId = await ImportedAsync(Header + "T-1,p-1,OR-1,2026-02-02T08:00:00Z,2026-02-02T11:00:00Z\nT-2,p-2,OR-1,2026-02-02T12:00:00Z,\n");
        var report = (await RetractAsync(importId)).Is(200).Json;
        Assert.Equal((2, 5, 0, 0), Counts(report));
        Assert.All((await hospital.Scheduler.GetAsync("/api/cases?q=T-")).Items, c => Assert.Equal("entered-in-error", c!["status"]!.GetValue<string>()));
        Assert.Equal((2, 0, 5, 0), Counts((await RetractAsync(importId)).Is(200).Json));
        Assert.Equal((0, 0, 0), (await hospital.ImportAsync(Header + "T-1,p-1,OR-1,2026-02-02T08:00:00Z,\n")).Counts());
        Assert.Equal((1, 2, 0), (await hospital.ImportAsync(Header + "T-1,p-1,OR-1,2026-02-02T08:05:00Z,\n", "?again=true")).Counts());
    }

    [Fact]
    public async Task What_somebody_has_recorded_since_keeps_the_whole_case()
    {
        var importId = await ImportedAsync(Header + "T-3,p-1,OR-1,2026-02-02T08:00:00Z,\n");
        await (await hospital.CaseOfAsync("T-3")).RecordedAsync("room-exit", new { occurredAt = "2026-02-02T11:00:00Z" });
        var report = (await RetractAsync(importId)).Is(200).Json;
        Assert.Equal((1, 0, 0, 2), Counts(report));
        Assert.All(report["kept"]!.AsArray(), k => Assert.Equal("recorded-since", k!["code"]!.GetValue<string>()));
    }

    [Fact]
    public async Task What_another_file_has_corrected_stays_and_the_case_with_it()
    {
        var importId = await ImportedAsync(Header + "T-4,p-1,OR-1,2026-02-02T08:00:00Z,2026-02-02T11:00:00Z\n");
        await hospital.ImportAsync(Header + "T-4,,,2026-02-02T08:10:00Z,\n", "?corrections=apply&reason=typed", by: hospital.Everyone);
        var report = (await RetractAsync(importId)).Is(200).Json;
        Assert.Equal((1, 1, 0, 2), Counts(report));
        Assert.Equal(["case_scheduled not-empty", "patient_entered_room corrected-since"],
            report["kept"]!.AsArray().Select(k => $"{k!["type"]!.GetValue<string>()} {k["code"]!.GetValue<string>()}").Order());
    }

    [Fact]
    public async Task Of_a_case_that_was_there_the_files_entries_are_taken_back_and_may_come_again_with_a_better_file()
    {
        (await hospital.Scheduler.PostAsync("/api/cases", new { caseNumber = "T-5", room = "OR-1" })).Is(201);
        var importId = await ImportedAsync("caseNumber,roomIn\nT-5,2026-02-02T08:00:00Z\n");
        Assert.Equal((1, 1, 0, 0), Counts((await RetractAsync(importId)).Is(200).Json));
        Assert.Equal(0, (await hospital.ImportAsync("caseNumber,roomIn\nT-5,2026-02-02T08:05:00Z\n")).Counts().Entries);
        Assert.Equal((1, 1, 1), (await hospital.ImportAsync("caseNumber,roomIn\nT-5,2026-02-02T08:05:00Z\n", "?again=true")).Counts());
        Assert.Equal((1, 0, 2), (await hospital.ImportAsync("caseNumber,roomIn\nT-5,2026-02-02T08:05:00Z\n")).Counts());
    }

    [Fact]
    public async Task An_import_can_be_taken_back_that_did_not_come_to_its_end()
    {
        var broken = await hospital.ImportAsync("caseNumber,room\nT-6,OR-1\nT-7,\"" + new string('x', 2_000_000));
        Assert.Equal(1, broken.Counts().Entries);
        Assert.Equal((1, 1, 0, 0), Counts((await RetractAsync(Guid.Parse(broken.Header("Periop-Import")!))).Is(200).Json));
    }

    [Fact]
    public async Task An_import_of_another_hospital_is_not_found()
    {
        var importId = await ImportedAsync(Header + "T-8,p-1,OR-1,,\n");
        (await host.NewHospital().Scheduler.PostAsync($"/api/imports/{importId}/retraction", new { reason = "wrong" })).IsProblem(404);
        (await hospital.Scheduler.PostAsync($"/api/imports/{Guid.NewGuid()}/retraction", new { reason = "wrong" })).IsProblem(404);
    }

    [Fact]
    public async Task Taking_an_import_back_needs_a_reason_and_a_scheduler()
    {
        var importId = await ImportedAsync(Header + "T-9,p-1,OR-1,,\n");
        (await hospital.Scheduler.PostAsync($"/api/imports/{importId}/retraction", "{}")).IsProblem(400);
        (await hospital.Nurse.PostAsync($"/api/imports/{importId}/retraction", new { reason = "wrong" })).IsProblem(403);
    }

    async Task<Guid> ImportedAsync(string file) => (await hospital.ImportAsync(file)).Is(200).Json["importId"]!.GetValue<Guid>();

    Task<Answer> RetractAsync(Guid importId) => hospital.Scheduler.PostAsync($"/api/imports/{importId}/retraction", new { reason = "wrong file" });

    static (int Cases, int Retracted, int Before, int Kept) Counts(JsonObject report) =>
        (report["cases"]!.GetValue<int>(), report["retracted"]!.GetValue<int>(), report["before"]!.GetValue<int>(), report["keptCount"]!.GetValue<int>());

    static string Without(JsonObject report, string member)
    {
        var rest = report.DeepClone().AsObject();
        rest.Remove(member);
        return rest.ToJsonString();
    }
}
