using Marten;
using Periop.Domain.Cases;
using Periop.Server.Hospitals;
using Periop.Server.Http;

namespace Periop.Server.Board;

/// <summary>What the board shows of one case, with what it takes to find it there.</summary>
/// <param name="Date">The local day on whose list it stands.</param>
/// <param name="InRoom">Whether the patient is in the room, whatever the day.</param>
/// <param name="Position">The store's number of the entry that last changed the card.</param>
/// <param name="RecordedAt">When that entry was recorded.</param>
sealed record BoardCard(Guid Id, string Room, DateOnly Date, bool InRoom, long Position, DateTimeOffset RecordedAt, BoardCase Case)
{
    /// <summary>Where cases stand that have no room yet.</summary>
    const string NoRoom = "unassigned";

    public static BoardCard Of(SurgicalCase surgicalCase, Hospital hospital, RuleBook rules, long position)
    {
        var entries = surgicalCase.Surviving();
        var progress = Progress.Of(entries);
        return new BoardCard(
            surgicalCase.Id, progress.Room?.Value ?? NoRoom, hospital.DateOf(CaseDay.Of(entries)), progress.InRoom, position, surgicalCase.RecordedAt,
            BoardCase.Of(surgicalCase, entries, progress, rules));
    }

    /// <summary>The card with further flags, as far as they concern safety.</summary>
    public BoardCard WithFlags(IEnumerable<Flag> further) =>
        this with { Case = Case with { Flags = [.. Case.Flags, .. further.Where(f => f.Severity is Severity.Safety).Select(FlagRaised.Of)] } };

    public static void Configure(StoreOptions options) =>
        options.Schema.For<BoardCard>().Duplicate(x => x.Date).Duplicate(x => x.InRoom).Duplicate(x => x.Position);
}

/// <summary>A case on the board.</summary>
/// <param name="Since">Since when it is in this phase.</param>
/// <param name="ExpectedStart">When the patient entered, or is expected to: as planned, and delays added.</param>
/// <param name="ExpectedEnd">When the patient left, or is expected to by the planned duration.</param>
/// <param name="Flags">Those that concern safety.</param>
sealed record BoardCase(
    Guid CaseId, string CaseNumber, string? Procedure, string? Surgeon, Priority? Priority, CaseStatus Status, CasePhase Phase, DateTimeOffset? Since,
    DateTimeOffset? ScheduledStart, DateTimeOffset? ExpectedStart, DateTimeOffset? ExpectedEnd, IReadOnlyList<FlagRaised> Flags)
{
    public static BoardCase Of(SurgicalCase surgicalCase, SurvivingEntries entries, Progress progress, RuleBook rules)
    {
        var plan = Plan.Of(entries);
        var delay = TimeSpan.FromMinutes(entries.All<DelayRecorded>().Sum(d => (double)((DelayRecorded)d.Event).Minutes));
        var start = entries.First<PatientEnteredRoom>()?.EffectiveAt ?? plan.ScheduledStart + delay;
        var end = entries.Last<PatientLeftRoom>()?.EffectiveAt ?? (plan.ScheduledMinutes is { } minutes ? start?.AddMinutes(minutes) : null);
        return new BoardCase(
            surgicalCase.Id, plan.CaseNumber.Value, plan.Procedure?.Family.Value, plan.Surgeon?.Value, plan.Priority, progress.Status, progress.Phase,
            progress.Since, plan.ScheduledStart, start, end,
            [.. CaseFlags.Of(surgicalCase, rules).Where(f => f.Severity is Severity.Safety).Select(FlagRaised.Of)]);
    }
}
