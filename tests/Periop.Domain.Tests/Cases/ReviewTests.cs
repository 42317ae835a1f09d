using Periop.Domain.Cases;
using Periop.Domain.Record;
using Periop.Domain.Text;
using static Periop.Domain.Tests.Steps;

namespace Periop.Domain.Tests.Cases;

public class ReviewTests
{
    static readonly AssessedKind AnInfection = new("infection"), NonUnion = new("non-union"), ChronicPain = new("chronic-pain");

    [Fact]
    public void A_report_is_reviewed_without_saying_of_what() =>
        Expect.Recorded(CaseStory.Scheduled().At("09:00", Infection, out var report).When("10:00", Review(report)));

    [Fact]
    public void A_report_is_reviewed_of_the_kind_that_it_names() =>
        Expect.Recorded(CaseStory.Scheduled().At("09:00", Infection, out var report).When("10:00", Review(report, new("infection-deep"))));

    [Fact]
    public void A_report_is_not_reviewed_of_another_kind() =>
        Assert.Equal("The entry names infection-deep, and not dural-tear.", Expect.Refused(
            CaseStory.Scheduled().At("09:00", Infection, out var report).When("10:00", Review(report, new("dural-tear"))), "senseless-value").Detail);

    [Fact]
    public void An_assessment_that_finds_one_kind_present_is_reviewed_without_saying_of_what() =>
        Expect.Recorded(Assessed(out var assessment, (AnInfection, Finding.Present), (NonUnion, Finding.Absent)).When("10:00", Review(assessment)));

    [Fact]
    public void An_assessment_that_finds_several_kinds_present_is_reviewed_of_one_of_them()
    {
        var story = Assessed(out var assessment, (AnInfection, Finding.Present), (NonUnion, Finding.Present));
        var lacking = Expect.Refused(story.When("10:00", Review(assessment)), "invalid-shape");
        Assert.Equal((RefusalKind.Incomplete, "of", "is required: the entry names infection, non-union"), (lacking.Kind, lacking.Member, lacking.Detail));
        Assert.Equal(NonUnion, ReviewedIn(Expect.Recorded(story.When("10:00", Review(assessment, NonUnion)))).Of);
    }

    [Fact]
    public void What_an_assessment_found_absent_is_not_reviewed() =>
        Expect.Refused(Assessed(out var assessment, (AnInfection, Finding.Present), (NonUnion, Finding.Absent))
            .When("10:00", Review(assessment, NonUnion)), "senseless-value");

    [Fact]
    public void An_assessment_that_found_nothing_names_no_complication() =>
        Expect.Refused(Assessed(out var assessment, (AnInfection, Finding.Absent), (NonUnion, Finding.NotAssessed)).When("10:00", Review(assessment)),
            "target-unknown");

    [Fact]
    public void What_a_follow_up_finds_is_reviewed() =>
        Expect.Recorded(CaseStory.Scheduled()
            .At("+90 09:00", new RecordFollowUp(Assessments: [new(ChronicPain, Finding.Present)]), out var visit)
            .When("+91 09:00", Review(visit, ChronicPain)));

    [Fact]
    public void A_follow_up_without_assessments_names_no_complication() =>
        Expect.Refused(CaseStory.Scheduled().At("+90 09:00", new RecordFollowUp(Alive: true), out var visit).When("+91 09:00", Review(visit)),
            "target-unknown");

    [Fact]
    public void A_review_names_the_member_of_a_family_and_the_criteria_that_are_met()
    {
        var story = Assessed(out var assessment, (AnInfection, Finding.Present));
        var review = Review(assessment) with { Kind = ComplicationKind.InfectionDeep, Criteria = [new Term("pus")] };
        var reviewed = ReviewedIn(Expect.Recorded(story.When("10:00", review)));
        Assert.Equal((ComplicationKind.InfectionDeep, "pus"), (reviewed.Kind, Assert.Single(reviewed.Criteria!).Value));
    }

    static ReviewComplication Review(Guid target, AssessedKind? of = null) => new(ReviewDecision.Confirmed, of) { TargetEntryId = target };

    static CaseStory Assessed(out Guid assessment, params (AssessedKind Kind, Finding Finding)[] found) =>
        CaseStory.Scheduled().At("09:00", new AssessOutcomes([.. found.Select(f => new Assessment(f.Kind, f.Finding))]), out assessment);

    static ComplicationReviewed ReviewedIn(CommandResult.Recorded recorded) => (ComplicationReviewed)recorded.Case.Entries[recorded.Receipt.EntryId].Event;
}
