using Periop.Domain.Cases;

namespace Periop.Domain.Register;

/// <summary>A removal of a device that a case has placed, this one or an earlier one of the patient.</summary>
/// <param name="Key">The entry that tells of it.</param>
/// <param name="PlacedInCaseId">The case that placed the device.</param>
/// <param name="PlacedByEntryId">The entry that placed it; the key of its row.</param>
/// <param name="Quantity">How many of several alike; null: all that remained.</param>
/// <param name="RemovedAt">UTC.</param>
public sealed record RemovalRow(
    string Key, Guid? PatientId, Guid PlacedInCaseId, string PlacedByEntryId, int? Quantity, string? Code, DateTimeOffset RemovedAt) : RegisterRow(Key)
{
    /// <summary>The removals of a case; none when the case was entered in error.</summary>
    public static IEnumerable<RemovalRow> Of(SurvivingEntries entries)
    {
        if (!entries.Case.Entries[entries.Case.Id].Survives)
            return [];
        var patient = Plan.Of(entries).PatientId;
        return from entry in entries.All<HardwareRemoved>(r => r.TargetEntryId is not null)
               let removed = (HardwareRemoved)entry.Event
               select new RemovalRow(
                   $"{entry.Id}", patient, removed.TargetCaseId ?? entries.Case.Id, $"{removed.TargetEntryId}", removed.Quantity, removed.Code?.Value,
                   entry.EffectiveAt.ToUniversalTime());
    }
}
