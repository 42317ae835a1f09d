namespace Periop.Domain.Record;

/// <summary>
/// Whether a refused command contradicts the record, could not be meant whatever the record says, is not for its sender, or lacks a member
/// that only the record shows to be needed.
/// </summary>
public enum RefusalKind { Conflict, Senseless, Forbidden, Incomplete }

/// <summary>Why something cannot be recorded. Everything else can.</summary>
/// <param name="Code">Stable, kebab-case.</param>
/// <param name="Detail">A sentence for the person at the screen.</param>
/// <param name="EntryId">The entry that stands in the way, if one does.</param>
/// <param name="ServerTime">The time here, when a clock is wrong.</param>
/// <param name="Member">The member that is lacking, of which <paramref name="Detail"/> speaks.</param>
public sealed record Refusal(
    string Code, string Detail, RefusalKind Kind, Guid? EntryId = null, DateTimeOffset? ServerTime = null, string? Member = null)
{
    public static readonly Refusal EntryIdReused =
        new("entry-id-reused", "This entry id was used before for something else. Send it again with a new entry id.", RefusalKind.Senseless);

    public static Refusal TimeInTheFuture(DateTimeOffset now) =>
        new("time-in-the-future", "This time lies in the future. Check the clock and the date.", RefusalKind.Senseless, ServerTime: now);

    public static readonly Refusal RecordSigned =
        new("record-signed", "The record has been signed. Send it again with a reason to add to it.", RefusalKind.Conflict);

    public static Refusal SignerSignedAlready(Guid signature) =>
        new("signer-signed-already", "You have signed this record in the other role. Surgeon and circulating nurse are two people.",
            RefusalKind.Conflict, signature);

    public static Refusal CaseNumberTaken(string caseNumber) =>
        new("case-number-taken", $"There is a case with number {caseNumber} already.", RefusalKind.Conflict);

    public static readonly Refusal CaseArchived =
        new("case-archived", "This case is archived. It can be read, and nothing is recorded into it any more.", RefusalKind.Conflict);

    public static Refusal CaseCalledOff(Guid callingOff) =>
        new("case-called-off", $"The case was called off. If it goes on, retract entry {callingOff} first.", RefusalKind.Conflict, callingOff);

    public static Refusal TargetUnknown(Guid target, string what = "entry") =>
        new("target-unknown", $"This case has no {what} with id {target}.", RefusalKind.Conflict, target);

    public static Refusal CaseUnknown(Guid target) =>
        new("target-unknown", $"This patient has no case with id {target}.", RefusalKind.Conflict, target);

    public static Refusal TargetRetracted(Guid target) =>
        new("target-retracted", $"Entry {target} was retracted.", RefusalKind.Conflict, target);

    public static Refusal AlreadyRetracted(Guid target) =>
        new("already-retracted", $"Entry {target} was retracted before.", RefusalKind.Conflict, target);

    public static Refusal NoCaseToMoveTo(Guid caseId) =>
        new("target-unknown", $"There is no case {caseId} to move to.", RefusalKind.Conflict, caseId);

    public static Refusal NotMovable(Guid target) =>
        new("not-movable", $"Entry {target} is about this case's record, and stays with it.", RefusalKind.Conflict, target);

    public static Refusal LeftBehind(Guid entry) =>
        new("left-behind", $"Entry {entry} belongs to others that are to be moved, or stay. Move them together.", RefusalKind.Conflict, entry);

    public static Refusal NotPlanned(Guid target) =>
        new("forbidden", "Your role takes out of account what was planned, nothing else.", RefusalKind.Forbidden, target);

    /// <summary>A member that is needed here, though not in every case.</summary>
    public static Refusal Lacking(string member, string problem) => new("invalid-shape", problem, RefusalKind.Incomplete, Member: member);

    /// <summary>A value that is well-formed and cannot be meant.</summary>
    public static Refusal Senseless(string detail) => new("senseless-value", detail, RefusalKind.Senseless);
}
