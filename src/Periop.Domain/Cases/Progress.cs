using Periop.Domain.Text;

namespace Periop.Domain.Cases;

/// <summary>What a case has come to as a whole.</summary>
public enum CaseStatus { Scheduled, InProgress, Completed, Cancelled, Aborted, EnteredInError }

/// <summary>How far a case has come.</summary>
public enum CasePhase { Planned, Prepared, InRoom, Anesthetized, Incised, Closing, Closed, OutOfRoom, Recovery, Discharged }

/// <summary>Where a case stands.</summary>
/// <param name="Since">When the phase began; null while it is only planned.</param>
/// <param name="Room">Where the patient is or was; where the case is planned before that.</param>
public sealed record Progress(CaseStatus Status, CasePhase Phase, DateTimeOffset? Since, Label? Room)
{
    /// <summary>When a further incision or room entry began again what had come further; null when none did.</summary>
    public DateTimeOffset? ReopenedAt { get; private init; }

    /// <summary>Whether the patient is in the operating room.</summary>
    public bool InRoom => Phase is >= CasePhase.InRoom and < CasePhase.OutOfRoom && Status is not CaseStatus.EnteredInError;

    public static Progress Of(SurvivingEntries entries) => entries.Progress;

    /// <summary>Whether an event is of a kind that can change it.</summary>
    internal static bool MayChangeWith(CaseEvent happened) => PhaseBegunBy(happened) is not null || happened is PlanningEvent;

    internal static Progress WorkOut(SurvivingEntries entries)
    {
        var (phase, since, reopenedAt) = PhaseOf(entries);
        var room = (entries.RoomArrivals is [.., var last] ? last.Room : null) ?? Plan.Of(entries).Room;
        return new Progress(StatusOf(entries, phase), phase, since, room) { ReopenedAt = reopenedAt };
    }

    /// <summary>
    /// The furthest phase reached; a further incision opens a closing or closed case again, a further room entry brings the
    /// patient back into the room.
    /// </summary>
    static (CasePhase Phase, DateTimeOffset? Since, DateTimeOffset? ReopenedAt) PhaseOf(SurvivingEntries entries)
    {
        (CasePhase Phase, DateTimeOffset? Since, DateTimeOffset? ReopenedAt) furthest = (CasePhase.Planned, null, null);
        foreach (var entry in entries)
            if (PhaseBegunBy(entry.Event) is { } phase)
                if (phase > furthest.Phase)
                    furthest = furthest with { Phase = phase, Since = entry.EffectiveAt };
                else if (Reopens(phase, furthest.Phase))
                    furthest = (phase, entry.EffectiveAt, entry.EffectiveAt);
        return furthest;
    }

    static CasePhase? PhaseBegunBy(CaseEvent happened) => happened switch
    {
        PatientPrepared => CasePhase.Prepared,
        PatientEnteredRoom => CasePhase.InRoom,
        PatientAnesthetized => CasePhase.Anesthetized,
        IncisionMade => CasePhase.Incised,
        ClosingStarted => CasePhase.Closing,
        WoundClosed => CasePhase.Closed,
        PatientLeftRoom => CasePhase.OutOfRoom,
        RecoveryEntered => CasePhase.Recovery,
        PatientDischarged => CasePhase.Discharged,
        _ => null,
    };

    static bool Reopens(CasePhase phase, CasePhase reached) =>
        (phase is CasePhase.Incised && reached is CasePhase.Closing or CasePhase.Closed)
        || (phase is CasePhase.InRoom && reached is CasePhase.OutOfRoom or CasePhase.Recovery);

    /// <summary>A case called off with the patient in the room was aborted, without it was cancelled (VistA Surgery).</summary>
    static CaseStatus StatusOf(SurvivingEntries entries, CasePhase phase) =>
        !entries.Case.Entries[entries.Case.Id].Survives ? CaseStatus.EnteredInError
        : CallingOff.Standing(entries) is not null ? entries.First<PatientEnteredRoom>() is null ? CaseStatus.Cancelled : CaseStatus.Aborted
        : phase >= CasePhase.OutOfRoom ? CaseStatus.Completed
        : phase >= CasePhase.InRoom ? CaseStatus.InProgress
        : CaseStatus.Scheduled;
}
