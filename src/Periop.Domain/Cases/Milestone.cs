using System.Collections.Concurrent;

namespace Periop.Domain.Cases;

/// <summary>A point in time that a case is measured by (the procedural times of the AACD glossary and the WHO checklist phases).</summary>
public sealed class Milestone
{
    readonly Func<CaseEvent, bool> marks;

    Milestone(string name, Func<CaseEvent, bool> marks, bool isOnce) => (Name, this.marks, IsOnce) = (name, marks, isOnce);

    public static readonly Milestone Preparation = Once<PatientPrepared>("preparation");
    public static readonly Milestone RoomReady = Repeatable<RoomReadied>("room-ready");
    public static readonly Milestone RoomEntry = Repeatable<PatientEnteredRoom>("room-entry");
    public static readonly Milestone AnesthesiaStart = Once<AnesthesiaStarted>("anesthesia-start");
    public static readonly Milestone SignIn = Check("sign-in", SafetyCheckPhase.SignIn);
    public static readonly Milestone Induction = Once<AnesthesiaInduced>("induction");
    public static readonly Milestone Anesthesia = Once<PatientAnesthetized>("anesthesia");
    public static readonly Milestone Position = Repeatable<PatientPositioned>("position");
    public static readonly Milestone SkinPrep = Repeatable<SkinPrepared>("skin-prep");
    public static readonly Milestone TimeOut = Check("time-out", SafetyCheckPhase.TimeOut);
    public static readonly Milestone Incision = Repeatable<IncisionMade>("incision");
    public static readonly Milestone Exposure = Repeatable<SpineExposed>("exposure");
    public static readonly Milestone ClosingStart = Repeatable<ClosingStarted>("closing-start");
    public static readonly Milestone Closure = Repeatable<WoundClosed>("closure");
    public static readonly Milestone Dressing = Repeatable<DressingApplied>("dressing");
    public static readonly Milestone SignOut = Check("sign-out", SafetyCheckPhase.SignOut);
    public static readonly Milestone Emergence = Once<PatientEmerged>("emergence");
    public static readonly Milestone RoomExit = Once<PatientLeftRoom>("room-exit");
    public static readonly Milestone AnesthesiaEnd = Once<AnesthesiaEnded>("anesthesia-end");
    public static readonly Milestone RoomCleaned = Once<RoomCleaned>("room-cleaned");
    public static readonly Milestone RecoveryEntry = Repeatable<RecoveryEntered>("recovery-entry");
    public static readonly Milestone RecoveryExit = Repeatable<RecoveryLeft>("recovery-exit");
    public static readonly Milestone PhysicalTherapy = Once<PhysicalTherapyStarted>("physical-therapy");
    public static readonly Milestone Discharge = Once<PatientDischarged>("discharge");
    public static readonly Milestone Death = Once<PatientDied>("death");

    /// <summary>In their normal order.</summary>
    public static readonly IReadOnlyList<Milestone> All =
    [
        Preparation, RoomReady, RoomEntry, AnesthesiaStart, SignIn, Induction, Anesthesia, Position, SkinPrep,
        TimeOut, Incision, Exposure, ClosingStart, Closure, Dressing, SignOut, Emergence, RoomExit,
        AnesthesiaEnd, RoomCleaned, RecoveryEntry, RecoveryExit, PhysicalTherapy, Discharge, Death,
    ];

    /// <summary>As in the path that records it; the phases of the checklist by their own names.</summary>
    public string Name { get; }

    /// <summary>Whether a case has it once; staged cases have two incisions, closures, positions.</summary>
    public bool IsOnce { get; }

    public override string ToString() => Name;

    /// <summary>The milestone that an event marks; null for most events.</summary>
    public static Milestone? Of(CaseEvent happened) =>
        happened is SafetyCheckCompleted ? MarkedBy(happened) : ByType.GetOrAdd(happened.GetType(), _ => MarkedBy(happened));

    /// <summary>Every other event marks the same milestone whatever it says.</summary>
    static readonly ConcurrentDictionary<Type, Milestone?> ByType = [];

    static Milestone? MarkedBy(CaseEvent happened) => All.FirstOrDefault(m => m.marks(happened));

    static Milestone Once<TEvent>(string name) => new(name, e => e is TEvent, isOnce: true);

    static Milestone Repeatable<TEvent>(string name) => new(name, e => e is TEvent, isOnce: false);

    static Milestone Check(string name, SafetyCheckPhase phase) => new(name, e => e is SafetyCheckCompleted check && check.Phase == phase, isOnce: false);
}
