using Periop.Domain.Cases;
using Periop.Domain.Procedures;
using Periop.Domain.Spine;
using Periop.Domain.Text;
using static Periop.Domain.Tests.Steps;

namespace Periop.Domain.Tests.Procedures;

public class CodeWarningTests
{
    public static TheoryData<string> Codes => [.. CodeWarnings.Rules.Select(r => r.Code)];

    [Theory, MemberData(nameof(Codes))]
    public void Every_warning_has_a_test_that_raises_it_and_a_near_miss(string code)
    {
        Assert.Contains(code, DeclaredTests.Codes<RaisesAttribute>(typeof(CodeWarningTests)));
        Assert.Contains(code, DeclaredTests.Codes<NearMissOfAttribute>(typeof(CodeWarningTests)));
    }

    [Fact]
    public void No_test_is_about_a_warning_that_there_is_not() =>
        Assert.Empty(DeclaredTests.Codes<DeclaredAttribute>(typeof(CodeWarningTests)).Except(Codes.Select(c => c.Data)));

    [Theory, Raises("no-code-for-region")]
    [InlineData("C7:3P")]
    [InlineData("S1:3P")]
    [InlineData("S1:2P")]
    [InlineData("S1:A")]
    [InlineData("S1:2C")]
    public void A_segment_of_a_region_that_its_family_does_not_name_has_no_code(string osteotomy) => HasNoUnit(osteotomy, "no-code-for-region");

    [Theory, NearMissOf("no-code-for-region")]
    [InlineData("C7:2P")]
    [InlineData("T1:3P")]
    [InlineData("L5:3P")]
    public void A_segment_of_a_region_that_its_family_names_has_a_code(string osteotomy) => HasItsUnit(osteotomy);

    [Theory, Raises("no-code-for-approach")]
    [InlineData("L3:2C")]
    [InlineData("L3:3C")]
    [InlineData("L3:C")]
    [InlineData("L3:5A")]
    [InlineData("L3:5D")]
    public void A_combined_approach_or_three_columns_from_the_front_have_no_code(string osteotomy) => HasNoUnit(osteotomy, "no-code-for-approach");

    [Theory, NearMissOf("no-code-for-approach")]
    [InlineData("L3:2P")]
    [InlineData("L3:5P")]
    [InlineData("L3:2A")]
    public void The_same_from_one_side_has_a_code(string osteotomy) => HasItsUnit(osteotomy);

    [Theory, Raises("grade-columns-clash")]
    [InlineData(3, 1)]
    [InlineData(6, 2)]
    [InlineData(1, 3)]
    public void Grade_and_columns_that_do_not_fit_together_give_no_code(int grade, int columns) =>
        HasNoUnit(Osteotomies.Monitored().At("09:30", Osteotomy("L3", grade, columns)), "grade-columns-clash");

    [Theory, NearMissOf("grade-columns-clash")]
    [InlineData(3, 3)]
    [InlineData(2, 2)]
    [InlineData(4, null)]
    public void Grade_and_columns_that_fit_together_give_a_code(int grade, int? columns) =>
        Assert.Empty(Osteotomies.Monitored().At("09:30", Osteotomy("L3", grade, columns)).Warned());

    [Theory, Raises("grade-missing")]
    [InlineData("L3:P")]
    [InlineData("L3:O")]
    public void A_posterior_osteotomy_without_grade_and_columns_has_no_code(string osteotomy) => HasNoUnit(osteotomy, "grade-missing");

    [Theory, NearMissOf("grade-missing")]
    [InlineData("L3:1P")]
    [InlineData("L3:A")]
    public void With_a_grade_or_from_the_front_it_has_one(string osteotomy) => HasItsUnit(osteotomy);

    [Theory, Raises("discectomy-missing")]
    [InlineData(null)]
    [InlineData(false)]
    public void An_anterior_osteotomy_without_discectomy_has_no_code(bool? discectomy) =>
        HasNoUnit(Osteotomies.Monitored().At("09:30", new PerformOsteotomy(new Level("L4"), Approach.Anterior, Discectomy: discectomy)), "discectomy-missing");

    [Fact, NearMissOf("discectomy-missing")]
    public void An_anterior_osteotomy_with_discectomy_has_a_code() => HasItsUnit("L4:A");

    [Theory, Raises("segment-in-two-families")]
    [InlineData("T10:2P T10:3P T11:2P", "22212 x1")]
    [InlineData("L4:A L4:2P", "")]
    [InlineData("L4:2P L4:A L4:3P L4:2P", "")]
    public void A_segment_in_two_families_has_no_unit(string osteotomies, string units)
    {
        var story = Osteotomies.Monitored().Cut(osteotomies);
        Assert.Equal(units, story.Suggested());
        Assert.Equal(["segment-in-two-families"], story.Warned());
        Assert.Equal(story.At(osteotomies.Split(':')[0]), story.Cited("segment-in-two-families"));
    }

    [Fact, NearMissOf("segment-in-two-families")]
    public void With_one_of_them_retracted_it_has_one()
    {
        var story = Osteotomies.Monitored().Cut("T10:3P T10:2P -T10");
        Assert.Equal(("22206 x1", 0), (story.Suggested(), story.Warned().Length));
    }

    [Fact, NearMissOf("segment-in-two-families")]
    public void An_entry_without_a_family_does_not_put_a_segment_in_two()
    {
        var story = Osteotomies.Monitored().Cut("L3:2P L3:2C");
        Assert.Equal("22214 x1", story.Suggested());
        Assert.Equal([story.At("L3")[1]], story.Cited("no-code-for-approach"));
    }

    [Fact, Raises("duplicate-level")]
    public void A_segment_recorded_again_has_one_unit_and_all_its_entries_are_named()
    {
        var story = Osteotomies.Monitored().Cut("T10:3P L3:3P L3:4P T10:5P T10:3P");
        Assert.Equal("22206 x1, 22208 x1", story.Suggested());
        Assert.Equal([story.At("T10"), story.At("L3")], story.Coded().Warnings.Where(w => w.Code == "duplicate-level").Select(w => w.EntryIds));
    }

    [Fact, NearMissOf("duplicate-level")]
    public void The_neighbouring_segment_is_no_duplicate() => Assert.Empty(Osteotomies.Monitored().Cut("T10:2P T11:2P").Warned());

    [Fact, Raises("two-families")]
    public void Units_of_two_families_are_named_together()
    {
        var story = Osteotomies.Monitored().Cut("L3:4P L4:2P S1:2P");
        Assert.Equal([story.At("L3")[0], story.At("L4")[0]], story.Cited("two-families"));
    }

    [Theory, NearMissOf("two-families")]
    [InlineData("L3:4P L4:3P")]
    [InlineData("L3:1P L4:2O")]
    [InlineData("L3:4P L4:2C")]
    public void One_family_alone_is_in_order(string osteotomies) => Assert.DoesNotContain("two-families", Osteotomies.Monitored().Cut(osteotomies).Warned());

    [Fact, Raises("cross-region")]
    public void A_family_across_regions_is_named()
    {
        var story = Osteotomies.Monitored().Cut("T12:2P L1:2P");
        Assert.Equal([story.At("T12")[0], story.At("L1")[0]], story.Cited("cross-region"));
    }

    [Theory, NearMissOf("cross-region")]
    [InlineData("T11:2P T12:2P")]
    [InlineData("T12:2P L1:3P")]
    [InlineData("C7:3P T1:3P")]
    public void A_family_within_a_region_is_in_order(string osteotomies) =>
        Assert.DoesNotContain("cross-region", Osteotomies.Monitored().Cut(osteotomies).Warned());

    [Fact, Raises("several-vertebrae")]
    public void Grade_six_in_one_entry_means_several_vertebrae()
    {
        var story = Osteotomies.Monitored().Cut("L1:6P L3:2P");
        Assert.Equal([story.At("L1")[0]], story.Cited("several-vertebrae"));
    }

    [Theory, NearMissOf("several-vertebrae")]
    [InlineData("L1:6P L2:6P")]
    [InlineData("L1:5P")]
    public void Grade_six_with_an_entry_for_each_vertebra_is_in_order(string osteotomies) =>
        Assert.DoesNotContain("several-vertebrae", Osteotomies.Monitored().Cut(osteotomies).Warned());

    [Fact, Raises("documentation-missing")]
    public void An_add_on_of_which_nothing_is_described_lacks_everything()
    {
        var story = CaseStory.Scheduled().At("09:30", Osteotomy("T11", 3)).At("09:31", Osteotomies.Osteotomy("T12:3P"));
        Assert.Equal(["technique named", "columns described", "neuromonitoring from before"],
            from warning in story.Coded().Warnings
            from item in new[] { "technique named", "columns described", "neuromonitoring from before" }
            where warning.Code == "documentation-missing" && warning.Message.Contains(item, StringComparison.Ordinal)
            select item);
        Assert.Equal([story.At("T11"), story.At("T11"), [.. story.At("T11"), .. story.At("T12")]], story.Coded().Warnings.Select(w => w.EntryIds));
    }

    [Fact, Raises("documentation-missing")]
    public void Neuromonitoring_that_began_after_an_osteotomy_does_not_cover_it()
    {
        var story = CaseStory.Scheduled().At("09:30", Osteotomies.Osteotomy("T11:3P"))
            .At("09:40", Neuromonitoring).At("09:50", Osteotomies.Osteotomy("T12:3P"));
        Assert.Equal(story.At("T11"), story.Cited("documentation-missing"));
    }

    [Fact, NearMissOf("documentation-missing")]
    public void A_described_add_on_lacks_nothing() => Assert.Empty(Osteotomies.Monitored().Cut("T11:3P T12:3P").Warned());

    [Fact, NearMissOf("documentation-missing")]
    public void Neuromonitoring_that_began_with_an_osteotomy_covers_it() =>
        Assert.Empty(CaseStory.Scheduled().At("09:30", Neuromonitoring)
            .At("09:30", Osteotomies.Osteotomy("T11:3P")).At("09:31", Osteotomies.Osteotomy("T12:3P")).Warned());

    [Fact, NearMissOf("documentation-missing")]
    public void A_primary_alone_and_other_add_ons_need_no_more()
    {
        Assert.Empty(CaseStory.Scheduled().At("09:30", Osteotomy("T11", 3)).Warned());
        Assert.Empty(CaseStory.Scheduled().At("09:30", Osteotomy("T11")).At("09:31", Osteotomy("T12")).Warned());
    }

    [Fact, Raises("level-outside-plan")]
    public void A_level_that_the_plan_does_not_name_is_named()
    {
        var story = Osteotomies.Monitored(Plan("L2", "L3")).Cut("L3:2P L4:2P");
        Assert.Equal("22214 x1, 22216 x1", story.Suggested());
        Assert.Equal(story.At("L4"), story.Cited("level-outside-plan"));
    }

    [Fact, NearMissOf("level-outside-plan")]
    public void Planned_levels_are_in_order() => Assert.Empty(Osteotomies.Monitored(Plan("L2", "L3")).Cut("L3:2P L2:2P").Warned());

    [Fact, Raises("planned-level-not-cut")]
    public void A_planned_level_without_an_osteotomy_is_named_once_the_patient_has_left()
    {
        var story = Osteotomies.Monitored(Plan("L2", "L3")).Cut("L3:2P").At("13:00", new LeaveRoom());
        Assert.Equal([story.Case.Id], story.Cited("planned-level-not-cut"));
    }

    [Fact, NearMissOf("planned-level-not-cut")]
    public void Before_the_patient_leaves_it_may_still_come() => Assert.Empty(Osteotomies.Monitored(Plan("L2", "L3")).Cut("L3:2P").Warned());

    [Fact, NearMissOf("planned-level-not-cut")]
    public void A_level_planned_no_longer_or_for_another_operation_is_in_order()
    {
        Assert.Empty(Osteotomies.Monitored(Plan("L2", "L3")).At("09:20", PlanLevels("L3")).Cut("L3:2P").At("13:00", new LeaveRoom()).Warned());
        Assert.Empty(Osteotomies.Monitored(Booked(null, "fusion", new Level("L2"), new Level("L3"))).Cut("L3:2P").At("13:00", new LeaveRoom()).Warned());
    }

    [Theory, Raises("booked-code-differs")]
    [InlineData("22206", "L3:3P")]
    [InlineData("22207", "L3:2P")]
    [InlineData("22214", "L3:A")]
    [InlineData("22216", "L2:2P L3:2P")]
    [InlineData("22210", "C7:3P")]
    public void A_booked_code_that_is_not_suggested_as_primary_is_named(string booked, string osteotomies)
    {
        var story = Osteotomies.Monitored(Booked(booked)).Cut(osteotomies);
        Assert.Equal([story.Case.Id], story.Cited("booked-code-differs"));
    }

    [Fact, Raises("booked-code-differs")]
    public void The_plan_that_booked_the_code_is_cited()
    {
        var story = Osteotomies.Monitored(Booked("22207"))
            .At("09:20", new ChangePlan(Procedure: Booked("22206").Procedure), out var change).At("09:21", new ChangePlan(ScheduledMinutes: 90)).Cut("L3:3P");
        Assert.Equal([change], story.Cited("booked-code-differs"));
    }

    [Theory, NearMissOf("booked-code-differs")]
    [InlineData("22207", "L3:3P")]
    [InlineData("22214", "L3:3P L4:2P")]
    [InlineData("22214", "")]
    [InlineData(null, "L3:3P")]
    public void A_booked_code_that_is_suggested_is_in_order(string? booked, string osteotomies) =>
        Assert.DoesNotContain("booked-code-differs", Osteotomies.Monitored(Booked(booked)).Cut(osteotomies).Warned());

    [Theory, Raises("booked-code-differs"), NearMissOf("booked-code-differs")]
    [InlineData("")]
    [InlineData("L3:3P -L3")]
    public void A_code_booked_for_an_osteotomy_that_never_came_is_named_once_the_patient_has_left(string osteotomies)
    {
        var story = Osteotomies.Monitored(Booked("22207")).Cut(osteotomies);
        Assert.Empty(story.Warned());
        Assert.Equal([story.Case.Id], story.At("13:00", new LeaveRoom()).Cited("booked-code-differs"));
    }

    [Fact, NearMissOf("booked-code-differs")]
    public void A_code_booked_for_another_operation_is_in_order() =>
        Assert.Empty(Osteotomies.Monitored(Booked("22612", "fusion")).At("13:00", new LeaveRoom()).Warned());

    [Fact]
    public void Warnings_come_in_the_order_of_their_rules()
    {
        var warned = Osteotomies.Monitored(Booked("22206")).Cut("L1:2P S1:2P T12:2P L4:D L3:3P L3:3P").Warned();
        Assert.Equal(["no-code-for-region", "discectomy-missing", "duplicate-level", "two-families", "cross-region", "booked-code-differs"], warned);
        Assert.Equal(warned.OrderBy(w => Codes.ToList().FindIndex(c => c.Data == w)), warned);
    }

    static ScheduleCase Booked(string? code, string family = SpinalOsteotomy.Name, params Level[] levels) =>
        new(new Label("2026-0117"), new Procedure(new Term(family), Levels: levels, Code: code is null ? null : new Term(code)));

    static void HasNoUnit(string osteotomy, string warning) => HasNoUnit(Osteotomies.Monitored().Cut(osteotomy), warning);

    static void HasNoUnit(CaseStory story, string warning)
    {
        Assert.Empty(story.Coded().Units);
        Assert.Equal([warning], story.Warned());
        Assert.Equal(story.Entries.All<OsteotomyPerformed>().Select(e => e.Id), story.Cited(warning));
    }

    static void HasItsUnit(string osteotomy)
    {
        var codes = Osteotomies.Monitored().Cut(osteotomy).Coded();
        Assert.Equal(1, Assert.Single(codes.Units).Units);
        Assert.Empty(codes.Warnings);
    }
}
