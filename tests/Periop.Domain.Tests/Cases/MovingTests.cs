using Periop.Domain.Cases;
using Periop.Domain.Text;
using static Periop.Domain.Tests.Steps;

namespace Periop.Domain.Tests.Cases;

public class MovingTests
{
    static readonly Guid MoveId = CaseStory.Id(900);

    /// <summary>A case with a time-out and an implant that were meant for another.</summary>
    static CaseStory Wrong(out Guid timeOut, out Guid screw) =>
        CaseStory.Scheduled().At("08:00", EnterRoom()).At("08:40", TimeOut, out timeOut).At("08:45", new MakeIncision()).At("09:00", Screw(), out screw);

    static CaseStory Right => new(Expect.Recorded(CaseStory.Ask(
        null, "06:00", new ScheduleCase(new Label("2026-0118")) { EntryId = CaseStory.Id(500) }, new HashSet<string>(StringComparer.Ordinal))).Case);

    static MoveResult Move(CaseStory from, SurgicalCase? to, params Guid[] targets) => Moving.Move(
        from.Case, to, new MoveEntries(targets, to?.Id ?? CaseStory.Id(501)) { Reason = new Note("wrong screen") },
        new Circumstances(MoveId, "hash", "nurse-7", CaseStory.Time("10:00"), null, CaseStory.Rules.DefaultStops, CaseStory.Rules));

    [Fact]
    public void What_is_moved_is_retracted_here_and_stands_there_at_the_same_time()
    {
        var moved = Move(Wrong(out var timeOut, out _), Right.Case, timeOut);
        Assert.False(Expect.Recorded(moved.Here).Case.Entries[timeOut].Survives);
        var there = Assert.Single(moved.EntriesThere);
        Assert.Equal((CaseStory.Time("08:40"), new Elsewhere(CaseStory.Id(1), timeOut)), (there.EffectiveAt, there.Event.MovedFrom));
        Assert.IsType<SafetyCheckCompleted>(there.Event);
    }

    [Fact]
    public void A_corrected_time_is_the_time_there()
    {
        var story = Wrong(out var timeOut, out _).At("09:30", Correct(timeOut, "08:35"));
        Assert.Equal(CaseStory.Time("08:35"), Move(story, Right.Case, timeOut).EntriesThere.Single().EffectiveAt);
    }

    [Fact]
    public void Nothing_stops_a_move_and_what_it_raises_there_is_flagged()
    {
        var moved = Move(Wrong(out _, out var screw), Right.Case, screw);
        Assert.Contains(CaseFlags.Of(moved.There!, CaseStory.Rules), f => f.Code == "before-incision");
    }

    [Fact]
    public void A_cancelled_case_and_a_signed_one_take_what_is_moved_to_them()
    {
        Expect.Recorded(Move(Wrong(out var timeOut, out _), Right.At("07:00", CallOff).Case, timeOut).Here);
        Expect.Recorded(Move(Wrong(out timeOut, out _), Right.Signed("09:00").Case, timeOut).Here);
    }

    [Fact]
    public void The_same_move_again_is_the_first_receipt()
    {
        var story = Wrong(out var timeOut, out var screw);
        var first = Expect.Recorded(Move(story, Right.Case, timeOut, screw).Here);
        var again = Expect.Replayed(Move(new CaseStory(first.Case).At("11:00", Closure), Right.Case, timeOut, screw).Here);
        Assert.Equal(Expect.Text(first.Receipt), Expect.Text(again));
    }

    [Fact]
    public void What_points_at_an_entry_is_moved_with_it_and_points_at_it_there()
    {
        var story = Wrong(out _, out var screw).At("09:30", new RemoveHardware(screw), out var removal);
        Assert.Equal(removal, Expect.Refused(Move(story, Right.Case, screw).Here, "left-behind").EntryId);
        Expect.Refused(Move(story, Right.Case, removal).Here, "left-behind");
        var there = Move(story, Right.Case, removal, screw).EntriesThere;
        Assert.Equal(there[0].Id, Assert.IsType<HardwareRemoved>(there[1].Event).TargetEntryId);
    }

    [Fact]
    public void What_is_about_the_record_stays_with_it()
    {
        var story = Wrong(out var timeOut, out _).At("09:30", Correct(timeOut, "08:35"), out var correction)
            .At("09:40", Sign(TeamRole.Surgeon), out var signature);
        foreach (var target in new[] { CaseStory.Id(1), correction, signature })
            Expect.Refused(Move(story, Right.Case, target).Here, "not-movable");
    }

    [Fact]
    public void What_is_unknown_retracted_or_goes_nowhere_is_refused()
    {
        var story = Wrong(out var timeOut, out var screw).At("09:30", Retract(timeOut));
        Expect.Refused(Move(story, Right.Case, timeOut).Here, "already-retracted");
        Expect.Refused(Move(story, Right.Case, CaseStory.Id(4711)).Here, "target-unknown");
        Expect.Refused(Move(story, null, screw).Here, "target-unknown");
        Expect.Refused(Move(story, story.Case, screw).Here, "senseless-value");
    }
}
