using Periop.Domain.Record;
using Periop.Domain.Text;

namespace Periop.Domain.Implants.Recalls;

/// <summary>Something that was recorded about one recall. When and by whom, the store keeps beside it.</summary>
public abstract record RecallEvent : StoredEvent;

/// <summary>Devices were recalled.</summary>
/// <param name="Content">SHA-256 of the canonical body as sent, without its entry id; hexadecimal.</param>
[StoredAs("recall_announced")]
public sealed record RecallAnnounced(Guid RecallId, string? Gtin, Term? Lot, Term? Serial, Term? Reference, Note? Reason, string Content) : RecallEvent;

/// <summary>A recall has ended: what it was about is not under recall any more.</summary>
[StoredAs("recall_ended")]
public sealed record RecallEnded : RecallEvent;
