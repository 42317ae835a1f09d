using Periop.Domain.Cases;
using Periop.Domain.Procedures;
using static Periop.Domain.Tests.Steps;

namespace Periop.Domain.Tests.Procedures;

public class ProcedureFamiliesTests
{
    static readonly ProcedureFamilies None = new();

    [Fact]
    public void A_case_belongs_to_a_family_as_planned_or_as_operated()
    {
        Assert.True(SpinalOsteotomy.Family.Includes(CaseStory.Scheduled(Plan()).Entries));
        Assert.True(SpinalOsteotomy.Family.Includes(CaseStory.Scheduled().Incised().At("09:30", Osteotomy("L3")).Entries));
        Assert.False(SpinalOsteotomy.Family.Includes(CaseStory.Scheduled().Incised().Entries));
    }

    [Fact]
    public void A_case_operated_as_one_of_a_family_leaves_it_when_that_is_retracted() =>
        Assert.False(SpinalOsteotomy.Family.Includes(
            CaseStory.Scheduled().Incised().At("09:30", Osteotomy("L3"), out var cut).At("09:31", Retract(cut)).Entries));

    [Fact]
    public void The_rules_of_families_stand_together_in_the_order_of_the_families()
    {
        var codes = new ProcedureFamilies(Family("b"), Family("a")).Rules.Flags.Select(r => r.Code).ToList();
        var common = None.Rules.Flags.Select(r => r.Code);
        Assert.Equal(common, codes.Except(["a", "b"]));
        Assert.Equal(codes.IndexOf("preparation-incomplete") + 1, codes.IndexOf("b"));
        Assert.Equal(codes.IndexOf("b") + 1, codes.IndexOf("a"));
    }

    [Fact]
    public void What_families_expect_stands_between_incision_and_closing()
    {
        var names = new ProcedureFamilies(Family("b"), Family("a")).Rules.Expectations.Select(e => e.Name).ToList();
        Assert.Equal(["incision", "b", "a", "closing-count"], names[names.IndexOf("incision")..(names.IndexOf("closing-count") + 1)]);
    }

    [Fact]
    public void A_family_may_stop_an_entry() =>
        Assert.Equal([.. None.Rules.DefaultStops, "a"], new ProcedureFamilies(Family("a", stops: true), Family("b")).Rules.DefaultStops);

    /// <summary>So that a rule may rest on what makes a case one of its family.</summary>
    [Fact]
    public void The_rules_of_a_family_are_not_even_asked_of_another_case()
    {
        var families = new ProcedureFamilies(new ProcedureFamily(
            "a",
            IsPerformed: _ => false,
            [new("a", Severity.Info, "", "", _ => throw new InvalidOperationException("asked"))],
            [new("a", _ => throw new InvalidOperationException("asked"), _ => throw new InvalidOperationException("asked"))],
            new FamilyCoding("a.v1", _ => throw new InvalidOperationException("asked"))));
        var story = CaseStory.Scheduled().Incised().At("11:00", Closure);
        Assert.NotEmpty(CaseFlags.Of(story.Case, families.Rules));
        Assert.NotEmpty(Completeness.Of(story.Entries, families.Rules).Missing);
        Assert.Empty(families.CodesOf(story.Entries).Units);
    }

    [Fact]
    public void A_family_without_codes_suggests_none_and_names_no_rules()
    {
        var codes = new ProcedureFamilies(Family("a")).CodesOf(CaseStory.Scheduled().Entries);
        Assert.Equal(("", 0, 0), (codes.RuleSet, codes.Units.Count, codes.Warnings.Count));
    }

    [Fact]
    public void Without_a_family_cases_are_judged_by_what_holds_for_all() =>
        Assert.Equal(["time-out-missing"], CaseFlags.Of(CaseStory.Scheduled(Plan("L3")).At("07:00", EnterRoom()).At("08:00", new MakeIncision())
            .At("09:00", Osteotomy("L5")).Case, None.Rules).Where(f => f.Severity is Severity.Safety).Select(f => f.Code));

    /// <summary>A family that every case belongs to.</summary>
    static ProcedureFamily Family(string name, bool stops = false) => new(
        name, _ => true, [new(name, Severity.Info, "", "", _ => [], stops)], [new(name, _ => true, _ => false)]);
}
