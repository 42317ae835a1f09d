using System.Text.Json.Serialization;
using Periop.Domain.Cases;
using Periop.Domain.Implants;
using Periop.Domain.Spine;

namespace Periop.Domain.Register;

/// <summary>A device in the register.</summary>
/// <param name="Key">The entry that placed, wasted or returned it.</param>
/// <param name="PatientId">Stands for the patient; null while nobody named one.</param>
/// <param name="Quantity">How many alike the entry tells of.</param>
/// <param name="UnreadScan">The scan, when not all of it could be read.</param>
/// <param name="PlacedAt">When it was placed, wasted or returned; UTC.</param>
/// <param name="EntryIds">The entries behind it.</param>
public sealed record ImplantRow(
    string Key, Guid? PatientId, HardwareKind Kind, ValueList<Level> Levels, HardwareSite? Site, BodySide? Side, int Quantity, string? Manufacturer,
    string? Reference, string? Gtin, string? Lot, bool LotTyped, string? Serial, bool SerialTyped, DateOnly? Expiry, string? UnreadScan,
    ImplantStatus Status, DateTimeOffset PlacedAt, ValueList<Guid> EntryIds) : RegisterRow(Key)
{
    /// <summary>The lot as it is compared.</summary>
    public string? LotKey => DeviceSought.Key(Lot);

    /// <summary>The serial number as it is compared.</summary>
    public string? SerialKey => DeviceSought.Key(Serial);

    /// <summary>The scan as it is looked through.</summary>
    public string? UnreadScanKey => DeviceSought.Key(UnreadScan);

    /// <summary>What identifies the device.</summary>
    [JsonIgnore]
    public DeviceIdentity Identity => new(Gtin, Reference, Lot, Serial, Expiry) { LotTyped = LotTyped, SerialTyped = SerialTyped, UnreadScan = UnreadScan };

    /// <summary>The devices of a case; none when the case was entered in error, for then nothing of it happened.</summary>
    public static IEnumerable<ImplantRow> Of(SurvivingEntries entries)
    {
        if (!entries.Case.Entries[entries.Case.Id].Survives)
            return [];
        var patient = Plan.Of(entries).PatientId;
        return Implant.Of(entries).Select(implant => Of(implant, patient));
    }

    /// <summary>Whether an event is of a kind that can change the devices of its case, or the patient they are in.</summary>
    public static bool MayChangeWith(CaseEvent happened) =>
        happened is HardwareEvent or HardwareRemoved or PatientCorrected or TimeCorrected or EntryRetracted;

    static ImplantRow Of(Implant implant, Guid? patient)
    {
        var (device, identity) = (implant.Device, implant.Identity);
        return new ImplantRow(
            $"{implant.Entry.Id}", patient, device.Kind, [.. device.Levels], device.Site, device.Side, device.Quantity, device.Manufacturer?.Value,
            identity.Reference, identity.Gtin, identity.Lot, identity.LotTyped, identity.Serial, identity.SerialTyped, identity.Expiry, identity.UnreadScan,
            implant.Status, implant.Entry.EffectiveAt.ToUniversalTime(), [.. implant.EntryIds]);
    }
}
