using Periop.Domain.Cases;
using Periop.Server.Http;

namespace Periop.Server.Board;

/// <summary>A case on the board.</summary>
/// <param name="Since">Since when it is in this phase.</param>
/// <param name="EnteredAt">When the patient came into the room, or into the last one; null when it is not recorded.</param>
/// <param name="LeftAt">When the patient left it.</param>
/// <param name="PlannedEnd">The planned start and duration together.</param>
/// <param name="ExpectedStart">When the patient entered, or is expected to: as planned, and delays added.</param>
/// <param name="ExpectedEnd">When the patient left, or is expected to by the planned duration.</param>
/// <param name="Flags">Those that concern safety; of a room with several patients, that too.</param>
sealed record BoardCase(
    Guid CaseId, string CaseNumber, string? Procedure, string? Surgeon, Priority? Priority, CaseStatus Status, CasePhase Phase, DateTimeOffset? Since,
    DateTimeOffset? EnteredAt, DateTimeOffset? LeftAt, DateTimeOffset? ScheduledStart, DateTimeOffset? PlannedEnd, DateTimeOffset? ExpectedStart,
    DateTimeOffset? ExpectedEnd, IReadOnlyList<FlagRaised> Flags)
{
    public static BoardCase Of(SurgicalCase surgicalCase, SurvivingEntries entries, Progress progress, RoomStay stay, RuleBook rules)
    {
        var plan = Plan.Of(entries);
        var delay = TimeSpan.FromMinutes(entries.All<DelayRecorded>().Sum(d => (double)((DelayRecorded)d.Event).Minutes));
        var start = entries.First<PatientEnteredRoom>()?.EffectiveAt ?? plan.ScheduledStart + delay;
        return new BoardCase(
            surgicalCase.Id, plan.CaseNumber.Value, plan.Procedure?.Family.Value, plan.Surgeon?.Value, plan.Priority, progress.Status, progress.Phase,
            progress.Since, stay.EnteredAt, stay.LeftAt, plan.ScheduledStart, After(plan.ScheduledStart), start, stay.LeftAt ?? After(start),
            [.. CaseFlags.Of(surgicalCase, rules).Where(f => f.Severity is Severity.Safety).Select(FlagRaised.Of)]);

        DateTimeOffset? After(DateTimeOffset? begin) => plan.ScheduledMinutes is { } minutes ? begin?.AddMinutes(minutes) : null;
    }

    public BoardCase With(IEnumerable<FlagRaised> further) => this with { Flags = [.. Flags, .. further] };
}
