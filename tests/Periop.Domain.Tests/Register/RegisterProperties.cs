using CsCheck;
using Periop.Domain.Cases;
using Periop.Domain.Register;
using Periop.Domain.Tests.Cases;

namespace Periop.Domain.Tests.Register;

/// <summary>What holds for the register whatever hospitals do, and however the events come in batches.</summary>
public class RegisterProperties
{
    [Fact]
    public void What_is_written_and_replayed_is_the_rows_of_the_fold_at_every_position() => Holds((events, ledger) =>
    {
        var cases = new Dictionary<Guid, SurgicalCase>();
        foreach (var happened in events)
        {
            cases[happened.Stream] = happened.Onto(cases.GetValueOrDefault(happened.Stream));
            foreach (var (stream, surgicalCase) in cases)
                Assert.Equal(InOrder(RegisterRows.OfCase.SelectMany(part => part.Of(surgicalCase))), InOrder(ledger.At(stream, happened.Sequence)));
        }
    });

    [Fact]
    public void A_row_is_written_only_when_it_has_changed() => Holds((_, ledger) =>
    {
        foreach (var versions in ledger.Versions.GroupBy(v => Ledger.Identity(v.Stream, v.Row)))
            foreach (var (earlier, later) in versions.Zip(versions.Skip(1)))
                Assert.True(earlier.To!.Sequence < later.From.Sequence || !earlier.Row.Equals(later.Row), $"{later} says the same as before.");
    });

    [Fact]
    public void Every_row_says_when_its_first_and_last_entry_were_recorded() => Holds((events, ledger) =>
    {
        var positions = events.ToDictionary(e => e.Sequence, e => new EventPosition(e.Sequence, e.Entry.RecordedAt));
        Assert.All(ledger.Versions, v => Assert.Equal((positions[v.From.Sequence], v.To is null ? null : positions[v.To.Sequence]), (v.From, v.To)));
    });

    [Fact]
    public void However_the_events_are_batched_the_same_is_written() => Histories.Sample(history =>
        Assert.Equal(Written(history.Events, [1]).Versions.ToHashSet(), Written(history.Events, history.Batches).Versions.ToHashSet()), iter: 50);

    /// <summary>The events of up to three cases in a random order, and the sizes of their batches.</summary>
    static Gen<(IReadOnlyList<Happened> Events, int[] Batches)> Histories =>
        Gen.Select(Move.Any.Array[1, 3], Gen.Int[0, 2].Array[1, 20], Gen.Int[1, 30].Array[1, 5])
            .Select((moves, turns, batches) => (Happened.InTurns([.. moves.Select(m => Played.From(m).Case)], turns), batches));

    static void Holds(Action<IReadOnlyList<Happened>, Ledger> property) =>
        Histories.Sample(history => property(history.Events, Written(history.Events, history.Batches)), iter: 50);

    /// <summary>What a projection writes: the rows before an event are those after the one before it.</summary>
    static Ledger Written(IReadOnlyList<Happened> events, int[] batches)
    {
        var ledger = new Ledger();
        var cases = new Dictionary<Guid, SurgicalCase>();
        for (var (done, batch) = (0, 0); done < events.Count; done += batches[batch++ % batches.Length])
        {
            var steps = new List<RegisterStep>();
            var rows = new Dictionary<Guid, CaseRows>();
            foreach (var happened in events.Skip(done).Take(batches[batch % batches.Length]))
            {
                var before = cases.GetValueOrDefault(happened.Stream);
                cases[happened.Stream] = happened.Onto(before);
                if (!rows.TryGetValue(happened.Stream, out var ofCase))
                    rows[happened.Stream] = ofCase = new CaseRows(happened.Stream, before, RegisterRows.OfCase);
                steps.AddRange(
                    ofCase.Next(new EventPosition(happened.Sequence, happened.Entry.RecordedAt), happened.Entry.Event, cases[happened.Stream]));
            }

            ledger.Write(RegisterChanges.Of(steps));
        }

        return ledger;
    }

    static IEnumerable<RegisterRow> InOrder(IEnumerable<RegisterRow> rows) => rows.OrderBy(r => $"{r.Key} {r.GetType().Name}", StringComparer.Ordinal);

    /// <summary>An event at its position among those of all cases.</summary>
    sealed record Happened(Guid Stream, long Sequence, Entry Entry)
    {
        public SurgicalCase Onto(SurgicalCase? before) => SurgicalCase.Evolve(before, Entry.Event, Entry.RecordedAt, Entry.RecordedBy);

        /// <summary>All cases have the same entry ids, so that whatever mixes up their streams is found.</summary>
        public static IReadOnlyList<Happened> InTurns(SurgicalCase[] cases, int[] turns)
        {
            var left = cases.Select((c, index) => (Stream: CaseStory.Id(9000 + index), Entries: new Queue<Entry>(c.InOrderOfRecording()))).ToList();
            var events = new List<Happened>();
            for (var turn = 0; left.Count > 0; turn++)
            {
                var next = left[turns[turn % turns.Length] % left.Count];
                events.Add(new Happened(next.Stream, events.Count + 1, next.Entries.Dequeue()));
                left.RemoveAll(l => l.Entries.Count == 0);
            }

            return events;
        }
    }
}
