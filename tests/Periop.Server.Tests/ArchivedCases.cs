using Periop.Server.Tests.Import;
using Xunit;

namespace Periop.Server.Tests;

/// <summary>Into a case that is archived nothing is recorded any more, and whoever tries is told so.</summary>
public sealed class ArchivedCases(PeriopHost host) : IClassFixture<PeriopHost>
{
    const string Header = "caseNumber,patientRef,room,roomIn,roomOut\n";

    readonly TestHospital hospital = host.NewHospital();

    [Fact]
    public async Task A_command_is_refused_and_the_case_can_be_read()
    {
        var archived = await hospital.CaseInRoomAsync();
        await archived.ArchiveAsync();
        (await archived.PostAsync("blood-loss", new { cumulativeMl = 100 })).IsProblem(409, "case-archived");
        Assert.Equal(2, await archived.EntryCountAsync());
    }

    [Fact]
    public async Task What_was_recorded_before_is_answered_with_its_receipt()
    {
        var archived = await hospital.CaseInRoomAsync();
        var entry = new { entryId = Guid.NewGuid(), cumulativeMl = 100 };
        var first = (await archived.PostAsync("blood-loss", entry)).Is(200);
        await archived.ArchiveAsync();
        Assert.Equal(first.Text, (await archived.PostAsync("blood-loss", entry)).Is(200).Text);
    }

    [Fact]
    public async Task Commands_into_other_cases_at_the_same_time_are_recorded()
    {
        var archived = await hospital.CaseInRoomAsync();
        await archived.ArchiveAsync();
        TestCase[] others = [await hospital.CaseInRoomAsync("OR-2"), await hospital.CaseInRoomAsync("OR-3")];
        var answers = await Task.WhenAll(Enumerable.Range(0, 30).Select(
            at => (at % 3 == 0 ? archived : others[at % 2]).PostAsync("addenda", new { text = $"{at}" })));
        Assert.Equal(Enumerable.Range(0, 30).Select(at => at % 3 == 0 ? 409 : 200), answers.Select(answer => answer.Status));
    }

    [Fact]
    public async Task Nothing_is_moved_into_it()
    {
        var (archived, other) = (await hospital.CaseInRoomAsync(), await hospital.CaseInRoomAsync("OR-2"));
        var entry = await other.RecordedAsync("blood-loss", new { cumulativeMl = 100 });
        await archived.ArchiveAsync();
        (await other.PostAsync("moves", new { targetEntryIds = new[] { entry.EntryId }, toCaseId = archived.Id, reason = "wrong case" }))
            .IsProblem(409, "case-archived");
    }

    [Fact]
    public async Task A_row_of_a_file_is_refused_and_the_others_are_taken()
    {
        await hospital.ImportAsync(Header + "A-1,p-1,OR-1,2026-02-02T08:00:00Z,\n");
        await (await hospital.CaseOfAsync("A-1")).ArchiveAsync();
        var report = (await hospital.ImportAsync(
            Header + "A-1,p-1,OR-1,2026-02-02T08:00:00Z,2026-02-02T11:00:00Z\nA-2,p-2,OR-1,2026-02-02T12:00:00Z,\n")).Is(200);
        Assert.Equal((1, 2, 0), report.Counts());
        Assert.Equal("case-archived", Assert.Single(report.Json["refused"]!.AsArray())!["code"]!.GetValue<string>());
    }

    [Fact]
    public async Task Of_an_import_that_is_taken_back_it_keeps_its_entries()
    {
        var report = (await hospital.ImportAsync(Header + "A-3,p-1,OR-1,2026-02-02T08:00:00Z,\nA-4,p-2,OR-1,2026-02-02T12:00:00Z,\n")).Is(200);
        await (await hospital.CaseOfAsync("A-3")).ArchiveAsync();
        var back = (await hospital.Scheduler.PostAsync($"/api/imports/{report.Json["importId"]}/retraction", new { reason = "another file" })).Is(200);
        Assert.Equal("case-archived", Assert.Single(back.Json["kept"]!.AsArray().Select(kept => kept!["code"]!.GetValue<string>()).Distinct()));
        Assert.Equal("entered-in-error", Assert.Single((await hospital.Scheduler.GetAsync("/api/cases?q=A-4")).Items)!["status"]!.GetValue<string>());
    }
}
