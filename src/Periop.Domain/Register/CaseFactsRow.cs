using Periop.Domain.Cases;
using Periop.Domain.Outcomes;
using Periop.Domain.Text;

namespace Periop.Domain.Register;

/// <summary>The facts of a case, one row per case. Instants are UTC; beside each the entry that tells it.</summary>
/// <param name="CaseNumber">As the hospital writes it.</param>
/// <param name="IsIndex">Whether the case is in denominators: operated on, neither cancelled nor entered in error.</param>
public sealed record CaseFactsRow(string CaseNumber, bool IsIndex) : RegisterRow("case")
{
    public Guid? PatientId { get; init; }

    public Guid? StageOf { get; init; }

    public DateTimeOffset? FirstIncisionAt { get; init; }

    public Guid? FirstIncisionEntryId { get; init; }

    public DateTimeOffset? RoomExitAt { get; init; }

    public Guid? RoomExitEntryId { get; init; }

    public DateTimeOffset? DischargedAt { get; init; }

    /// <summary>Whether only the day is known.</summary>
    public bool DischargedToTheDay { get; init; }

    public Guid? DischargeEntryId { get; init; }

    public DateTimeOffset? DiedAt { get; init; }

    public bool DiedToTheDay { get; init; }

    public Guid? DeathEntryId { get; init; }

    /// <summary>When the death was recorded: of several of one patient the first recorded counts.</summary>
    public DateTimeOffset? DeathRecordedAt { get; init; }

    public DateTimeOffset? LastSeenAliveAt { get; init; }

    public bool LastSeenAliveToTheDay { get; init; }

    public Guid? LastSeenAliveEntryId { get; init; }

    public DateTimeOffset? SignedAt { get; init; }

    public Guid? SignatureEntryId { get; init; }

    public DateTimeOffset? LostAt { get; init; }

    public Guid? LostEntryId { get; init; }

    public DateTimeOffset? WithdrawnAt { get; init; }

    public Guid? WithdrawalEntryId { get; init; }

    public ValueList<Guid> AttemptEntryIds { get; init; } = [];

    public Attempt? LastAttempt { get; init; }

    public ValueList<Transfusion> Transfusions { get; init; } = [];

    public ValueList<RiskFactorTold> RiskFactors { get; init; } = [];

    public string? Room { get; init; }

    public string? Surgeon { get; init; }

    public string? Service { get; init; }

    public string? Procedure { get; init; }

    public string? Approach { get; init; }

    public int? Grade { get; init; }

    public int? Segments { get; init; }

    public string? Region { get; init; }

    /// <summary>The facts of a case; none of one that was entered in error, for then nothing of it happened.</summary>
    public static IReadOnlyList<RegisterRow> Of(SurgicalCase surgicalCase) =>
        surgicalCase.Entries[surgicalCase.Id].Survives ? [Of(CaseFacts.Of(surgicalCase.Surviving()), surgicalCase)] : [];

    /// <summary>Whether an event is of a kind that can change them.</summary>
    public static bool MayChangeWith(CaseEvent happened) => happened is
        CaseScheduled or PlanChanged or PatientCorrected or CaseCalledOff or PatientEnteredRoom or PatientLeftRoom or IncisionMade or OsteotomyPerformed
        or WoundClosed or BloodProductGiven or PatientDischarged or PatientDied or RiskFactorsRecorded or RecordSigned
        or FollowUpRecorded or FollowUpAttempted or FollowUpLost or FollowUpDeclined or TimeCorrected or EntryRetracted;

    static CaseFactsRow Of(CaseFacts facts, SurgicalCase surgicalCase) =>
        new(facts.CaseNumber, facts.IsIndex)
        {
            PatientId = facts.PatientId,
            StageOf = facts.StageOf,
            FirstIncisionAt = facts.FirstIncision?.When.At,
            FirstIncisionEntryId = facts.FirstIncision?.EntryId,
            RoomExitAt = facts.RoomExit?.When.At,
            RoomExitEntryId = facts.RoomExit?.EntryId,
            DischargedAt = facts.Discharge?.When.At,
            DischargedToTheDay = facts.Discharge?.When.ToTheDay ?? false,
            DischargeEntryId = facts.Discharge?.EntryId,
            DiedAt = facts.Death?.When.At,
            DiedToTheDay = facts.Death?.When.ToTheDay ?? false,
            DeathEntryId = facts.Death?.EntryId,
            DeathRecordedAt = facts.Death is { } death ? surgicalCase.Entries[death.EntryId].RecordedAt.ToUniversalTime() : null,
            LastSeenAliveAt = facts.LastSeenAlive?.When.At,
            LastSeenAliveToTheDay = facts.LastSeenAlive?.When.ToTheDay ?? false,
            LastSeenAliveEntryId = facts.LastSeenAlive?.EntryId,
            SignedAt = facts.Signed?.When.At,
            SignatureEntryId = facts.Signed?.EntryId,
            LostAt = facts.Lost?.When.At,
            LostEntryId = facts.Lost?.EntryId,
            WithdrawnAt = facts.Withdrawn?.When.At,
            WithdrawalEntryId = facts.Withdrawn?.EntryId,
            AttemptEntryIds = facts.Attempts,
            LastAttempt = facts.LastAttempt,
            Transfusions = facts.Transfusions,
            RiskFactors = facts.RiskFactors,
            Room = facts.Room,
            Surgeon = facts.Surgeon,
            Service = facts.Service,
            Procedure = facts.Procedure,
            Approach = facts.Approach,
            Grade = facts.Grade,
            Segments = facts.Segments,
            Region = facts.Region,
        };
}
