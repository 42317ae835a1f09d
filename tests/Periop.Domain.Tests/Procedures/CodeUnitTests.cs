using Periop.Domain.Cases;
using static Periop.Domain.Tests.Steps;

namespace Periop.Domain.Tests.Procedures;

public class CodeUnitTests
{
    [Theory]
    [InlineData("T10:3P T11:3P T12:3P", "22206 x1, 22208 x2")]
    [InlineData("L3:3P", "22207 x1")]
    [InlineData("T8:2P T9:2P T10:2P T11:2P", "22212 x1, 22216 x3")]
    [InlineData("C5:2P C6:2P", "22210 x1, 22216 x1")]
    [InlineData("L4:A L5:A", "22224 x1, 22226 x1")]
    [InlineData("T12:2P L1:2P", "22212 x1, 22216 x1", "cross-region")]
    [InlineData("T12:3P L1:3P", "22206 x1, 22208 x1", "cross-region")]
    [InlineData("L3:4P T11:2P T12:2P L1:2P", "22207 x1, 22212 x1, 22216 x2", "two-families", "cross-region")]
    [InlineData("C7:3P", "", "no-code-for-region")]
    [InlineData("T10:2P T10:2P", "22212 x1", "duplicate-level")]
    [InlineData("T10:2P T11:2P -T10", "22212 x1")]
    public void The_worked_examples_come_out_as_worked(string osteotomies, string units, params string[] warnings)
    {
        var story = Osteotomies.Monitored().Cut(osteotomies);
        Assert.Equal(units, story.Suggested());
        Assert.Equal(warnings, story.Warned());
    }

    [Theory]
    [InlineData("T12:2P L1:2P", "22212 x1, 22216 x1")]
    [InlineData("L1:2P T12:2P", "22214 x1, 22216 x1")]
    [InlineData("L1:3P T12:3P", "22207 x1, 22208 x1")]
    [InlineData("C7:A T1:A", "22220 x1, 22226 x1")]
    [InlineData("T1:A C7:A", "22222 x1, 22226 x1")]
    public void The_first_segment_chooses_the_primary_code(string osteotomies, string units) =>
        Assert.Equal(units, Osteotomies.Monitored().Cut(osteotomies).Suggested());

    [Fact]
    public void The_first_segment_is_the_one_that_happened_first_by_the_last_word_on_it()
    {
        var story = Osteotomies.Monitored().Cut("T12:2P L1:2P");
        Assert.Equal("22214 x1, 22216 x1", story.At("11:00", Correct(story.At("L1")[0], "09:20")).Suggested());
    }

    [Fact]
    public void Of_two_segments_at_one_time_the_one_recorded_first_is_first() =>
        Assert.Equal("22214 x1, 22216 x1", Osteotomies.Monitored()
            .At("09:31", Osteotomies.Osteotomy("L1:2P").HappenedAt("09:30")).At("09:32", Osteotomies.Osteotomy("T12:2P").HappenedAt("09:30")).Suggested());

    [Fact]
    public void Each_unit_cites_the_entry_that_justifies_it()
    {
        var story = Osteotomies.Monitored().Cut("T10:3P T11:3P T12:3P T11:3P");
        var units = story.Coded().Units;
        Assert.Equal([story.At("T10")[0]], units[0].EntryIds);
        Assert.Equal([story.At("T11")[0], story.At("T12")[0]], units[1].EntryIds);
    }

    [Fact]
    public void A_retracted_retraction_gives_its_unit_back() =>
        Assert.Equal("22212 x1",
            Osteotomies.Monitored().Cut("T10:2P").At("10:00", Retract(Osteotomies.Monitored().Cut("T10:2P").At("T10")[0]), out var retraction)
                .At("10:01", Retract(retraction)).Suggested());

    [Fact]
    public void A_replaced_osteotomy_counts_as_what_replaced_it()
    {
        var story = Osteotomies.Monitored().Cut("T10:2P");
        Assert.Equal("22206 x1", story.At("10:00", Osteotomies.Osteotomy("T10:3P").Replacing(story.At("T10")[0])).Suggested());
    }

    [Theory]
    [InlineData("L3:2O", "22214 x1")]
    [InlineData("L3:3O", "22207 x1")]
    public void A_posterolateral_approach_is_a_posterior_one(string osteotomy, string units) =>
        Assert.Equal(units, Osteotomies.Monitored().Cut(osteotomy).Suggested());

    [Theory]
    [InlineData(3, "22207 x1")]
    [InlineData(2, "22214 x1")]
    public void Without_a_grade_the_columns_stated_choose_the_family(int columns, string units) =>
        Assert.Equal(units, Osteotomies.Monitored().At("09:30", Steps.Osteotomy("L3", grade: null, columns)).Suggested());

    [Fact]
    public void A_case_without_osteotomies_has_neither_units_nor_warnings()
    {
        var codes = CaseStory.Scheduled(Plan("L3")).Incised().At("12:00", new LeaveRoom()).Coded();
        Assert.Empty(codes.Units);
        Assert.Empty(codes.Warnings);
    }

    [Fact]
    public void The_version_of_the_rules_is_stated() => Assert.Equal("spinal-osteotomy-codes.v1", Osteotomies.Monitored().Coded().RuleSet);
}
