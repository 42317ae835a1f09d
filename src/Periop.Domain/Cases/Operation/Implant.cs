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
        var removals = entries.All<HardwareRemoved>(r => r.TargetCaseId is null).ToLookup(r => ((HardwareRemoved)r.Event).TargetEntryId);
        return from entry in entries.All<HardwareEvent>()
               let device = (HardwareEvent)entry.Event
               let removed = removals[entry.Id].ToArray()
               select new Implant(
                   entry, device, DeviceReading.Of(device).Identity, StatusOf(device, AreAllOf(device, removed)), [entry.Id, .. removed.Select(r => r.Id)]);
    }

    /// <summary>As long as one of several alike remains, the device is in place.</summary>
    static bool AreAllOf(HardwareEvent device, Entry[] removed) =>
        Array.Exists(removed, r => r.Event is HardwareRemoved { Quantity: null })
        || (removed.Length > 0 && removed.Sum(r => ((HardwareRemoved)r.Event).Quantity) >= device.Quantity);

    static ImplantStatus StatusOf(HardwareEvent device, bool removed) => device switch
    {
        HardwareWasted => ImplantStatus.Wasted,
        HardwareReturned => ImplantStatus.Returned,
        _ => removed ? ImplantStatus.Removed : ImplantStatus.InPlace,
    };
}
