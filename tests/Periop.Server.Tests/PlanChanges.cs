using Xunit;

namespace Periop.Server.Tests;

/// <summary>What is planned is put right: numbers, slots, cases booked by mistake; and found by patient.</summary>
public sealed class PlanChanges(PeriopHost host) : IClassFixture<PeriopHost>
{
    readonly TestHospital hospital = host.NewHospital();

    [Fact]
    public async Task A_number_that_is_corrected_gives_the_one_before_back()
    {
        var (first, second) = (await NumberedAsync("A-1"), await NumberedAsync("A-2"));
        (await second.PostAsync("plan-changes", new { caseNumber = "A-1" })).IsProblem(409, "case-number-taken");
        await first.RecordedAsync("plan-changes", new { caseNumber = "A-3" });
        await second.RecordedAsync("plan-changes", new { caseNumber = "A-1" });
        await first.RecordedAsync("plan-changes", new { caseNumber = "A-2" });
        Assert.Equal(("A-2", "A-1"), (await NumberOfAsync(first), await NumberOfAsync(second)));
    }

    [Fact]
    public async Task A_correction_of_a_number_is_not_taken_back_when_its_old_one_is_taken()
    {
        var first = await NumberedAsync("B-1");
        var change = await first.RecordedAsync("plan-changes", new { caseNumber = "B-2" });
        await NumberedAsync("B-1");
        (await first.PostAsync("retractions", new { targetEntryId = change.EntryId, reason = "was right" })).IsProblem(409, "case-number-taken");
    }

    [Fact]
    public async Task A_slot_is_emptied_by_null()
    {
        var surgicalCase = await hospital.CaseAsync();
        var change = await surgicalCase.RecordedAsync("plan-changes", """{"room":null,"surgeon":null,"scheduledStart":null}""");
        var plan = (await surgicalCase.ReadAsync()).Json["plan"]!;
        Assert.Equal((null, null, null, 240), (plan["room"], plan["surgeon"], plan["scheduledStart"], plan["scheduledMinutes"]!.GetValue<int>()));
        Assert.Equal(["room", "surgeon", "scheduled-start"],
            (await surgicalCase.EntryAsync(change.EntryId))["data"]!["emptied"]!.AsArray().Select(s => s!.GetValue<string>()));
    }

    [Theory]
    [InlineData("""{"caseNumber":null}""", "/caseNumber")]
    [InlineData("""{"room":"OR-2","procedure":null}""", "/procedure")]
    [InlineData("{}", "")]
    [InlineData("""{"note":"nothing"}""", "")]
    public async Task What_cannot_be_emptied_or_changes_nothing_is_refused(string body, string pointer) =>
        (await (await hospital.CaseAsync()).PostAsync("plan-changes", body)).PointsAt(pointer);

    [Fact]
    public async Task A_case_may_be_scheduled_before_it_has_a_number()
    {
        var body = new { entryId = Guid.NewGuid() };
        var receipt = (await hospital.Scheduler.PostAsync("/api/cases", body)).Is(201);
        Assert.Contains("number-missing", receipt.Flags);
        Assert.True((await hospital.Scheduler.PostAsync("/api/cases", body)).Is(201).IsReplay);
        var surgicalCase = new TestCase(hospital, receipt.CaseId);
        Assert.Matches("^#[A-Z]{6}$", await NumberOfAsync(surgicalCase));
        await surgicalCase.RecordedAsync("plan-changes", new { caseNumber = "C/1" });
        Assert.DoesNotContain("number-missing", (await surgicalCase.ReadAsync()).Flags);
    }

    [Fact]
    public async Task A_scheduler_takes_back_a_case_booked_by_mistake_and_nothing_that_the_room_recorded()
    {
        var surgicalCase = await hospital.CaseInRoomAsync();
        var entered = (await surgicalCase.TimelineAsync()).Json["entries"]![1]!["entryId"]!.GetValue<Guid>();
        var retract = $"{surgicalCase.Path}/retractions";
        (await hospital.Scheduler.PostAsync(retract, new { targetEntryId = entered, reason = "not mine" })).IsProblem(403, "forbidden");
        (await hospital.Scheduler.PostAsync($"{surgicalCase.Path}/plan-changes", new { room = "OR-2", replaces = entered, reason = "not mine" }))
            .IsProblem(403, "forbidden");
        (await hospital.Scheduler.PostAsync(retract, new { targetEntryId = surgicalCase.Id, reason = "booked twice" })).Is(200);
        Assert.Equal("entered-in-error", (await surgicalCase.ReadAsync()).Json["status"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_patients_cases_are_listed_as_long_as_they_are_the_patients()
    {
        var (own, other) = (await OfAsync("p-1"), await OfAsync("p-2"));
        var corrected = await OfAsync("p-1");
        await corrected.RecordedAsync("patient-corrections", new { patientRef = "p-2", reason = "digits swapped" });
        Assert.Equal([own.Id], await CasesOfAsync("p-1"));
        Assert.Equal(new[] { other.Id, corrected.Id }.Order(), (await CasesOfAsync("p-2")).Order());
        Assert.Empty(await CasesOfAsync("p-3"));
        (await hospital.Nurse.GetAsync("/api/cases?patientRef=a/b")).PointsAt("/patientRef");
        (await hospital.Nurse.GetAsync("/api/cases?patientRef=")).PointsAt("/patientRef");
    }

    [Fact]
    public async Task Who_asked_for_a_patients_cases_is_in_the_access_log()
    {
        await OfAsync("p-7");
        await CasesOfAsync("p-7");
        Assert.Contains((await hospital.Auditor.GetAsync("/api/access-log?limit=500")).Is(200).Items,
            e => e!["action"]!.GetValue<string>() == "case-list" && e["patientRef"]?.GetValue<string>() == "p-7");
    }

    async Task<TestCase> NumberedAsync(string number) =>
        new(hospital, (await hospital.Scheduler.PostAsync("/api/cases", new { caseNumber = number })).Is(201).CaseId);

    async Task<TestCase> OfAsync(string patient) =>
        new(hospital, (await hospital.Scheduler.PostAsync("/api/cases", new { caseNumber = Story.NewNumber(), patientRef = patient })).Is(201).CaseId);

    async Task<Guid[]> CasesOfAsync(string patient) =>
        [.. (await hospital.Nurse.GetAsync($"/api/cases?patientRef={patient}")).Is(200).Items.Select(c => c!["caseId"]!.GetValue<Guid>())];

    static async Task<string> NumberOfAsync(TestCase surgicalCase) => (await surgicalCase.ReadAsync()).Json["caseNumber"]!.GetValue<string>();
}
