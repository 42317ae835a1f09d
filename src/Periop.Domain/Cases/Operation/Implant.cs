using Periop.Domain.Implants;

namespace Periop.Domain.Cases;

/// <summary>Where a device of a case is now.</summary>
public enum ImplantStatus { InPlace, Removed, Wasted, Returned }

/// <summary>A device of a case: placed, wasted or returned there.</summary>
/// <param name="Entry">The entry that tells of it.</param>
/// <param name="EntryIds">That entry, and those that say what became of the device.</param>
public sealed record Implant(Entry Entry, HardwareEvent Device, DeviceIdentity Identity, ImplantStatus Status, IReadOnlyList<Guid> EntryIds)
{
    /// <summary>The devices of a case, in the order in which they came.</summary>
    public static IEnumerable<Implant> Of(SurvivingEntries entries)
    {
        var removals = entries.All<HardwareRemoved>().ToLookup(r => ((HardwareRemoved)r.Event).TargetEntryId, r => r.Id);
        return from entry in entries.All<HardwareEvent>()
               let device = (HardwareEvent)entry.Event
               select new Implant(entry, device, DeviceReading.Of(device).Identity, StatusOf(device, removals.Contains(entry.Id)), [entry.Id, .. removals[entry.Id]]);
    }

    static ImplantStatus StatusOf(HardwareEvent device, bool removed) => device switch
    {
        HardwareWasted => ImplantStatus.Wasted,
        HardwareReturned => ImplantStatus.Returned,
        _ => removed ? ImplantStatus.Removed : ImplantStatus.InPlace,
    };
}
