using System.Text.Json.Nodes;
using Periop.Domain.Cases;
using Periop.Domain.Register;
using Periop.Domain.Text;
using Periop.Server.Json;

namespace Periop.Server.Audit.Lists;

/// <summary>A change of something recorded, with both values.</summary>
/// <param name="Surgeon">Of the case, as it was planned then.</param>
/// <param name="Room">As it was planned then.</param>
/// <param name="EntryId">The entry that changes another.</param>
/// <param name="Type">What was changed: the event's name, such as <c>incision_made</c>.</param>
/// <param name="TimeBefore">When it had happened by what was known then.</param>
/// <param name="TimeAfter">When it happened instead; null for what was retracted.</param>
/// <param name="Before">What it said; null for a corrected time, which changes nothing else.</param>
/// <param name="After">What was said instead, of a replacement.</param>
/// <param name="MovedTo">Where it was recorded instead, when it was moved to another case.</param>
sealed record CorrectionView(
    Guid CaseId, string CaseNumber, string? Surgeon, string? Room, CorrectionKind Kind, Guid EntryId, Guid TargetEntryId, string Type,
    DateTimeOffset RecordedAt, string RecordedBy, Note? Reason, DateTimeOffset TimeBefore, DateTimeOffset? TimeAfter, JsonObject? Before, JsonObject? After,
    Elsewhere? MovedTo)
{
    /// <param name="surgicalCase">The case as it is: its entries say what they always said, but for what was masked.</param>
    public static CorrectionView Of(SurgicalCase surgicalCase, CorrectionRow row)
    {
        var change = surgicalCase.Entries[Guid.Parse(row.Key)].Event;
        return new CorrectionView(
            surgicalCase.Id, row.CaseNumber, row.Surgeon, row.Room, row.Kind, change.EntryId, row.TargetEntryId, row.Type,
            row.RecordedAt.ToUniversalTime(), row.RecordedBy, change.Reason, row.OccurredBefore.ToUniversalTime(), row.OccurredAfter?.ToUniversalTime(),
            row.Kind is CorrectionKind.TimeCorrection ? null : EventData.Of(surgicalCase.Entries[row.TargetEntryId].Event),
            row.ReplacedByEntryId is { } other ? EventData.Of(surgicalCase.Entries[other].Event) : null, (change as EntryRetracted)?.MovedTo);
    }
}
