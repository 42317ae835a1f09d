using Xunit;

namespace Periop.Server.Tests;

public sealed class Races(PeriopHost host) : IClassFixture<PeriopHost>
{
    const int Clients = 16;

    readonly TestHospital hospital = host.NewHospital();

    [Fact]
    public async Task Sixteen_that_send_one_entry_at_once_get_one_receipt()
    {
        var surgicalCase = await hospital.CaseInOperationAsync();
        var body = new { entryId = Guid.NewGuid(), cumulativeMl = 100 };
        var answers = await AtOnce(_ => surgicalCase.RecordedAsync("blood-loss", body));
        Assert.Single(answers.Select(a => a.Text).Distinct());
        Assert.Single(answers, a => !a.IsReplay);
        Assert.Equal(5, await surgicalCase.EntryCountAsync());
    }

    [Fact]
    public async Task Sixteen_that_begin_one_case_at_once_begin_one_case()
    {
        var body = new { entryId = Guid.NewGuid(), caseNumber = Story.NewNumber(), patientRef = "p-race" };
        var answers = await AtOnce(_ => hospital.Scheduler.PostAsync("/api/cases", body));
        Assert.All(answers, a => a.Is(201));
        Assert.Single(answers.Select(a => a.Text).Distinct());
        Assert.Single(answers, a => !a.IsReplay);
        Assert.Equal(1, await new TestCase(hospital, body.entryId).EntryCountAsync());
    }

    [Fact]
    public async Task Of_sixteen_that_race_for_a_case_number_one_gets_it()
    {
        var number = Story.NewNumber();
        var answers = await AtOnce(_ => hospital.Scheduler.PostAsync("/api/cases", new { caseNumber = number }));
        Assert.Single(answers, a => a.Status == 201);
        Assert.All(answers.Where(a => a.Status != 201), a => a.IsProblem(409, "case-number-taken"));
    }

    [Fact]
    public async Task Sixteen_cases_of_one_new_patient_begun_at_once_are_all_of_one_patient()
    {
        var answers = await AtOnce(_ => hospital.Scheduler.PostAsync("/api/cases", new { caseNumber = Story.NewNumber(), patientRef = "p-new" }));
        var patients = new HashSet<string>();
        foreach (var receipt in answers)
            patients.Add((await new TestCase(hospital, receipt.Is(201).CaseId).TimelineAsync()).Json["entries"]![0]!["data"]!["patientId"]!.GetValue<string>());
        Assert.Single(patients);
    }

    [Fact]
    public async Task Of_sixteen_with_the_same_If_Match_one_is_recorded_and_nobody_is_lost()
    {
        var surgicalCase = await hospital.CaseInRoomAsync();
        var answers = await AtOnce(i => surgicalCase.PostAsync("addenda", new { text = $"client {i}" }, ("If-Match", "\"2\"")));
        Assert.Single(answers, a => a.Status == 200);
        Assert.All(answers.Where(a => a.Status != 200), a => a.IsProblem(412));
        Assert.Equal(3, await surgicalCase.EntryCountAsync());
    }

    static Task<Answer[]> AtOnce(Func<int, Task<Answer>> send) => Task.WhenAll(Enumerable.Range(0, Clients).Select(i => Task.Run(() => send(i))));
}
