using JasperFx.Events;
using Periop.Domain.Cases;
using Periop.Domain.Spine;
using Periop.Domain.Text;
using Periop.Server.Store;

namespace Periop.Benchmarks.LongCases;

/// <summary>A case of very many entries, as the store would hand it out.</summary>
sealed class LongCase(string name, IEnumerable<Func<int, IReadOnlyList<Guid>, CaseEvent>> entries)
{
    static readonly DateTimeOffset Start = new(2026, 3, 2, 7, 0, 0, TimeSpan.Zero);

    static readonly Func<int, IReadOnlyList<Guid>, CaseEvent>[] Operation =
    [
        (n, _) => new PatientEnteredRoom(new Label($"OR-{n % 3}")), (_, _) => new SafetyCheckCompleted(SafetyCheckPhase.TimeOut, null),
        (_, _) => new IncisionMade(null, null), (n, _) => new AntibioticGiven(new Term("cefazolin"), null, null),
        (_, _) => new ImagingTaken(new Term("fluoroscopy"), ImagingPurpose.LevelLocalisation, null),
        (n, _) => new OsteotomyPerformed(new Level($"L{(n % 5) + 1}"), Approach.Posterior, 2, null, null, null),
        (n, _) => new HardwarePlaced { Kind = HardwareKind.PedicleScrew, Levels = [new Level("L3")], Serial = new Term($"S-{n}") },
        (n, _) => new BloodLossEstimated(n), (_, _) => new CountPerformed(CountedItem.Sponges, CountPhase.Closing, CountResult.Correct),
        (n, _) => new FluidRecorded(FluidKind.Crystalloid, n, new Term("ml")), (_, ids) => new TimeCorrected(ids[^3], Start.AddMinutes(5)),
        (_, ids) => new EntryRetracted(ids[^2]),
    ];

    public static IEnumerable<LongCase> All =>
    [
        new("1,210 room entries", Many(1210, (_, _) => new PatientEnteredRoom(null))),
        new("1,500 time corrections of one entry",
            [(_, _) => new PatientEnteredRoom(null), .. Many(1500, (n, ids) => new TimeCorrected(ids[1], Start.AddSeconds(n)))]),
        new("1,500 corrections, each of the last one",
            [(_, _) => new PatientEnteredRoom(null), .. Many(1500, (n, ids) => new TimeCorrected(ids[^1], Start.AddSeconds(n)))]),
        new("1,500 retractions, each of the last one",
            [(_, _) => new PatientEnteredRoom(null), .. Many(1500, (_, ids) => new EntryRetracted(ids[^1]))]),
        new("the same of a signature, and signed again",
        [
            (_, _) => new RecordSigned(TeamRole.Surgeon, SignatureMeaning.Author), .. Many(1500, (_, ids) => new EntryRetracted(ids[^1])),
            (_, _) => new RecordSigned(TeamRole.CirculatingNurse, SignatureMeaning.Author), (_, _) => new PatientEnteredRoom(null),
        ]),
        new("3,000 mixed entries", Many(3000, (n, ids) => Operation[n % Operation.Length](n, ids))),
        new("40 mixed entries", Many(40, (n, ids) => Operation[n % Operation.Length](n, ids))),
    ];

    public string Name => name;

    /// <summary>Two hands took turns, so that two can have signed.</summary>
    public IReadOnlyList<IEvent> Stored()
    {
        var ids = new List<Guid>();
        var stored = new List<IEvent>();
        foreach (var (number, make) in entries.Prepend((_, _) => Scheduled()).Index())
        {
            var happened = make(number, ids) with { EntryId = Guid.CreateVersion7(), OccurredAt = Start.AddSeconds(number * 5), Content = Contenders.Hash };
            var @event = (IEvent)Activator.CreateInstance(typeof(Event<>).MakeGenericType(happened.GetType()), happened)!;
            (@event.Timestamp, @event.UserName, @event.Version) = (Start.AddSeconds(number * 5), $"nurse-{number % 2}", number + 1);
            stored.Add(@event);
            ids.Add(happened.EntryId);
        }

        return stored;
    }

    public SurgicalCase Folded() => CaseStream.Fold(null, Stored())!;

    static CaseEvent Scheduled() => ((Decision.ToRecord)new ScheduleCase(new Label("2026-0117"), Room: new Label("OR-1")).Decide(Guid.Empty)).Event;

    static IEnumerable<Func<int, IReadOnlyList<Guid>, CaseEvent>> Many(int count, Func<int, IReadOnlyList<Guid>, CaseEvent> make) =>
        Enumerable.Repeat(make, count);
}
