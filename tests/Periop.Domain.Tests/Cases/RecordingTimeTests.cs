using Periop.Domain.Cases;
using static Periop.Domain.Tests.Steps;

namespace Periop.Domain.Tests.Cases;

public class RecordingTimeTests
{
    static readonly CaseStory[] Chapters = [.. Told()];

    static IEnumerable<CaseStory> Told()
    {
        var story = CaseStory.Scheduled(Plan("L2"));
        yield return story;
        yield return story = story.At("08:00", EnterRoom(), out var entered);
        yield return story = story.At("08:45", new MakeIncision());
        yield return story = story.At("08:50", Correct(entered, "07:50"), out var correction);
        yield return story = story.At("08:55", Retract(correction));
        yield return story = story.At("09:00", TimeOut.HappenedAt("08:40"));
        yield return story = story.At("09:05", EnterRoom("OR-5").Replacing(entered));
        yield return story = story.At("09:10", CallOff);
    }

    public static TheoryData<int> EveryChapter => [.. Enumerable.Range(0, 8)];

    [Theory, MemberData(nameof(EveryChapter))]
    public void The_case_at_a_version_is_what_was_there_then(int chapter) =>
        Assert.Equal(Chapters[chapter].Case.InOrderOfRecording(), Chapters[^1].Case.AtVersion(Chapters[chapter].Case.Version)!.InOrderOfRecording());

    [Theory, MemberData(nameof(EveryChapter))]
    public void The_case_as_of_an_instant_is_what_was_there_then(int chapter) =>
        Assert.Equal(Chapters[chapter].Case.InOrderOfRecording(), Chapters[^1].Case.AsOf(Chapters[chapter].Case.RecordedAt)!.InOrderOfRecording());

    [Theory, MemberData(nameof(EveryChapter))]
    public void The_flags_as_of_an_instant_are_those_raised_then(int chapter) =>
        Assert.Equal(Expect.Text(Chapters[chapter].Flags),
            Expect.Text(CaseFlags.Of(Chapters[^1].Case.AsOf(Chapters[chapter].Case.RecordedAt)!, CaseStory.Rules)));

    [Fact]
    public void Before_its_first_entry_there_is_no_case() => Assert.Null(Chapters[^1].Case.AsOf(CaseStory.Time("05:59")));

    [Fact]
    public void At_version_nought_there_is_no_case() => Assert.Null(Chapters[^1].Case.AtVersion(0));

    [Fact]
    public void Recording_times_rise_although_the_clock_stands_still()
    {
        var story = CaseStory.Scheduled().At("08:00", EnterRoom()).At("08:00", GeneralAnesthesia, out var second);
        Assert.Equal(CaseStory.Time("08:00").AddMicroseconds(1), story[second].RecordedAt);
    }

    [Fact]
    public void Recording_times_rise_although_the_clock_goes_back()
    {
        var story = CaseStory.Scheduled().At("08:00", EnterRoom()).At("07:00", GeneralAnesthesia, out var second);
        Assert.Equal(CaseStory.Time("08:00").AddMicroseconds(1), story[second].RecordedAt);
    }

    [Fact]
    public void Both_entries_of_a_replacement_have_a_time_of_their_own()
    {
        var entries = Expect.Recorded(
            CaseStory.Scheduled().At("08:00", EnterRoom(), out var entered).When("08:05", EnterRoom("OR-5").Replacing(entered))).Entries;
        Assert.Equal([CaseStory.Time("08:05"), CaseStory.Time("08:05").AddMicroseconds(1)], entries.Select(e => e.RecordedAt));
    }

    [Fact]
    public void Recording_times_are_in_coordinated_universal_time() => Assert.Equal(TimeSpan.Zero, CaseStory.Scheduled().Case.RecordedAt.Offset);

    [Fact]
    public void A_stated_time_keeps_its_offset() =>
        Assert.Equal(TimeSpan.FromHours(1),
            CaseStory.Scheduled().At("08:00", EnterRoom().HappenedAt("07:55"), out var entered)[entered].Event.OccurredAt.Offset);

    [Fact]
    public void Without_a_stated_time_it_happened_now() =>
        Assert.Equal(CaseStory.Time("08:00"), CaseStory.Scheduled().At("08:00", EnterRoom(), out var entered)[entered].Event.OccurredAt);

    [Fact]
    public void Times_are_kept_to_the_microsecond() =>
        Assert.Equal(CaseStory.Time("07:55:00.123456"),
            CaseStory.Scheduled().At("08:00", EnterRoom().HappenedAt("07:55:00.1234567"), out var entered)[entered].Event.OccurredAt);
}
