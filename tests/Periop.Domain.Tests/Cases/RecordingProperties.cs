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
    public void What_is_folded_entry_by_entry_equals_what_is_folded_in_two_batches() => Holds(Move.Any, played =>
    {
        var recorded = played.Case.InOrderOfRecording().Select(e => (e.Event, e.RecordedAt, e.RecordedBy)).ToArray();
        for (var cut = 0; cut <= recorded.Length; cut++)
        {
            var folded = SurgicalCase.Evolve(SurgicalCase.Evolve(null, recorded[..cut]), recorded[cut..])!;
            Assert.Equal((played.Case.Id, played.Case.Version, played.Case.RecordedAt), (folded.Id, folded.Version, folded.RecordedAt));
            Assert.Equal(played.Case.InOrderOfRecording(), folded.InOrderOfRecording());
        }
    });

    [Fact]
    public void The_surviving_entries_at_their_effective_times_decide_everything_but_what_is_judged_when_it_is_recorded() =>
        Holds(Move.Any, played => Assert.Equal(
            Everything(played.Case, JudgedByHistory), Everything(WithoutHistory(played.Case), JudgedByHistory)));

    /// <summary>The one walk finds what folding the case anew before every entry would.</summary>
    [Fact]
    public void An_entry_is_judged_by_what_stood_when_it_was_recorded() => Holds(Move.OfWhatIsJudged, played =>
    {
        var flags = CaseFlags.Of(played.Case, CaseStory.Rules);
        foreach (var entry in played.Case.Surviving())
        {
            var before = played.Case.AtVersion(entry.Version - 1)?.Surviving();
            Assert.Equal(
                before is not null && Signatures.Freezing(before) is not null && About(entry.Event, played.Case) is IntraoperativeEvent,
                flags.Any(f => f.Code == "entry-after-signature" && f.EntryIds[0] == entry.Id));
            Assert.Equal(
                before is not null && CarriesOn(entry, before, played.Case),
                flags.Any(f => f.Code == "entry-after-calling-off" && f.EntryIds[1] == entry.Id));
        }
    });

    [Fact]
    public void Among_the_stories_are_entries_that_were_judged_by_what_stood_then()
    {
        var met = new ConcurrentDictionary<string, int>();
        Holds(Move.OfWhatIsJudged, played =>
        {
            foreach (var flag in CaseFlags.Of(played.Case, CaseStory.Rules))
                met.AddOrUpdate(flag.Code, 1, (_, n) => n + 1);
        });
        Assert.All([.. JudgedByHistory, "called-off-after-surgery"], code => Assert.True(met.GetValueOrDefault(code) > 10, $"{code}: {string.Join(' ', met)}"));
    }

    [Fact]
    public void What_an_entry_raised_by_what_stood_then_is_taken_away_by_its_retraction_alone() => Holds(Move.OfWhatIsJudged, played =>
    {
        foreach (var step in played.Steps)
            if (step.Result is CommandResult.Recorded { Receipt: var receipt })
                foreach (var flag in receipt.Flags.Where(f => f.Code is "entry-after-signature" or "entry-after-calling-off"))
                    if (played.Case.Entries[flag.EntryIds[^1]].Survives)
                        Assert.Contains(CaseFlags.Of(played.Case, CaseStory.Rules), flag.SameAs);
    });

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

    static readonly string[] JudgedByHistory = ["entry-after-signature", "signature-withdrawn", "entry-after-calling-off"];

    static CaseEvent About(CaseEvent happened, SurgicalCase surgicalCase) => happened switch
    {
        TimeCorrected correction => About(surgicalCase.Entries[correction.TargetEntryId].Event, surgicalCase),
        EntryRetracted retraction => About(surgicalCase.Entries[retraction.TargetEntryId].Event, surgicalCase),
        _ => happened,
    };

    static bool CarriesOn(Entry entry, SurvivingEntries before, SurgicalCase surgicalCase)
    {
        var (what, at) = entry.Event is TimeCorrected correction
            ? (surgicalCase.Entries[correction.TargetEntryId].Event, correction.CorrectedTo)
            : (entry.Event, entry.Event.OccurredAt);
        var callingOff = before.All<CaseCalledOff>().LastOrDefault(c => c.EffectiveAt <= at && !IsLate(c));
        if (callingOff is null)
            return false;
        var aborted = before.First<PatientEnteredRoom>() is { } entered && IsBefore(entered, callingOff);
        return what is PlanChanged or DelayRecorded
            || (aborted ? what is ISurgicalStep and not (ClosingStarted or WoundClosed or HardwareRemoved) : what is IntraoperativeEvent);

        bool IsLate(Entry c) => before.All<WoundClosed>().Any(w => IsBefore(w, c))
            || (before.All<IncisionMade>().Any(i => IsBefore(i, c)) && before.All<PatientLeftRoom>().Any(x => IsBefore(x, c)));

        bool IsBefore(Entry one, Entry other) => before.TakeWhile(e => e != other).Contains(one);
    }

    /// <summary>All that is derived from a case.</summary>
    /// <param name="except">The codes of flags that are left out.</param>
    static string Everything(SurgicalCase surgicalCase, params string[] except)
    {
        var entries = surgicalCase.Surviving();
        return string.Join('\n',
            Expect.Text(CaseFlags.Of(surgicalCase, CaseStory.Rules).Where(f => !except.Contains(f.Code)).ToArray()), Expect.Text(Progress.Of(entries)),
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
