using Periop.Domain.Cases;
using Periop.Domain.Text;

namespace Periop.Domain.Tests.Cases.Flags;

public class PlanFlagTests
{
    [Fact, Raises("number-missing")]
    public void A_case_without_a_number_is_flagged() => Assert.Contains("number-missing", CaseStory.Scheduled(new ScheduleCase()).Codes);

    [Fact, NearMissOf("number-missing")]
    public void A_case_that_was_given_its_number_is_not() =>
        Assert.DoesNotContain("number-missing", CaseStory.Scheduled(new ScheduleCase()).At("07:00", new ChangePlan(CaseNumber: new Label("2026/1"))).Codes);
}
