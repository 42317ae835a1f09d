using System.Text.Json.Nodes;
using Xunit;

namespace Periop.Server.Tests.Import;

/// <summary>What the next file says of cases that are there.</summary>
public sealed class LaterFiles(PeriopHost host) : IClassFixture<PeriopHost>
{
    readonly TestHospital hospital = host.NewHospital();

    [Fact]
    public async Task A_time_that_was_missing_is_recorded_when_it_is_there()
    {
        await hospital.ImportAsync("caseNumber,roomIn,roomOut\nN-1,2026-02-02T08:00:00Z,\n");
        Assert.Equal((1, 1, 2), (await hospital.ImportAsync("caseNumber,roomIn,roomOut\nN-1,2026-02-02T08:00:00Z,2026-02-02T11:00:00Z\n")).Counts());
    }

    [Fact]
    public async Task A_plan_that_was_missing_or_refused_is_recorded_as_a_change_of_plan_when_it_is_there()
    {
        const string file = "caseNumber,room,surgeon,scheduledMinutes,procedure,service,asaClass,priority\nN-2,OR-1,surgeon-3,120,spine,Ortho,3,urgent\n";
        await hospital.ImportAsync("caseNumber,room,surgeon,scheduledMinutes\nN-2,NA,,no\n");
        var report = await hospital.ImportAsync(file);
        Assert.Equal((1, 7, 1), report.Counts());
        Assert.Empty(report.Differs());
        var plan = (await CaseOfAsync("N-2"))["plan"]!;
        Assert.Equal(("OR-1", "surgeon-3", 120, "spine"), (plan["room"]!.GetValue<string>(), plan["surgeon"]!.GetValue<string>(),
            plan["scheduledMinutes"]!.GetValue<int>(), plan["procedure"]!["family"]!.GetValue<string>()));
        Assert.Equal(("Ortho", 3, "urgent"),
            (plan["service"]!.GetValue<string>(), plan["asaClass"]!.GetValue<int>(), plan["priority"]!.GetValue<string>()));
        Assert.Equal((1, 0, 1), (await hospital.ImportAsync(file)).Counts());
    }

    [Fact]
    public async Task A_plan_that_somebody_made_at_a_screen_differs()
    {
        var surgicalCase = new TestCase(hospital, (await hospital.Scheduler.PostAsync("/api/cases", new { caseNumber = "N-3" })).Is(201).CaseId);
        await surgicalCase.RecordedAsync("plan-changes", new { room = "OR-2" });
        Assert.Equal(("room", "OR-2", "OR-1", false), Difference(await hospital.ImportAsync("caseNumber,room\nN-3,OR-1\n")));
    }

    [Fact]
    public async Task A_patient_that_was_missing_is_named_when_the_file_names_one()
    {
        await hospital.ImportAsync("caseNumber,patientRef\nN-4,NULL\n");
        Assert.Equal((1, 1, 1), (await hospital.ImportAsync("caseNumber,patientRef\nN-4,p-4\n")).Counts());
        Assert.Equal("p-4", (await CaseOfAsync("N-4"))["patientRef"]!.GetValue<string>());
        Assert.Equal((1, 0, 1), (await hospital.ImportAsync("caseNumber,patientRef\nN-4,p-4\n")).Counts());
    }

    [Fact]
    public async Task A_patient_who_was_erased_is_not_made_anew_by_the_next_file()
    {
        const string file = "caseNumber,patientRef,roomIn\nN-5,p-5,2026-02-02T08:00:00Z\n";
        await hospital.ImportAsync(file);
        (await hospital.As("admin").SendAsync(HttpMethod.Delete, "/api/patients/p-5?reason=asked", null)).Is(204);
        Assert.Equal("patient-erased", Assert.Single((await hospital.ImportAsync(file)).Refused())!["code"]!.GetValue<string>());
        (await hospital.Nurse.GetAsync("/api/patients/p-5")).Is(404);
        await EnteredInErrorAsync("N-5");
        Assert.Equal("patient-erased", Assert.Single((await hospital.ImportAsync(file, "?again=true")).Refused())!["code"]!.GetValue<string>());
        (await hospital.Nurse.GetAsync("/api/patients/p-5")).Is(404);
    }

    [Theory]
    [InlineData("2026-02-02T11:00:40Z", 1)]
    [InlineData("2026-02-02T11:02:00Z", 0)]
    public async Task A_room_exit_from_a_screen_is_the_same_within_a_minute_and_differs_beyond(string time, int replayed)
    {
        var surgicalCase = await CaseAsync("N-6");
        await surgicalCase.RecordedAsync("room-exit", new { occurredAt = "2026-02-02T11:00:00Z" });
        var report = await hospital.ImportAsync($"caseNumber,roomOut\nN-6,{time}\n");
        Assert.Equal((1, 0, 1 + replayed), report.Counts());
        Assert.Equal(1 - replayed, report.Differs().Count);
    }

    [Fact]
    public async Task Of_what_a_case_has_several_times_the_file_adds_those_that_are_missing()
    {
        var surgicalCase = await CaseAsync("N-7");
        await surgicalCase.RecordedAsync("room-entry", new { occurredAt = "2026-02-02T08:00:00Z" });
        await surgicalCase.RecordedAsync("incision", new { occurredAt = "2026-02-02T09:00:00Z", @override = "no screen" });
        const string file = "caseNumber,roomIn,incision,incision\nN-7,2026-02-02T08:00:00Z,2026-02-02T09:00:30Z,2026-02-02T12:00:00Z\n";
        Assert.Equal((1, 1, 3), (await hospital.ImportAsync(file)).Counts());
        Assert.Equal((1, 0, 4), (await hospital.ImportAsync(file)).Counts());
    }

    [Fact]
    public async Task A_changed_plan_is_recorded_when_that_is_asked_for_and_only_once()
    {
        await hospital.ImportAsync("caseNumber,room\nN-8,OR-1\n");
        var report = await hospital.ImportAsync("caseNumber,room\nN-8,OR-2\n", "?corrections=apply&reason=moved", by: hospital.Everyone);
        Assert.Equal(("room", "OR-1", "OR-2", true), Difference(report));
        Assert.Equal("OR-2", (await CaseOfAsync("N-8"))["plan"]!["room"]!.GetValue<string>());
        Assert.Equal((1, 0, 1), (await hospital.ImportAsync("caseNumber,room\nN-8,OR-2\n", "?corrections=apply&reason=moved", by: hospital.Everyone)).Counts());
    }

    [Fact]
    public async Task A_scheduler_alone_corrects_nothing() =>
        (await hospital.ImportAsync("caseNumber,room\nN-9,OR-1\n", "?corrections=apply&reason=moved")).IsProblem(403);

    [Fact]
    public async Task A_row_of_a_case_that_was_entered_in_error_is_refused_unless_it_is_begun_again()
    {
        const string file = "caseNumber,roomIn\nN-10,2026-02-02T08:00:00Z\n";
        await hospital.ImportAsync(file);
        await EnteredInErrorAsync("N-10");
        var refused = await hospital.ImportAsync(file);
        Assert.Equal(((0, 0, 0), "entered-in-error"), (refused.Counts(), Assert.Single(refused.Refused())!["code"]!.GetValue<string>()));
        Assert.Equal((1, 2, 0), (await hospital.ImportAsync(file, "?again=true")).Counts());
        Assert.Equal((1, 0, 2), (await hospital.ImportAsync(file)).Counts());
    }

    [Fact]
    public async Task A_row_of_a_case_that_was_scheduled_at_a_screen_and_entered_in_error_is_refused()
    {
        await CaseAsync("N-11");
        await EnteredInErrorAsync("N-11");
        var report = await hospital.ImportAsync("caseNumber,roomIn\nN-11,2026-02-02T08:00:00Z\n");
        Assert.Equal("entered-in-error", Assert.Single(report.Refused())!["code"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_row_whose_number_a_surviving_case_holds_is_that_cases()
    {
        await CaseAsync("N-12");
        await EnteredInErrorAsync("N-12");
        await CaseAsync("N-12");
        Assert.Equal((1, 1, 1), (await hospital.ImportAsync("caseNumber,roomIn\nN-12,2026-02-02T08:00:00Z\n")).Counts());
    }

    async Task<TestCase> CaseAsync(string number) =>
        new(hospital, (await hospital.Scheduler.PostAsync("/api/cases", new { caseNumber = number, room = "OR-1" })).Is(201).CaseId);

    async Task EnteredInErrorAsync(string number)
    {
        var caseId = (await CaseOfAsync(number))["caseId"]!.GetValue<Guid>();
        (await hospital.Everyone.PostAsync($"/api/cases/{caseId}/retractions", new { targetEntryId = caseId, reason = "entered in error" })).Is(200);
    }

    async Task<JsonNode> CaseOfAsync(string number)
    {
        var found = (await hospital.Scheduler.GetAsync($"/api/cases?q={number}")).Is(200).Items.Single(c => c!["caseNumber"]!.GetValue<string>() == number)!;
        return (await hospital.Nurse.GetAsync($"/api/cases/{found["caseId"]!.GetValue<string>()}")).Is(200).Json;
    }

    static (string, string, string, bool) Difference(Answer report)
    {
        var difference = Assert.Single(report.Differs())!;
        return (difference["column"]!.GetValue<string>(), difference["old"]!.GetValue<string>(), difference["new"]!.GetValue<string>(),
            difference["corrected"]!.GetValue<bool>());
    }
}
