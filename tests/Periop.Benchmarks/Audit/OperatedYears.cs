using Periop.Domain.Cases;
using Periop.Domain.Spine;
using Periop.Domain.Text;

namespace Periop.Benchmarks.Audit;

/// <summary>An event of a case, when it was recorded, by whom, and its place in the case.</summary>
sealed record Told(Guid CaseId, int Version, DateTimeOffset RecordedAt, string By, CaseEvent Event);

/// <summary>
/// Four years of operations of forty surgeons, about forty entries each: the operation, its discharge, follow-ups after 30 and 90 days
/// and a year with what they found, and among them complications, reviews, corrections, retractions, losses and deaths.
/// </summary>
sealed class OperatedYears(int cases, DateTimeOffset end)
{
    public const int Years = 4, Surgeons = 40;

    /// <summary>When a case is put on the plan, in minutes from its beginning.</summary>
    const int Scheduled = -2000;

    static readonly AssessedKind[] Assessed =
        [new("infection"), new("blood-loss"), new("nerve-injury"), new("blood-clots"), new("non-union"), new("hardware-failure"), new("chronic-pain")];

    static readonly ComplicationKind[] Complications =
    [
        ComplicationKind.InfectionSuperficial, ComplicationKind.InfectionDeep, ComplicationKind.BloodLoss, ComplicationKind.NerveInjury,
        ComplicationKind.DeepVeinThrombosis, ComplicationKind.PulmonaryEmbolism, ComplicationKind.NonUnion, ComplicationKind.HardwareFailure,
        ComplicationKind.ChronicPain, ComplicationKind.DuralTear,
    ];

    static readonly Level[] Levels = [.. new[] { "T9", "T10", "T11", "T12", "L1", "L2", "L3", "L4" }.Select(l => new Level(l))];

    public DateTimeOffset Begin { get; } = end.AddYears(-Years);

    /// <summary>All that was recorded before the end, in the order of recording.</summary>
    public IEnumerable<Told> InOrderOfRecording()
    {
        var waiting = new PriorityQueue<Told, (DateTimeOffset, long)>();
        var number = 0L;
        for (var begun = 0; begun < cases; begun++)
        {
            var at = Begin.AddTicks((end - Begin).Ticks / cases * begun);
            while (waiting.TryPeek(out _, out var next) && next.Item1 < at)
                yield return waiting.Dequeue();
            foreach (var told in Of(begun, at).Where(t => t.RecordedAt < end))
                waiting.Enqueue(told, (told.RecordedAt, number++));
        }

        while (waiting.TryDequeue(out var told, out _))
            yield return told;
    }

    static IEnumerable<Told> Of(int number, DateTimeOffset at)
    {
        var chance = new Random(number);
        var id = Guid.CreateVersion7(at.AddMinutes(Scheduled));
        return [.. Story(number, at, id, chance).OrderBy(e => e.After)
            .Select((e, n) => new Told(id, n + 1, at.AddMinutes(e.After).AddMicroseconds(n), e.By, e.Event with
            {
                EntryId = e.Event.EntryId != Guid.Empty ? e.Event.EntryId : n == 0 ? id : IdOf(chance),
                OccurredAt = at.AddMinutes(e.After),
                Content = new string('0', 64),
            }))];
    }

    static IEnumerable<(int After, string By, CaseEvent Event)> Story(int number, DateTimeOffset at, Guid id, Random chance)
    {
        bool In(double percent) => chance.NextDouble() * 100 < percent;
        const string nurse = "nurse-1", quality = "quality-1";
        var surgeon = chance.Next(1, 1 + chance.Next(1, Surgeons + 1));     // some operate far more often than others
        var levels = Levels.Skip(chance.Next(6)).Take(chance.Next(1, 4)).ToArray();
        var planned = new Procedure(new Term("spinal-osteotomy"), Approach.Posterior, levels);
        var patient = In(15) && number > 1000 ? PatientOf(number - chance.Next(1, 1000)) : PatientOf(number);
        yield return (Scheduled, "scheduler-1", new CaseScheduled(
            new Label($"B{number}"), patient, new Label($"OR {1 + (number % 12)}"), at, 240, Priority.Elective, planned, new Label($"surgeon-{surgeon}"),
            new Label("spine"), null, null, 2, null, null, new Dictionary<string, decimal> { ["age"] = 30 + chance.Next(55) })
        { EntryId = id });
        if (In(1))
        {
            yield return (-100, "scheduler-1", new CaseCalledOff(new Term("patient-related")));
            yield break;
        }

        yield return (-30, nurse, new PatientPrepared());
        yield return (0, nurse, new PatientEnteredRoom(null));
        yield return (3, nurse, new SafetyCheckCompleted(SafetyCheckPhase.SignIn, null));
        yield return (4, nurse, new AnesthesiaStarted(AnesthesiaType.General));
        yield return (6, nurse, new AnesthesiaInduced());
        yield return (12, nurse, new PatientAnesthetized(2));
        yield return (20, nurse, new PatientPositioned(BodyPosition.Prone));
        yield return (24, nurse, new NeuromonitoringStarted([new Term("MEP"), new Term("SSEP")], MonitoringBaseline.Obtained));
        yield return (25, nurse, new AntibioticGiven(new Term("cefazolin"), new Term("2 g"), null));
        yield return (32, nurse, new SkinPrepared(null));
        yield return (36, nurse, new CountPerformed(CountedItem.Sponges, CountPhase.Initial, CountResult.Correct));
        if (!In(2))
            yield return (38, nurse, new SafetyCheckCompleted(SafetyCheckPhase.TimeOut, null));
        var incision = IdOf(chance);
        yield return (40, nurse, new IncisionMade(null, Approach.Posterior) { EntryId = incision });
        yield return (50, nurse, new SpineExposed(levels));
        yield return (55, nurse, new ImagingTaken(new Term("x-ray"), ImagingPurpose.LevelLocalisation, levels));
        foreach (var (n, level) in levels.Index())
            yield return (70 + (20 * n), nurse, new OsteotomyPerformed(level, Approach.Posterior, 2 + chance.Next(2), null, null, null));
        for (var device = 0; device < 6; device++)
            yield return (130 + device, nurse, new HardwarePlaced
            {
                Kind = HardwareKind.PedicleScrew,
                Levels = [Levels[device]],
                Udi = new Scan($"(01)51022222233336(17)400707(10)L-{number % 500}"),
            });
        var blood = IdOf(chance);
        yield return (150, nurse, new BloodLossEstimated(300) { EntryId = blood });
        yield return (170, nurse, new BloodLossEstimated(450));
        if (In(8))
            yield return (171, nurse, new BloodProductGiven(new Term("red-cells"), 1 + chance.Next(5)));
        yield return (180, nurse, new ClosingStarted());
        yield return (185, nurse, new CountPerformed(CountedItem.Sponges, CountPhase.Closing, CountResult.Correct));
        yield return (200, nurse, new WoundClosed(ClosureMethod.Sutures, 1, null));
        yield return (206, nurse, new SafetyCheckCompleted(SafetyCheckPhase.SignOut, null));
        yield return (210, nurse, new PatientLeftRoom(null));
        yield return (215, nurse, new AnesthesiaEnded());
        if (In(3))
            yield return (216, nurse, new TimeCorrected(incision, at.AddMinutes(41)) { Reason = new Note("typed wrongly") });
        if (In(2))
            yield return (217, nurse, new EntryRetracted(blood) { Reason = new Note("other patient") });
        yield return (240, $"surgeon-{surgeon}", new RecordSigned(TeamRole.Surgeon, SignatureMeaning.Author));
        yield return (250, nurse, new RecordSigned(TeamRole.CirculatingNurse, SignatureMeaning.Author));
        const int day = 24 * 60;
        var discharged = (3 + chance.Next(6)) * day;
        yield return (discharged, nurse, new PatientDischarged(null));
        if (In(2))
            yield return (discharged + (9 * day), quality, new PatientReadmitted(null));
        if (In(1.5))
        {
            yield return ((10 + chance.Next(300)) * day, quality, new PatientDied());
            yield break;
        }

        if (In(7))
            foreach (var told in Complication(at, chance))
                yield return told;
        if (In(2))
        {
            yield return (40 * day, quality, new FollowUpDeclined(null));
            yield break;
        }

        foreach (var (after, percent) in new[] { (30, 85), (90, 80), (365, 70) })
            if (In(percent))
                yield return (((after + chance.Next(8)) * day) + 600, quality, new FollowUpRecorded(
                    true, null, null, null, null, [.. Assessed.Select(kind => new Assessment(kind, In(6) ? Finding.NotAssessed : Finding.Absent))]));
            else if (after == 365 && In(40))
            {
                yield return (380 * day, quality, new FollowUpAttempted(FollowUpMethod.Call, FollowUpResult.NotReached));
                yield return (390 * day, quality, new FollowUpLost(null));
            }
    }

    static IEnumerable<(int After, string By, CaseEvent Event)> Complication(DateTimeOffset at, Random chance)
    {
        const int day = 24 * 60;
        var (kind, onset, report) = (Complications[chance.Next(Complications.Length)], chance.Next(1, 300) * day, IdOf(chance));
        yield return (onset + 300, "quality-1", new ComplicationReported(kind, at.AddMinutes(onset), null, null, null, null, null, null) { EntryId = report });
        if (chance.Next(100) < 80)
            yield return (onset + (5 * day), "quality-2", new ComplicationReviewed(
                report, chance.Next(100) < 92 ? ReviewDecision.Confirmed : ReviewDecision.Rejected, null, null, null, null, null));
    }

    static Guid PatientOf(int number) => new(number, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10);

    static Guid IdOf(Random chance)
    {
        Span<byte> bytes = stackalloc byte[16];
        chance.NextBytes(bytes);
        return new Guid(bytes);
    }
}
