using Periop.Domain.Implants;
using Periop.Domain.Register;
using Periop.Server.Hospitals;

namespace Periop.Server.Implants.Campaigns;

/// <summary>How far somebody is with a case of a campaign.</summary>
enum CampaignState { Open, Overdue, Closed }

/// <summary>A recall campaign: all recalls of one notice, and how far it has come.</summary>
/// <param name="Notice">The number of the notice; of a recall without one, the recall's id.</param>
/// <param name="EndedAt">When the last of its recalls ended; null while one lasts.</param>
/// <param name="Cases">How many cases are affected: open, overdue or closed.</param>
sealed record CampaignSummary(
    string Notice, IReadOnlyList<Guid> RecallIds, DateTimeOffset AnnouncedAt, DateTimeOffset? EndedAt, int Cases, int Open, int Overdue, int Closed)
{
    public static CampaignSummary Of(IReadOnlyList<(Guid Id, RecallRow Row)> recalls, IReadOnlyList<CampaignCase> cases) => new(
        recalls[0].Row.Campaign, [.. recalls.Select(r => r.Id)], recalls[0].Row.AnnouncedAt.ToUniversalTime(), EndOf(recalls), cases.Count,
        cases.Count(c => c.State is CampaignState.Open), cases.Count(c => c.State is CampaignState.Overdue),
        cases.Count(c => c.State is CampaignState.Closed));

    /// <summary>When the last of its recalls ended; null while one lasts.</summary>
    public static DateTimeOffset? EndOf(IReadOnlyList<(Guid Id, RecallRow Row)> recalls) =>
        recalls.Any(r => r.Row.EndedAt is null) ? null : recalls.Max(r => r.Row.EndedAt)?.ToUniversalTime();
}

/// <summary>A case of a campaign: who is to be told, and what came of it.</summary>
/// <param name="Certainty">The highest of its devices.</param>
/// <param name="AffectedSince">When it became known to be affected; after a closure, anew.</param>
/// <param name="DueOn">The last local day on which it is not overdue.</param>
/// <param name="InPlace">How many devices are in place.</param>
/// <param name="EntryIds">The entries that placed the devices.</param>
/// <param name="Outcome">Of the last closure, also when it is open again.</param>
sealed record CampaignCase(
    Guid CaseId, string? PatientRef, CampaignState State, MatchCertainty Certainty, DateTimeOffset AffectedSince, DateOnly DueOn, int InPlace,
    IReadOnlyList<Guid> EntryIds, string? Outcome, string? Reason, DateTimeOffset? ClosedAt, string? ClosedBy)
{
    /// <summary>In days of the hospital.</summary>
    public const int DaysUntilOverdue = 7;

    /// <param name="affected">The case's devices, once for each recall that concerns them.</param>
    /// <param name="closures">In the order of recording.</param>
    /// <param name="ended">When the campaign ended: from then on nothing is overdue.</param>
    public static CampaignCase Of(
        IReadOnlyCollection<AffectedDevice> affected, IEnumerable<RecordedClosure> closures, DateTimeOffset? ended, DateTimeOffset asOf, Hospital hospital)
    {
        var closure = closures.LastOrDefault();
        var anew = affected.Where(d => closure is null || d.Position > closure.Position).ToArray();
        var since = (anew.Length > 0 ? anew : [.. affected]).Min(d => d.Since).ToUniversalTime();
        var due = hospital.DateOf(since).AddDays(DaysUntilOverdue);
        var devices = affected.DistinctBy(d => d.Row.Key).OrderBy(d => d.Row.PlacedAt).ThenBy(d => d.Row.Key, StringComparer.Ordinal).ToArray();
        return new CampaignCase(
            devices[0].CaseId, devices[0].PatientRef,
            anew.Length == 0 ? CampaignState.Closed : ended is null && hospital.DateOf(asOf) > due ? CampaignState.Overdue : CampaignState.Open,
            affected.Min(d => d.Certainty), since, due, devices.Sum(d => Math.Max(0, d.Row.InPlace - (int)d.TakenElsewhere)),
            [.. devices.Select(d => Guid.Parse(d.Row.Key))], closure?.Row.Outcome, closure?.Row.Reason, closure?.Row.ClosedAt.ToUniversalTime(),
            closure?.Row.ClosedBy);
    }
}
