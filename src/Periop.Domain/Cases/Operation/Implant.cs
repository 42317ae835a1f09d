using Periop.Domain.Implants;

namespace Periop.Domain.Cases;

/// <summary>Where a device of a case is now.</summary>
public enum ImplantStatus { InPlace, PartlyRemoved, Removed, Wasted, Returned }

/// <summary>A device of a case: placed, wasted or returned there, or taken out of a patient in whom nobody recorded that it was placed.</summary>
/// <param name="Entry">The entry that tells of it.</param>
/// <param name="InPlace">How many alike are in place, as far as the case knows.</param>
/// <param name="EntryIds">That entry, and those that say what became of the device.</param>
public sealed record Implant(Entry Entry, HardwareEvent Device, DeviceIdentity Identity, int InPlace, IReadOnlyList<Guid> EntryIds)
{
    public ImplantStatus Status => Device switch
    {
        HardwareWasted => ImplantStatus.Wasted,
        HardwareReturned => ImplantStatus.Returned,
        _ => StatusOf(Device.Quantity, InPlace),
    };

    /// <summary>What is to be said of several alike of which some remain.</summary>
    public static ImplantStatus StatusOf(int placed, int inPlace) =>
        inPlace >= placed ? ImplantStatus.InPlace : inPlace > 0 ? ImplantStatus.PartlyRemoved : ImplantStatus.Removed;

    /// <summary>How many remain of several alike. A removal that names no number takes all.</summary>
    public static int Remaining(int placed, IEnumerable<HardwareRemoved> removals) =>
        removals.Aggregate(placed, (left, removal) => Math.Max(0, left - (removal.Quantity ?? left)));

    /// <summary>The devices of a case, in the order in which they came.</summary>
    public static IEnumerable<Implant> Of(SurvivingEntries entries)
    {
        var removals = entries.All<HardwareRemoved>(r => (r.TargetCaseId ?? entries.Case.Id) == entries.Case.Id)
            .ToLookup(r => ((HardwareRemoved)r.Event).TargetEntryId);
        foreach (var entry in entries)
            if (entry.Event is HardwareEvent device)
            {
                var removed = removals[entry.Id].ToArray();
                yield return new Implant(
                    entry, device, DeviceReading.Of(device).Identity,
                    device is HardwarePlaced ? Remaining(device.Quantity, removed.Select(r => (HardwareRemoved)r.Event)) : 0,
                    [entry.Id, .. removed.Select(r => r.Id)]);
            }
            else if (entry.Event is HardwareRemoved { Device: { } described } removal)
            {
                var placed = described.AsPlaced(removal.Quantity, removal.OccurredAt);
                yield return new Implant(entry, placed, DeviceReading.Of(placed).Identity, 0, [entry.Id]);
            }
    }

    /// <summary>The devices that are in place in a patient, of whose cases some may have removed what others placed.</summary>
    public static IEnumerable<(Guid CaseId, Implant Device)> InPlaceIn(IReadOnlyList<SurvivingEntries> cases)
    {
        var removals = cases.SelectMany(c => c.All<HardwareRemoved>(r => r.TargetCaseId is not null && r.TargetCaseId != c.Case.Id))
            .Select(e => (HardwareRemoved)e.Event).ToLookup(r => (r.TargetCaseId, r.TargetEntryId));
        return from surviving in cases
               from implant in Of(surviving)
               where Remaining(implant.InPlace, removals[(surviving.Case.Id, implant.Entry.Id)]) > 0
               select (surviving.Case.Id, implant);
    }
}
