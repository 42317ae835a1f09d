using CsCheck;
using Periop.Domain.Cases;
using Periop.Domain.Spine;
using Periop.Domain.Text;
using static Periop.Domain.Tests.Steps;

namespace Periop.Domain.Tests.Cases;

/// <summary>Something that a hospital may do next, whether it makes sense or not.</summary>
/// <param name="Kind">Which command.</param>
/// <param name="Pick">Its values.</param>
/// <param name="Target">Which earlier entry it points at, if it does; nought at none of the case.</param>
/// <param name="Passed">Minutes since the last one by the server's clock, which may go back.</param>
/// <param name="Ago">How many minutes before it was recorded it happened; null when it is not said.</param>
/// <param name="Replaces">Whether it replaces its target.</param>
/// <param name="Stops">Whether the hospital stops anything.</param>
public sealed record Move(int Kind, int Pick, int Target, int Passed, int? Ago, EntrySource Source, bool Override, bool Reason, bool Replaces, bool Stops)
{
    static readonly Term AWord = new("word");

    /// <summary>What most flags are about, and what changes it afterwards.</summary>
    static Func<int, Guid, CaseCommand>[] Core =>
    [
        (_, _) => EnterRoom(), (_, _) => new InduceAnesthesia(), (_, _) => TimeOut,
        (_, _) => Antibiotic("cefazolin"), (_, _) => new MakeIncision(), (_, _) => LocalisingImage(),
        (n, _) => Osteotomy(ALevel(n).Value, (n % 6) + 1), (n, _) => Screw($"S-{n % 3}", "R-1"), (_, _) => Closure, (_, _) => new LeaveRoom(),
        (n, target) => new CorrectTime(target, CaseStory.Time("06:00").AddMinutes(n * 3)),
        (n, target) => new CorrectTime(target, CaseStory.Time("06:00").AddMinutes(n * 7)),
        (_, target) => new RetractEntry(target), (_, target) => new RetractEntry(target),
    ];

    static Func<int, Guid, CaseCommand>[] Others =>
    [
        (_, _) => Item(PreparationItem.Consent), (n, _) => Item(Value<PreparationItem>(n), Value<PreparationOutcome>(n / 7)),
        (_, _) => new DeclarePatientPrepared(),
        (_, _) => new ReadyRoom(), (n, _) => EnterRoom($"OR-{n % 3}"), (n, _) => new StartAnesthesia(Value<AnesthesiaType>(n)),
        (n, _) => new AnesthetizePatient(n % 8), (n, _) => new PositionPatient(Value<BodyPosition>(n)), (_, _) => new PrepareSkin(),
        (n, _) => new CompleteSafetyCheck(Value<SafetyCheckPhase>(n)), (n, _) => Antibiotic(n % 2 == 0 ? "cefazolin" : "vancomycin"),
        (_, _) => new OmitAntibiotic(OmissionReason.Allergy),
        (n, _) => new ExposeSpine([ALevel(n)]), (n, _) => LocalisingImage(ALevel(n).Value),
        (_, _) => Neuromonitoring, (_, _) => Alert, (n, target) => new ResolveAlert(target, Value<AlertOutcome>(n)),
        (n, _) => Osteotomy(ALevel(n).Value, n % 8, (n % 5) + 1),
        (n, _) => new MeasureCorrection(AWord, n, CorrectionUnit.Deg, Value<CorrectionPhase>(n)),
        (n, _) => Screw($"S-{n % 3}", "R-1", expiry: new DateOnly(2026, 3, (n % 4) + 1)),
        (n, _) => Screw(udi: $"(01)51022222233336(21)S-{n % 3}"), (_, _) => Screw(udi: "]d2nothing"), (_, target) => new RemoveHardware(target),
        (n, _) => new WasteHardware { Kind = HardwareKind.Rod, Code = AWord, Quantity = n % 4 },
        (_, _) => new ReturnHardware { Kind = HardwareKind.Rod, Code = AWord },
        (n, _) => new EstimateBloodLoss(n - 10), (n, _) => new GiveBloodProduct(AWord, n % 4),
        (n, _) => new RecordFluid(FluidKind.Urine, n - 10, AWord), (_, _) => new TakeSpecimen(new Note("disc")),
        (n, _) => new PerformCount(Value<CountedItem>(n), Value<CountPhase>(n / 3), Value<CountResult>(n / 9)),
        (_, _) => new StartClosing(), (n, _) => new CloseWound(ClosureMethod.Staples, n % 6),
        (_, _) => new ApplyDressing(), (_, _) => new EmergePatient(), (_, _) => new EndAnesthesia(), (_, _) => new CleanRoom(),
        (_, _) => new EnterRecovery(), (_, _) => new LeaveRecovery(), (_, _) => new StartPhysicalTherapy(),
        (_, _) => Discharge, (_, _) => new ReadmitPatient(), (_, _) => new ReturnToRoom(false),
        (_, _) => new RecordDeath(), (n, _) => new ReportComplication(Value<ComplicationKind>(n)), (_, target) => Infection with { TargetEntryId = target },
        (n, target) => new ReviewComplication(Value<ReviewDecision>(n), n % 3 == 0 ? new AssessedKind("infection") : null) { TargetEntryId = target },
        (n, _) => new AssessOutcomes(
            [new Assessment(new AssessedKind("infection"), Value<Finding>(n)), new Assessment(new AssessedKind("non-union"), Value<Finding>(n / 3))]),
        (n, _) => new RecordFollowUp(PainScore: n % 12), (_, _) => new LoseFollowUp(), (_, _) => new DeclineFollowUp(),
        (n, _) => new DecideCodes([new CodedUnits(new Term("22214"), n % 3)]),
        (n, _) => new AttemptFollowUp(Value<FollowUpMethod>(n), Value<FollowUpResult>(n / 5)),
        (n, _) => PlanLevels(ALevel(n).Value), (n, _) => new ChangePlan(ScheduledMinutes: n * 10),
        (n, _) => new DelayCase(AWord, n), (_, _) => CallOff, (n, _) => new ChangeTeam(new Label("nurse-1"), Value<TeamRole>(n), Value<TeamAction>(n)),
        (n, _) => new CorrectPatient(new Reference("p-2")) { PatientId = CaseStory.Id(n) }, (_, _) => new AddAddendum(new Note("text")),
        (n, _) => new AcknowledgeFlag(new Term(CaseStory.Rules.Flags[n % CaseStory.Rules.Flags.Count].Code)),
    ];

    static Func<int, Guid, CaseCommand>[] Signing =>
        [(_, _) => Sign(TeamRole.Surgeon), (_, _) => Sign(TeamRole.CirculatingNurse), (n, _) => Sign(Value<TeamRole>(n))];

    /// <summary>Signatures and callings off, what they are judged by, and what is judged by them.</summary>
    static Func<int, Guid, CaseCommand>[] Judged =>
    [
        .. Signing, (_, _) => CallOff, (_, _) => EnterRoom(), (_, _) => new MakeIncision(), (_, _) => Closure, (_, _) => new LeaveRoom(),
        (n, target) => new CorrectTime(target, CaseStory.Time("06:00").AddMinutes(n * 3)), (_, target) => new RetractEntry(target),
        (_, target) => new RetractEntry(target),
    ];

    static readonly Func<int, Guid, CaseCommand>[] Kinds = [.. Core, .. Others, .. Signing, .. Judged];

    public static Gen<Move[]> Any => Of(Gen.Int[0, Kinds.Length - Judged.Length - 1]).Array[0, 30];

    public static Gen<Move[]> WithoutSignatures => Of(Gen.Int[0, Kinds.Length - Judged.Length - Signing.Length - 1]).Array[0, 30];

    public static Gen<Move[]> OfWhatIsJudged => Of(Gen.Int[Kinds.Length - Judged.Length, Kinds.Length - 1]).Array[0, 40];

    public CaseCommand Command(IReadOnlyList<Guid> entries, DateTimeOffset now)
    {
        var target = Target == 0 ? CaseStory.Id(-1) : entries[^(1 + (Target % entries.Count))];
        return Kinds[Kind](Pick, target) with
        {
            OccurredAt = Ago is { } minutes ? now.AddMinutes(-minutes) : null,
            Source = Source,
            Override = Override ? new Note("bleeding") : null,
            Reason = Reason ? new Note("forgotten") : null,
            Replaces = Replaces ? target : null,
        };
    }

    static Gen<Move> Of(Gen<int> kinds) => Gen.Select(
        Gen.Frequency((1, Gen.Int[0, Core.Length - 1]), (1, kinds)), Gen.Int[0, 60], Gen.Int[0, 20], Gen.Int[-3, 40],
        Gen.OneOf(Gen.Const((int?)null), Gen.Int[-8, 300].Select(minutes => (int?)minutes)),
        Gen.Frequency((5, Gen.Const(EntrySource.Live)), (1, Gen.Const(EntrySource.Device)),
            (1, Gen.Const(EntrySource.Import)), (1, Gen.Const(EntrySource.Downtime))),
        Gen.Select(Gen.Bool, Gen.Bool, Gen.Int[0, 9], Gen.Bool),
        (kind, pick, target, passed, ago, source, how) => new Move(kind, pick, target, passed, ago, source, how.Item1, how.Item2, how.Item3 == 0, how.Item4));

    static TEnum Value<TEnum>(int n) where TEnum : struct, Enum => Enum.GetValues<TEnum>()[n % Enum.GetValues<TEnum>().Length];

    static Level ALevel(int n) => new(n % 2 == 0 ? "L3" : "T12");
}

/// <summary>A case that random moves came to, with each step on the way.</summary>
public sealed record Played(IReadOnlyList<PlayedStep> Steps)
{
    public SurgicalCase Case => Steps[^1].After;

    public static Played From(Move[] moves)
    {
        var now = CaseStory.Time("06:00");
        var schedule = Plan("L3");
        var steps = new List<PlayedStep> { Step(null, schedule, now, 0, stops: false) };
        foreach (var move in moves)
        {
            now = now.AddMinutes(move.Passed);
            var before = steps[^1].After;
            steps.Add(Step(before, move.Command([.. before.InOrderOfRecording().Select(e => e.Id)], now), now, steps.Count, move.Stops));
        }

        return new Played(steps);
    }

    /// <summary>The moves in words, for a failing property.</summary>
    public static string Told(Move[] moves) =>
        string.Join('\n', From(moves).Steps.Select(s => $"{s.At.Now:dd HH:mm} {s.Command} -> {s.Result.GetType().Name}"));

    static PlayedStep Step(SurgicalCase? before, CaseCommand command, DateTimeOffset now, int number, bool stops)
    {
        var at = new Circumstances(CaseStory.Id(number + 1), command.ToString(), $"nurse-{number % 3}", now, null,
            stops ? CaseStory.Rules.DefaultStops : new HashSet<string>(StringComparer.Ordinal), CaseStory.Rules);
        var result = Recording.Record(before, command, at);
        return new PlayedStep(before, command, at, result, result is CommandResult.Recorded recorded ? recorded.Case : before!);
    }
}

/// <summary>One command, what it met and what it came to.</summary>
public sealed record PlayedStep(SurgicalCase? Before, CaseCommand Command, Circumstances At, CommandResult Result, SurgicalCase After);
