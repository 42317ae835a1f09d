using Periop.Domain.Cases;
using Periop.Domain.Register;
using Periop.Domain.Text;
using static Periop.Domain.Tests.Steps;

namespace Periop.Domain.Tests.Register;

public class MilestoneRowsTests
{
    [Fact]
    public void Of_several_incisions_the_first_counts_and_of_several_closures_the_last()
    {
        var story = CaseStory.Scheduled().Incised().At("09:00", Closure).At("09:10", new MakeIncision()).At("09:30", Closure, out var last)
            .At("09:40", new MakeIncision().HappenedAt("08:44"), out var earlier);
        Assert.Equal((earlier, last), (Of(story, "incision").EntryId, Of(story, "closure").EntryId));
        Assert.Equal(LatenessClass.Late, Of(story, "incision").Lateness);
    }

    [Fact]
    public void A_transfer_to_another_room_is_no_room_entry()
    {
        var story = CaseStory.Scheduled().At("08:00", EnterRoom(), out var entry).At("09:00", EnterRoom("OR-9"));
        Assert.Equal(entry, Of(story, "room-entry").EntryId);
    }

    [Fact]
    public void A_corrected_time_is_as_late_as_its_entry_was_recorded_after_it()
    {
        var story = CaseStory.Scheduled().At("08:00", EnterRoom(), out var entry).At("10:00", Correct(entry, "07:52"));
        var expected = new MilestoneRow(
            "room-entry", entry, CaseStory.Time("07:52").ToUniversalTime(), CaseStory.Time("08:00").ToUniversalTime(), LatenessClass.Delayed, ToTheDay: false);
        Assert.Equal(expected, Of(story, "room-entry"));
    }

    [Fact]
    public void What_comes_before_the_room_and_after_it_has_no_row() => Assert.Equal(
        ["room-entry", "time-out", "incision"],
        Rows(CaseStory.Scheduled().At("07:00", new DeclarePatientPrepared()).Incised().At("18:00", Discharge)).Select(r => r.Key));

    /// <summary>Each entry is one that changes rows in its own way.</summary>
    [Fact]
    public void Rows_that_go_on_from_those_before_are_those_of_the_case()
    {
        var story = CaseStory.Scheduled().Incised().At("09:00", Closure, out var closure).At("09:10", EnterRoom("OR-9"))
            .At("09:20", new ChangePlan(Room: new Label("OR-9"))).At("09:30", Closure, out var again).At("09:40", Correct(again, "09:25"))
            .At("09:50", Retract(closure)).At("10:00", SignOut).At("10:10", new LeaveRoom(), out var exit).At("10:15", new LeaveRoom())
            .At("10:20", Retract(exit)).At("10:30", Discharge);
        var whole = story.At("11:00", Retract(story.Case.Id)).At("11:10", SignIn);
        var (soFar, rows, kept) = ((SurgicalCase?)null, new CaseRows(Guid.Empty, null, [RegisterRows.Milestones]), (IReadOnlyList<RegisterRow>)[]);
        foreach (var entry in whole.Case.InOrderOfRecording())
        {
            soFar = SurgicalCase.Evolve(soFar, entry.Event, entry.RecordedAt, entry.RecordedBy);
            kept = rows.Next(new EventPosition(entry.Version, entry.RecordedAt), entry.Event, soFar) is [var step] ? step.After : kept;
            Assert.Equal(MilestoneRow.Of(soFar).ToHashSet(), kept.ToHashSet());
        }
    }

    static MilestoneRow Of(CaseStory story, string milestone) => Rows(story).Single(row => row.Key == milestone);

    static IEnumerable<MilestoneRow> Rows(CaseStory story) => MilestoneRow.Of(story.Case).Cast<MilestoneRow>();
}
