using Periop.Domain.Record;
using Periop.Domain.Text;

namespace Periop.Domain.Implants.Recalls;

/// <summary>Something that was recorded about one recall. When and by whom, the store keeps beside it.</summary>
public abstract record RecallEvent : StoredEvent;

/// <summary>Devices were recalled.</summary>
/// <param name="Reference">The manufacturer's catalogue number.</param>
/// <param name="Notice">The number of the recall notice.</param>
/// <param name="Content">SHA-256 of the canonical body as sent, without its entry id; hexadecimal.</param>
[StoredAs("recall_announced", version: 2)]
public sealed record RecallAnnounced(
    Guid RecallId, string? Gtin, Term? Manufacturer, Term? Reference, IReadOnlyList<Term> Lots, IReadOnlyList<Term> Serials, Term? Notice, Note? Reason,
    string Content) : RecallEvent;

/// <summary>A recall has ended: what it was about is not under recall any more.</summary>
[StoredAs("recall_ended")]
public sealed record RecallEnded : RecallEvent;

/// <summary>Somebody has closed a case of the campaign that the recall belongs to.</summary>
/// <param name="EntryId">The client's id for it.</param>
/// <param name="Content">SHA-256 of the canonical body as sent, without its entry id; hexadecimal.</param>
[StoredAs("recall_case_closed")]
public sealed record RecallCaseClosed(Guid EntryId, Guid CaseId, Term Outcome, Note Reason, string Content) : RecallEvent;
