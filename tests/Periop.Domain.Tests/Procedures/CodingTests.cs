using Periop.Domain.Cases;
using Periop.Domain.Procedures;
using Periop.Domain.Record;
using Periop.Domain.Text;
using static Periop.Domain.Tests.Steps;

namespace Periop.Domain.Tests.Procedures;

public class CodingTests
{
    static CaseStory TwoLevelsCut => CaseStory.Scheduled(Plan("L2", "L3")).Incised().At("09:00", Osteotomy("L2")).At("09:10", Osteotomy("L3"));

    [Fact]
    public void What_is_suggested_is_decided_without_a_reason_in_whatever_order() =>
        Expect.Recorded(TwoLevelsCut.When("+1 09:00", Codes(("22216", 1), ("22214", 1))));

    [Fact]
    public void What_differs_from_the_suggestion_needs_a_reason()
    {
        var lacking = Expect.Refused(TwoLevelsCut.When("+1 09:00", Codes(("22214", 2))), "invalid-shape");
        Assert.Equal(RefusalKind.Incomplete, lacking.Kind);
        Assert.Equal(("reason", "is required: of 22214 1 suggested and 2 decided, of 22216 1 suggested and 0 decided"), (lacking.Member, lacking.Detail));
        Expect.Recorded(TwoLevelsCut.When("+1 09:00", Codes(("22214", 2)).Because("payer counts primaries")));
    }

    [Fact]
    public void Nothing_is_coded_where_nothing_is_suggested_and_with_a_reason_elsewhere()
    {
        Expect.Recorded(CaseStory.Scheduled().When("+1 09:00", Codes()));
        Expect.Refused(TwoLevelsCut.When("+1 09:00", Codes()), "invalid-shape");
    }

    public static TheoryData<CaseCommand> Senseless =>
        [Codes(("22214", 0)).Because("none"), Codes(("22214", -1)).Because("less"), Codes(("22214", 1), ("22214", 1)).Because("twice")];

    public static TheoryData<CaseCommand> OfNoCode =>
        [Codes(("Miller", 6)), Codes(("Miller", 0)).Because("none"), Codes(("Miller", 1), ("Miller", 1)).Because("twice")];

    /// <summary>Found by the fuzzer: seed 11, request 29,696.</summary>
    [Theory, MemberData(nameof(OfNoCode), DisableDiscoveryEnumeration = true)]
    public void A_refusal_does_not_repeat_what_was_sent_for_a_code(CaseCommand coding)
    {
        var refused = Assert.IsType<CommandResult.Refused>(TwoLevelsCut.When("+1 09:00", coding));
        Assert.DoesNotContain("Miller", refused.Refusal.Detail, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Senseless), DisableDiscoveryEnumeration = true)]
    public void Units_that_cannot_be_meant_are_refused(CaseCommand coding) => Expect.Refused(TwoLevelsCut.When("+1 09:00", coding), "senseless-value");

    [Fact]
    public void A_coding_replaces_a_coding_and_nothing_else()
    {
        var story = TwoLevelsCut.At("10:00", Screw(), out var screw).At("+1 09:00", Codes(("22214", 1)).Because("one level"), out var coding);
        Expect.Refused(story.When("+1 10:00", Codes().Replacing(screw)), "target-unknown");
        Assert.Equal(coding, Assert.Single(
            Expect.Recorded(story.When("+1 10:00", Codes(("22214", 1), ("22216", 1)).Replacing(coding))).Case.Entries.Values, e => !e.Survives).Id);
    }

    [Fact]
    public void The_last_coding_counts_and_its_retraction_gives_the_one_before()
    {
        var story = TwoLevelsCut.At("+1 09:00", Codes(("22214", 1)).Because("one level"), out var first)
            .At("+1 10:00", Codes(("22214", 1), ("22216", 1)), out var second);
        Assert.Equal(second, Coded(story).Decision!.Id);
        Assert.Empty(Coded(story).Differences!);
        Assert.Equal(first, Coded(story.At("+1 11:00", Retract(second))).Decision!.Id);
    }

    [Fact]
    public void A_case_that_nobody_has_coded_has_no_differences() => Assert.True(Coded(TwoLevelsCut) is { Decision: null, Differences: null });

    [Fact]
    public void A_coding_is_marked_when_the_record_suggests_something_else_since()
    {
        var story = TwoLevelsCut.At("+1 09:00", Codes(("22214", 1), ("22216", 1)));
        Assert.False(Coded(story.At("+1 10:00", new AddAddendum(new Note("Family informed.")))).SuggestionChanged);
        var cutMore = Coded(story.At("+1 10:00", Osteotomy("L4").HappenedAt("09:20")));
        Assert.True(cutMore.SuggestionChanged);
        Assert.Equal([new CodeDifference(new Term("22216"), 2, 1)], cutMore.Differences);
    }

    [Fact]
    public void A_difference_that_was_there_when_it_was_coded_is_no_change() =>
        Assert.False(Coded(TwoLevelsCut.At("+1 09:00", Codes(("22214", 1)).Because("one level"))).SuggestionChanged);

    [Fact]
    public void A_coding_stays_with_the_case_whose_record_it_is_about()
    {
        var story = TwoLevelsCut.At("+1 09:00", Codes(("22214", 1), ("22216", 1)), out var coding);
        var other = CaseStory.Ask(null, "06:00", Plan() with { EntryId = CaseStory.Id(50) }, new HashSet<string>());
        var move = new MoveEntries([coding], CaseStory.Id(50)) { Reason = new Note("wrong screen") };
        var at = new Circumstances(CaseStory.Id(60), "", "nurse-7", CaseStory.Time("+1 10:00"), null, new HashSet<string>(), CaseStory.Rules);
        Expect.Refused(Moving.Move(story.Case, Expect.Recorded(other).Case, move, at).Here, "not-movable");
    }

    static CodedCase Coded(CaseStory story) => CodedCase.Of(story.Entries, ProcedureFamilies.Shipped);

    static DecideCodes Codes(params (string Code, int Units)[] codes) => new([.. codes.Select(c => new CodedUnits(new Term(c.Code), c.Units))]);
}
