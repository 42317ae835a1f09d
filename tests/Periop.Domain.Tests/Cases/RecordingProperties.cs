using System.Collections.Concurrent;
using System.Collections.Immutable;
using CsCheck;
using Periop.Domain.Cases;
using Periop.Domain.Procedures;
using Periop.Domain.Times;

namespace Periop.Domain.Tests.Cases;

/// <summary>What holds for every case, whatever a hospital does. A failing property prints its seed and the shortest story found.</summary>
public class RecordingProperties
{
    [Fact]
    public void A_repeated_command_gets_its_first_receipt_and_adds_nothing() => Holds(Move.Any, played =>
    {
        foreach (var step in played.Steps)
            if (step.Result is CommandResult.Recorded first)
                Assert.Equal(Expect.Text(first.Receipt),
                    Expect.Text(Expect.Replayed(Recording.Record(played.Case, step.Command, step.At with { Now = step.At.Now.AddDays(9) }))));
    });

    [Fact]
    public void What_is_folded_live_equals_what_is_replayed_from_the_entries() => Holds(Move.Any, played =>
    {
        var replayed = played.Case.InOrderOfRecording()
            .Aggregate((SurgicalCase?)null, (soFar, e) => SurgicalCase.Evolve(soFar, e.Event, e.RecordedAt, e.RecordedBy))!;
        Assert.Equal(Everything(played.Case), Everything(replayed));
    });

    [Fact]
    public void The_surviving_entries_at_their_effective_times_decide_everything() =>
        Holds(Move.WithoutSignatures, played => Assert.Equal(Everything(played.Case), Everything(WithoutHistory(played.Case))));

    [Fact]
    public void The_version_is_the_number_of_entries() => Holds(Move.Any, played =>
        Assert.Equal(Enumerable.Range(1, played.Case.Entries.Count).Select(n => (long)n), played.Case.InOrderOfRecording().Select(e => e.Version)));

    [Fact]
    public void Recording_times_rise_strictly_whatever_the_clock_does() => Holds(Move.Any, played =>
        Assert.All(played.Case.InOrderOfRecording().Zip(played.Case.InOrderOfRecording().Skip(1)),
            pair => Assert.True(pair.First.RecordedAt < pair.Second.RecordedAt)));

    [Fact]
    public void Nothing_recorded_is_ever_changed() => Holds(Move.Any, played =>
    {
        foreach (var step in played.Steps)
            Assert.Equal(AsWritten(step.After), AsWritten(played.Case).Take(step.After.Entries.Count));
    });

    [Fact]
    public void The_case_as_of_each_instant_is_what_was_there() => Holds(Move.Any, played =>
    {
        foreach (var step in played.Steps)
            Assert.Equal(step.After.InOrderOfRecording(), played.Case.AsOf(step.After.RecordedAt)!.InOrderOfRecording());
    });

    [Fact]
    public void A_refused_or_stopped_command_leaves_no_entry() => Holds(Move.Any, played =>
        Assert.Equal(played.Steps.Sum(s => s.Result is CommandResult.Recorded recorded ? recorded.Entries.Count : 0), played.Case.Entries.Count));

    [Fact]
    public void With_everything_retracted_only_retractions_survive() => Holds(Move.Any, played =>
    {
        var story = new CaseStory(played.Case);
        foreach (var entry in played.Case.InOrderOfRecording().Where(e => e.Survives && e.Event is not EntryRetracted))
            story = story.At("+9 10:00", Steps.Retract(entry.Id).Under(CaseStory.Id((int)(5000 + story.Case.Version))));
        Assert.All(story.Entries, e => Assert.IsType<EntryRetracted>(e.Event));
    });

    [Fact]
    public void A_retraction_and_its_retraction_leave_the_case_as_it_was() => Holds(Move.WithoutSignatures, played =>
    {
        foreach (var entry in played.Case.Surviving())
        {
            var story = new CaseStory(played.Case)
                .At("06:00", Steps.Retract(entry.Id).Under(CaseStory.Id(5001)), out var retraction)
                .At("06:00", Steps.Retract(retraction).Under(CaseStory.Id(5002)));
            Assert.Equal(played.Case.InOrderOfRecording(), story.Case.InOrderOfRecording().SkipLast(2));
        }
    });

    [Fact]
    public void A_receipt_lists_flags_that_the_case_then_has() => Holds(Move.Any, played =>
    {
        foreach (var step in played.Steps)
            if (step.Result is CommandResult.Recorded recorded)
                Assert.All(recorded.Receipt.Flags, flag => Assert.Contains(CaseFlags.Of(step.After, CaseStory.Rules), flag.SameAs));
    });

    [Fact]
    public void Only_what_comes_from_a_screen_without_a_reason_is_stopped() => Holds(Move.Any, played =>
        Assert.All(played.Steps.Where(s => s.Result is CommandResult.Stopped),
            s => Assert.Equal((EntrySource.Live, null), (s.Command.Source, s.Command.Override))));

    /// <summary>What holds for every entry that was stopped holds also where none ever is.</summary>
    [Fact]
    public void Among_the_stories_are_entries_recorded_with_flags_stopped_and_refused()
    {
        var met = new ConcurrentDictionary<Type, bool>();
        var flags = 0;
        Holds(Move.Any, played =>
        {
            foreach (var step in played.Steps)
            {
                met[step.Result.GetType()] = true;
                if (step.Result is CommandResult.Recorded { Receipt.Flags.Count: > 0 })
                    Interlocked.Increment(ref flags);
            }
        });
        Assert.Superset(new HashSet<Type> { typeof(CommandResult.Recorded), typeof(CommandResult.Stopped), typeof(CommandResult.Refused) },
            met.Keys.ToHashSet());
        Assert.True(flags > 100, $"{flags} entries raised flags");
    }

    /// <summary>The moves of a sample are played, which fails when a command throws, and judged.</summary>
    static void Holds(Gen<Move[]> moves, Action<Played> property) => moves.Sample(m => property(Played.From(m)), iter: 100, print: Played.Told);

    /// <summary>All that is derived from a case.</summary>
    static string Everything(SurgicalCase surgicalCase)
    {
        var entries = surgicalCase.Surviving();
        return string.Join('\n', Expect.Text(CaseFlags.Of(surgicalCase, CaseStory.Rules)), Expect.Text(Progress.Of(entries)),
            Expect.Text(Duration.Of(entries)), Expect.Text(Completeness.Of(entries, CaseStory.Rules)),
            Expect.Text(Domain.Cases.Plan.Of(entries)), Expect.Text(ProcedureFamilies.Shipped.CodesOf(entries)),
            string.Join(' ', entries.Select(e => (e.Id, e.EffectiveAt))));
    }

    /// <summary>A case with the same survivors, each stated at once at the time that counts; the scheduling is kept even when retracted.</summary>
    static SurgicalCase WithoutHistory(SurgicalCase surgicalCase) => surgicalCase with
    {
        Entries = surgicalCase.Entries.Values.Where(e => e.Survives || e.Id == surgicalCase.Id)
            .ToImmutableDictionary(e => e.Id,
                e => new Entry(e.Event with { OccurredAt = e.EffectiveAt }, e.Version, e.RecordedAt, e.RecordedBy) { RetractedBy = e.RetractedBy }),
    };

    static IEnumerable<(CaseEvent, long, DateTimeOffset, string)> AsWritten(SurgicalCase surgicalCase) =>
        surgicalCase.InOrderOfRecording().Select(e => (e.Event, e.Version, e.RecordedAt, e.RecordedBy));
}
