using System.Text.Json.Nodes;
using Periop.Domain.Cases;
using Periop.Domain.Record;
using Periop.Domain.Text;

namespace Periop.Server.Cases;

/// <summary>How something recorded was changed.</summary>
enum CorrectionKind { TimeCorrection, Retraction, Replacement }

/// <summary>A change of something recorded, with both values.</summary>
/// <param name="Surgeon">Of the case, as it was planned then.</param>
/// <param name="EntryId">The entry that changes another.</param>
/// <param name="Type">What was changed: the event's name, such as <c>incision_made</c>.</param>
/// <param name="TimeBefore">When it had happened by what was known then.</param>
/// <param name="TimeAfter">When it happened instead; null for what was retracted.</param>
/// <param name="Before">What it said; null for a corrected time, which changes nothing else.</param>
/// <param name="After">What was said instead, of a replacement.</param>
/// <param name="MovedTo">Where it was recorded instead, when it was moved to another case.</param>
sealed record CorrectionView(
    Guid CaseId, Label CaseNumber, Label? Surgeon, CorrectionKind Kind, Guid EntryId, Guid TargetEntryId, string Type, DateTimeOffset RecordedAt,
    string RecordedBy, Note? Reason, DateTimeOffset? TimeBefore, DateTimeOffset? TimeAfter, JsonObject? Before, JsonObject? After, Elsewhere? MovedTo)
{
    /// <param name="change">A corrected time or a retraction.</param>
    public static CorrectionView Of(SurgicalCase surgicalCase, Entry change)
    {
        var before = surgicalCase.AtVersion(change.Version - 1)!;
        var plan = Plan.Of(before.Surviving());
        var correction = change.Event as TimeCorrected;
        var retraction = change.Event as EntryRetracted;
        var target = before.Entries[correction?.TargetEntryId ?? retraction!.TargetEntryId];
        var replacing = retraction is null ? null
            : surgicalCase.Entries.Values.FirstOrDefault(e => e.Version == change.Version + 1 && e.Event.Replaces == target.Id);
        return new CorrectionView(
            surgicalCase.Id, plan.CaseNumber, plan.Surgeon,
            correction is not null ? CorrectionKind.TimeCorrection : replacing is null ? CorrectionKind.Retraction : CorrectionKind.Replacement,
            change.Id, target.Id, StoredEvents.KindOf(target.Event.GetType()), change.RecordedAt, change.RecordedBy, change.Event.Reason,
            target.EffectiveAt, correction?.CorrectedTo ?? replacing?.Event.OccurredAt,
            correction is not null ? null : TimelineEntry.DataOf(target.Event), replacing is null ? null : TimelineEntry.DataOf(replacing.Event),
            retraction?.MovedTo);
    }
}
