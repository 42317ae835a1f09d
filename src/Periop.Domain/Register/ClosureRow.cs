using Periop.Domain.Implants;
using Periop.Domain.Implants.Recalls;

namespace Periop.Domain.Register;

/// <summary>A case of a recall campaign that somebody has closed.</summary>
/// <param name="Key">What tells it from others.</param>
/// <param name="CampaignKey">The campaign as it is compared.</param>
/// <param name="ClosedAt">UTC.</param>
public sealed record ClosureRow(
    string Key, string CampaignKey, Guid CaseId, string Outcome, string Reason, DateTimeOffset ClosedAt, string ClosedBy) : RegisterRow(Key)
{
    public static ClosureRow Of(CaseClosure closure, Recall recall) => new(
        $"{closure.EntryId}", DeviceText.Key(recall.Campaign)!, closure.CaseId, closure.Outcome, closure.Reason, closure.ClosedAt.ToUniversalTime(),
        closure.ClosedBy);
}
