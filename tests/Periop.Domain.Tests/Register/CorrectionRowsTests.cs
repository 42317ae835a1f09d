using Periop.Domain.Cases;
using Periop.Domain.Register;
using Periop.Domain.Text;
using static Periop.Domain.Tests.Steps;

namespace Periop.Domain.Tests.Register;

public class CorrectionRowsTests
{
    [Fact]
    public void A_corrected_time_says_both_times_as_they_were_known_then()
    {
        var story = CaseStory.Scheduled().Incised().At("09:00", Screw(), out var screw)
            .At("09:10", Correct(screw, "08:50"), out var first).At("09:20", Correct(screw, "08:40"), out var second);
        Assert.Equal(
            [($"{first}", "09:00", "08:50"), ($"{second}", "08:50", "08:40")],
            Rows(story).Select(r => (r.Key, Clock(r.OccurredBefore), Clock(r.OccurredAfter))));
    }

    [Fact]
    public void A_time_that_was_given_back_is_the_one_before()
    {
        var story = CaseStory.Scheduled().Incised().At("09:00", Screw(), out var screw)
            .At("09:10", Correct(screw, "08:50"), out var correction).At("09:20", Retract(correction)).At("09:30", Retract(screw));
        Assert.Equal(
            [("hardware_placed", "09:00"), ("time_corrected", "09:10"), ("hardware_placed", "09:00")],
            Rows(story).Select(r => (r.Type, Clock(r.OccurredBefore))));
    }

    [Fact]
    public void A_retraction_with_something_in_its_place_is_a_replacement()
    {
        var story = CaseStory.Scheduled().Incised().At("09:00", Screw(), out var screw).At("09:01", Screw().Replacing(screw), out var other);
        var row = Assert.Single(Rows(story));
        Assert.Equal((CorrectionKind.Replacement, screw, other), (row.Kind, row.TargetEntryId, row.ReplacedByEntryId));
    }

    [Fact]
    public void Surgeon_and_room_are_those_planned_when_it_was_changed()
    {
        var story = CaseStory.Scheduled().Incised().At("09:00", Screw(), out var screw)
            .At("09:10", Correct(screw, "08:50")).At("09:20", new ChangePlan(Surgeon: new Label("dr-later"), Room: new Label("OR-9")))
            .At("09:30", Retract(screw));
        var (before, after) = (Rows(story)[0], Rows(story)[1]);
        Assert.Equal(("dr-later", "OR-9"), (after.Surgeon, after.Room));
        Assert.NotEqual("dr-later", before.Surgeon);
    }

    [Fact]
    public void That_a_case_was_entered_in_error_is_one() =>
        Assert.Equal(
            ["case_scheduled"], Rows(CaseStory.Scheduled().At("09:00", Retract(CaseStory.Scheduled().Case.Id))).Select(r => r.Type));

    static CorrectionRow[] Rows(CaseStory story) => [.. CorrectionRow.Of(story.Case)];

    static string? Clock(DateTimeOffset? instant) => instant?.ToOffset(CaseStory.Time("09:00").Offset).ToString("HH:mm", null);
}
