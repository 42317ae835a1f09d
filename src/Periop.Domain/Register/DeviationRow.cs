using Periop.Domain.Cases;
using Periop.Domain.Text;

namespace Periop.Domain.Register;

/// <summary>A flag of a case. What it says holds no free text; why somebody went past it, the case tells.</summary>
/// <param name="Key">The code and the first entry that it is about; of several, with a number.</param>
/// <param name="Label">Two or three words.</param>
/// <param name="Message">A sentence.</param>
/// <param name="EntryIds">The entries that raised it.</param>
/// <param name="OccurredAt">When what it is about happened: the first of these entries, by the last word on it; UTC.</param>
/// <param name="Overridden">Whether a reason was given to go past it.</param>
/// <param name="AcknowledgedByEntryId">The entry that says that somebody looked at it.</param>
/// <param name="Surgeon">As planned, by the last word on it.</param>
/// <param name="Room">The last one that the patient came into, else the planned one.</param>
public sealed record DeviationRow(
    string Key, string Code, Severity Severity, string Label, string Message, ValueList<Guid> EntryIds, DateTimeOffset OccurredAt, bool Overridden,
    Guid? AcknowledgedByEntryId, string CaseNumber, string? Surgeon, string? Room) : RegisterRow(Key)
{
    /// <summary>The flags of a case; none when the case was entered in error.</summary>
    /// <param name="flags">All that the rules find.</param>
    public static IEnumerable<DeviationRow> Of(SurgicalCase surgicalCase, IReadOnlyList<Flag> flags)
    {
        if (!surgicalCase.Entries[surgicalCase.Id].Survives)
            yield break;
        var (entries, seen) = (surgicalCase.Surviving(), new Dictionary<string, int>());
        var (plan, room) = (Plan.Of(entries), RoomOf(entries));
        foreach (var flag in flags)
        {
            var first = flag.EntryIds.Count > 0 ? flag.EntryIds[0] : surgicalCase.Id;
            var key = $"{flag.Code} {first}";
            var number = seen[key] = seen.GetValueOrDefault(key) + 1;
            yield return new DeviationRow(
                number == 1 ? key : $"{key} {number}", flag.Code, flag.Severity, flag.Label, flag.Message, [.. flag.EntryIds],
                surgicalCase.Entries[first].EffectiveAt.ToUniversalTime(), flag.Override is not null, flag.Acknowledged?.EntryId,
                plan.CaseNumber.Value, plan.Surgeon?.Value, room?.Value);
        }
    }

    /// <summary>The same, given the rows before the last entry: as they were, where it raised nothing and the case has its plan and its room.</summary>
    /// <param name="before">The case without its last entry.</param>
    internal static IReadOnlyList<RegisterRow> After(
        IReadOnlyList<RegisterRow> rows, SurgicalCase before, CaseEvent happened, SurgicalCase after, RuleBook rules)
    {
        var (known, flags) = (CaseFlags.Of(before, rules), CaseFlags.After(before, happened, after, rules));
        var (entriesBefore, entries) = (before.Surviving(), after.Surviving());
        return ReferenceEquals(known, flags) && Plan.Of(entriesBefore) == Plan.Of(entries) && RoomOf(entriesBefore) == RoomOf(entries)
            ? rows : [.. Of(after, flags)];
    }

    static Label? RoomOf(SurvivingEntries entries) =>
        (entries.RoomArrivals.Count > 0 ? entries.RoomArrivals[^1].Room : null) ?? Plan.Of(entries).Room;
}
