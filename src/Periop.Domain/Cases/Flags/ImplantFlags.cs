using Periop.Domain.Implants;

namespace Periop.Domain.Cases;

/// <summary>Devices that should not be in this patient, or that nobody could find again.</summary>
static class ImplantFlags
{
    public static readonly FlagRule[] Rules =
    [
        new("implant-expired", Severity.Safety, "Implant expired", "A device placed after its expiry date.", Expired)
        {
            MayChangeWith = happened => happened is HardwareEvent,
        },
        new("serial-twice", Severity.Safety, "Serial twice here", "A device with the same serial number placed twice in this case.", SerialTwice)
        {
            MayChangeWith = happened => happened is HardwareEvent or HardwareRemoved,
        },
        new("udi-unreadable", Severity.Attention, "Scan unreadable",
            "A device's scan that cannot be read, in whole or in part. It is kept as it is.", UdiUnreadable)
        {
            MayChangeWith = happened => happened is HardwareEvent,
        },
        new("scan-differs", Severity.Attention, "Scan differs",
            "A device whose lot, serial number or expiry was typed otherwise than its scan says. Both are looked for in a recall.", ScanDiffers)
        {
            MayChangeWith = happened => happened is HardwareEvent,
        },
        new("placement-unknown", Severity.Attention, "Placed elsewhere",
            "A device that was taken out and whose placing nobody recorded here.", PlacementUnknown)
        {
            MayChangeWith = happened => happened is HardwareRemoved,
        },
    ];

    static IEnumerable<Raised> Expired(SurvivingEntries entries) =>
        from placed in entries.All<HardwarePlaced>()
        let expiry = DeviceReading.Of((HardwareEvent)placed.Event).Identity.Expiry
        where expiry < DateOnly.FromDateTime(placed.EffectiveAt.DateTime)
        select new Raised($"The device expired on {expiry:yyyy-MM-dd}.", placed);

    static IEnumerable<Raised> SerialTwice(SurvivingEntries entries) =>
        from implant in Implant.Of(entries)
        where implant is { InPlace: > 0, Identity.Serial: not null }
        group implant by (implant.Identity.Gtin ?? implant.Identity.Reference, DeviceText.Key(implant.Identity.Serial)) into same
        where same.Skip(1).Any()
        select new Raised($"Serial number {same.First().Identity.Serial} was placed {same.Count()} times.", [.. same.Select(s => s.Entry)]);

    static IEnumerable<Raised> UdiUnreadable(SurvivingEntries entries) =>
        from used in entries.All<HardwareEvent>()
        let why = DeviceReading.Of((HardwareEvent)used.Event).Scanned switch
        {
            Udi.Unreadable unreadable => unreadable.Reason,
            Udi.Gs1 read => read.Doubt,
            _ => null,
        }
        where why is not null
        select new Raised($"The device's scan cannot be read: {why}. Check lot and serial number on the label.", used);

    static IEnumerable<Raised> ScanDiffers(SurvivingEntries entries) =>
        from used in entries.All<HardwareEvent>()
        where DeviceReading.Of((HardwareEvent)used.Event).Differs
        select new Raised("What was typed of the device is not what its scan says. Check the label.", used);

    static IEnumerable<Raised> PlacementUnknown(SurvivingEntries entries) =>
        from removed in entries.All<HardwareRemoved>(r => r.TargetEntryId is null)
        select new Raised("Nobody recorded here when the device was placed that was taken out.", removed);
}
