using UUIDNext;
using Xunit;

namespace Periop.Server.Tests.Import;

/// <summary>The ids of what a file brings can be worked out by anybody; whoever uses one first gains nothing by it.</summary>
public sealed class DerivedIds(PeriopHost host) : IClassFixture<PeriopHost>
{
    const string File = "caseNumber,roomIn,incision\nD-1,2026-02-02T08:00:00Z,2026-02-02T09:00:00Z\nD-2,2026-02-02T08:00:00Z,\n";

    readonly TestHospital hospital = host.NewHospital();

    [Fact]
    public async Task A_case_scheduled_under_the_id_of_another_number_is_not_given_its_rows()
    {
        var taken = (await hospital.Scheduler.PostAsync("/api/cases", new { entryId = IdOf("D-1", "case/0"), caseNumber = "other" })).Is(201);
        var report = await hospital.ImportAsync(File);
        Assert.Equal((1, 2, 0), report.Counts());
        var refused = Assert.Single(report.Refused())!;
        Assert.Equal((2, "caseNumber", "case-id-taken"),
            (refused["line"]!.GetValue<int>(), refused["column"]!.GetValue<string>(), refused["code"]!.GetValue<string>()));
        Assert.Equal(1, (await hospital.Scheduler.GetAsync($"/api/cases/{taken.CaseId}")).Version);
    }

    [Fact]
    public async Task Something_else_under_the_id_of_a_cell_is_not_taken_for_it()
    {
        var surgicalCase = new TestCase(hospital, (await hospital.Scheduler.PostAsync("/api/cases", new { caseNumber = "D-1" })).Is(201).CaseId);
        await surgicalCase.RecordedAsync("room-cleaned", new { entryId = IdOf("D-1", "incision/0") });
        var report = await hospital.ImportAsync(File);
        var refused = Assert.Single(report.Refused())!;
        Assert.Equal(("incision", "entry-id-reused"), (refused["column"]!.GetValue<string>(), refused["code"]!.GetValue<string>()));
        Assert.DoesNotContain(await hospital.TimelineOfAsync("D-1"), e => e!["type"]!.GetValue<string>() == "incision_made");
    }

    /// <summary>As every file already imported has them.</summary>
    Guid IdOf(string caseNumber, string columnAndOccurrence) =>
        Uuid.NewNameBased(new Guid("6f0c53a2-5d5e-4b0e-9d0e-3c7e8d3f1b64"), $"{hospital.Id}/{caseNumber}/{columnAndOccurrence}");
}
