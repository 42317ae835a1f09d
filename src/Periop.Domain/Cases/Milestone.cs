using System.Collections.Concurrent;

namespace Periop.Domain.Cases;

/// <summary>A point in time that a case is measured by (the procedural times of the AACD glossary and the WHO checklist phases).</summary>
/// <param name="Name">As in the path that records it; the phases of the checklist by their own names.</param>
/// <param name="Once">Whether a case has it once; staged cases have two incisions, closures, positions.</param>
public sealed record Milestone(string Name, Func<CaseEvent, bool> Marks, bool Once)
{
    public static readonly IReadOnlyList<Milestone> All =
    [
        Single<PatientPrepared>("preparation"),
        Repeatable<RoomReadied>("room-ready"),
        Repeatable<PatientEnteredRoom>("room-entry"),
        Single<AnesthesiaStarted>("anesthesia-start"),
        new("sign-in", e => e is SafetyCheckCompleted { Phase: SafetyCheckPhase.SignIn }, Once: false),
        Single<AnesthesiaInduced>("induction"),
        Single<PatientAnesthetized>("anesthesia"),
        Repeatable<PatientPositioned>("position"),
        Repeatable<SkinPrepared>("skin-prep"),
        new("time-out", e => e is SafetyCheckCompleted { Phase: SafetyCheckPhase.TimeOut }, Once: false),
        Repeatable<IncisionMade>("incision"),
        Repeatable<SpineExposed>("exposure"),
        Repeatable<ClosingStarted>("closing-start"),
        Repeatable<WoundClosed>("closure"),
        Repeatable<DressingApplied>("dressing"),
        new("sign-out", e => e is SafetyCheckCompleted { Phase: SafetyCheckPhase.SignOut }, Once: false),
        Single<PatientEmerged>("emergence"),
        Single<PatientLeftRoom>("room-exit"),
        Single<AnesthesiaEnded>("anesthesia-end"),
        Single<RoomCleaned>("room-cleaned"),
        Repeatable<RecoveryEntered>("recovery-entry"),
        Repeatable<RecoveryLeft>("recovery-exit"),
        Single<PhysicalTherapyStarted>("physical-therapy"),
        Single<PatientDischarged>("discharge"),
        Single<PatientDied>("death"),
    ];

    /// <summary>The milestone that an event marks; null for most events.</summary>
    public static Milestone? Of(CaseEvent happened) =>
        happened is SafetyCheckCompleted ? MarkedBy(happened) : ByType.GetOrAdd(happened.GetType(), _ => MarkedBy(happened));

    /// <summary>Every other event marks the same milestone whatever it says.</summary>
    static readonly ConcurrentDictionary<Type, Milestone?> ByType = [];

    static Milestone? MarkedBy(CaseEvent happened) => All.FirstOrDefault(m => m.Marks(happened));

    static Milestone Single<TEvent>(string name) => new(name, e => e is TEvent, Once: true);

    static Milestone Repeatable<TEvent>(string name) => new(name, e => e is TEvent, Once: false);
}
