using Periop.Domain.Cases;
using Periop.Domain.Procedures;
using Periop.Domain.Text;
using static Periop.Domain.Tests.Steps;

namespace Periop.Domain.Tests.Procedures;

/// <summary>A second family beside the one that is shipped takes one file: this is all of it, and its tests below.</summary>
static class TumorResection
{
    public const string Name = "tumor-resection";

    public static ProcedureFamily Family { get; } = new(
        Name,
        IsPerformed: entries => entries.First<SpecimenTaken>() is not null,
        Flags: [new("specimen-missing", Severity.Safety, "No specimen", "A wound closed over a tumor bed without a specimen.", SpecimenMissing, Stops: true)],
        Expectations: [new("specimen", Expectation.WasOperated, entries => entries.First<SpecimenTaken>() is not null)],
        new FamilyCoding("tumor-codes.v1", Suggest));

    static IEnumerable<Raised> SpecimenMissing(SurvivingEntries entries) =>
        from closure in entries.All<WoundClosed>()
        where !entries.All<SpecimenTaken>().Any(s => s.EffectiveAt <= closure.EffectiveAt)
        select new Raised("The wound was closed without a specimen.", closure);

    static SuggestedCodes Suggest(SurvivingEntries entries)
    {
        Guid[] specimens = [.. entries.All<SpecimenTaken>().Select(s => s.Id)];
        return specimens.Length > 0
            ? new([new CodeUnits("tumor", specimens.Length, specimens)], [])
            : new([], [new CodeWarning("nothing-resected", "No specimen is recorded.", [entries.Case.Id])]);
    }
}

public class SecondFamilyTests
{
    static readonly ProcedureFamilies Both = new(SpinalOsteotomy.Family, TumorResection.Family);

    static readonly TakeSpecimen Specimen = new(new Note("tumor L3"));

    static CaseStory Planned(string family) => CaseStory.Scheduled(new(new Label("2026-0117"), new Procedure(new Term(family))));

    static IEnumerable<string> Flags(CaseStory story) => CaseFlags.Of(story.Case, Both.Rules).Select(f => f.Code);

    static IReadOnlyList<string> Missing(CaseStory story) => Completeness.Of(story.Entries, Both.Rules).Missing;

    static ProcedureCodes Codes(CaseStory story) => Both.CodesOf(story.Entries);

    [Fact]
    public void A_case_planned_as_one_of_the_family_is_judged_by_its_flags() =>
        Assert.Contains("specimen-missing", Flags(Planned(TumorResection.Name).Incised().At("11:00", Closure)));

    [Fact]
    public void A_case_of_the_family_that_is_in_order_has_no_flag_of_it() =>
        Assert.DoesNotContain("specimen-missing", Flags(Planned(TumorResection.Name).Incised().At("10:00", Specimen).At("11:00", Closure)));

    [Fact]
    public void A_case_operated_as_one_of_the_family_is_judged_by_its_flags_whatever_was_planned() =>
        Assert.Contains("specimen-missing", Flags(Planned(SpinalOsteotomy.Name).Incised().At("11:00", Closure).At("11:01", Specimen)));

    [Theory]
    [InlineData(SpinalOsteotomy.Name)]
    [InlineData("arthroplasty")]
    public void A_case_of_another_family_is_not_judged_by_its_flags(string family) =>
        Assert.DoesNotContain("specimen-missing", Flags(Planned(family).Incised().At("11:00", Closure)));

    [Fact]
    public void A_case_that_becomes_one_of_the_family_by_a_change_of_plan_is_judged_by_its_flags() =>
        Assert.Contains("specimen-missing", Flags(Planned("arthroplasty").Incised().At("11:00", Closure)
            .At("11:01", new ChangePlan(Procedure: new Procedure(new Term(TumorResection.Name))))));

    [Fact]
    public void The_first_family_goes_on_as_before() =>
        Assert.Equal(CaseFlags.Of(Cut().Case, ProcedureFamilies.Shipped.Rules).Select(f => f.Code), Flags(Cut()));

    [Fact]
    public void A_case_of_the_family_owes_what_the_family_expects()
    {
        Assert.Contains("specimen", Missing(Planned(TumorResection.Name)));
        Assert.DoesNotContain("specimen", Missing(Planned(TumorResection.Name).At("10:00", Specimen)));
    }

    [Fact]
    public void An_expectation_that_does_not_apply_is_not_owed_within_the_family() =>
        Assert.DoesNotContain("specimen", Missing(Planned(TumorResection.Name).At("08:00", EnterRoom()).At("08:10", CallOff)));

    [Theory]
    [InlineData(SpinalOsteotomy.Name)]
    [InlineData("arthroplasty")]
    public void A_case_of_another_family_owes_nothing_of_it(string family) => Assert.DoesNotContain("specimen", Missing(Planned(family).Incised()));

    [Fact]
    public void A_case_of_the_family_is_coded_by_its_rules_alone()
    {
        var codes = Codes(Planned(TumorResection.Name).Incised().At("10:00", Specimen, out var specimen));
        Assert.Equal(("tumor-codes.v1", "tumor", specimen), (codes.RuleSet, Assert.Single(codes.Units).Code, Assert.Single(codes.Units[0].EntryIds)));
    }

    [Fact]
    public void A_case_of_the_first_family_is_coded_as_before() =>
        Assert.Equal(Expect.Text(ProcedureFamilies.Shipped.CodesOf(Cut().Entries)), Expect.Text(Codes(Cut())));

    [Fact]
    public void A_case_of_both_families_is_coded_by_both_in_their_order()
    {
        var codes = Codes(Cut().At("10:00", Specimen));
        Assert.Equal("spinal-osteotomy-codes.v1+tumor-codes.v1", codes.RuleSet);
        Assert.Equal(["22214", "tumor"], codes.Units.Select(u => u.Code));
    }

    [Fact]
    public void A_case_of_neither_family_has_no_codes_by_the_rules_of_both() =>
        Assert.Equal(
            Expect.Text(new ProcedureCodes("spinal-osteotomy-codes.v1+tumor-codes.v1", [], [])), Expect.Text(Codes(Planned("arthroplasty").Incised())));

    static CaseStory Cut() => CaseStory.Scheduled(Plan("L3")).Incised().At("09:30", Osteotomy("L3"));
}
