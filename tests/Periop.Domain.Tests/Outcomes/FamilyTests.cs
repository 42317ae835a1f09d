using Periop.Domain.Cases;
using Periop.Domain.Outcomes;
using static Periop.Domain.Tests.Outcomes.Judged;

namespace Periop.Domain.Tests.Outcomes;

/// <summary>What is said of a family, and of its members.</summary>
public class FamilyTests
{
    [Fact]
    public void Absent_of_a_family_is_absent_of_each_member() =>
        Assert.Equal(OutcomeState.Absent, Operated.At("31 09:00", Assess("infection", Finding.Absent)).By(DeepInfection, "31 10:00").State);

    [Fact]
    public void Absent_of_a_member_is_not_absent_of_the_family() =>
        Assert.Equal(OutcomeState.DueNotAssessed, Operated.At("31 09:00", Assess("infection-deep", Finding.Absent)).By(Infection, "31 10:00").State);

    [Fact]
    public void Absent_of_each_member_is_absent_of_the_family() =>
        Assert.Equal(OutcomeState.Absent, Operated.At("31 09:00", Assess("infection-deep", Finding.Absent))
            .At("31 09:05", Assess("infection-superficial", Finding.Absent))
            .At("31 09:10", Assess("infection-organ-space", Finding.Absent)).By(Infection, "31 10:00").State);

    [Fact]
    public void Present_of_a_member_is_present_of_the_family() =>
        Assert.Equal(OutcomeState.Present, Operated.At("20 09:00", new ReportComplication(ComplicationKind.InfectionDeep)).By(Infection, "31 10:00").State);

    [Fact]
    public void Present_of_a_family_leaves_its_members_open() =>
        Assert.Equal((OutcomeState.DueNotAssessed, OutcomeReason.MemberUnknown),
            Operated.At("20 09:00", Assess("infection", Finding.Present)).StateBy(DeepInfection, "31 10:00"));

    [Fact]
    public void Until_a_review_names_one() =>
        Assert.Equal(OutcomeState.Present, Operated.At("20 09:00", Assess("infection", Finding.Present), out var found)
            .At("21 09:00", new ReviewComplication(ReviewDecision.Reclassified, Kind: ComplicationKind.InfectionDeep) { TargetEntryId = found })
            .By(DeepInfection, "31 10:00").State);

    [Fact]
    public void Present_of_one_member_says_nothing_of_another() =>
        Assert.Equal(OutcomeReason.NothingRecorded,
            Operated.At("20 09:00", new ReportComplication(ComplicationKind.InfectionSuperficial)).By(DeepInfection, "31 10:00").Reason);
}
