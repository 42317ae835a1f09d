using System.Text.Json.Serialization;
using Periop.Domain.Cases;
using Periop.Domain.Implants;
using Periop.Domain.Spine;
using Periop.Domain.Text;

namespace Periop.Domain.Register;

/// <summary>A device in the register, as far as its own case tells: what another case took out of the patient is a row of its own.</summary>
/// <param name="Key">The entry that placed, wasted or returned it, or took it out where nobody recorded its placing.</param>
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
    /// <summary>How many alike are in place, as far as the case knows.</summary>
    public int InPlace { get; init; }

    /// <summary>What the lot may be as well, as it is compared; with the empty text, there may be none. Null when nothing says so.</summary>
    public ValueList<string>? PossibleLots { get; init; }

    /// <summary>What the serial number may be as well, as it is compared.</summary>
    public ValueList<string>? PossibleSerials { get; init; }

    /// <summary>The manufacturer as it is compared.</summary>
    public string? ManufacturerKey => DeviceText.Key(Manufacturer);

    /// <summary>The catalogue number as it is compared.</summary>
    public string? ReferenceKey => DeviceText.Key(Reference);

    /// <summary>The lot as it is compared; none when it is in doubt.</summary>
    public string? LotKey => Identity.LotKey;

    /// <summary>The serial number as it is compared; none when it is in doubt.</summary>
    public string? SerialKey => Identity.SerialKey;

    /// <summary>The scan as it is looked through; none when it says what lot and serial number may be.</summary>
    public string? UnreadScanKey => DeviceText.Key(Identity.ScanToSearch);

    /// <summary>What became of it, when other cases took so many of it out of the patient.</summary>
    public ImplantStatus StatusWith(long takenElsewhere) =>
        Status is ImplantStatus.InPlace or ImplantStatus.PartlyRemoved ? Implant.StatusOf(Quantity, (int)(InPlace - takenElsewhere)) : Status;

    /// <summary>What identifies the device.</summary>
    [JsonIgnore]
    public DeviceIdentity Identity => new(Gtin, Reference, Lot, Serial, Expiry)
    {
        Manufacturer = Manufacturer,
        LotTyped = LotTyped,
        SerialTyped = SerialTyped,
        PossibleLots = PossibleLots ?? [],
        PossibleSerials = PossibleSerials ?? [],
        UnreadScan = UnreadScan,
    };

    /// <summary>The devices of a case; none when the case was entered in error, for then nothing of it happened.</summary>
    public static IEnumerable<ImplantRow> Of(SurvivingEntries entries)
    {
        if (!entries.Case.Entries[entries.Case.Id].Survives)
            return [];
        var patient = Plan.Of(entries).PatientId;
        return Implant.Of(entries).Select(implant => Of(implant, patient));
    }

    static ImplantRow Of(Implant implant, Guid? patient)
    {
        var (device, identity) = (implant.Device, implant.Identity);
        return new ImplantRow(
            $"{implant.Entry.Id}", patient, device.Kind, [.. device.Levels], device.Site, device.Side, device.Quantity, identity.Manufacturer,
            identity.Reference, identity.Gtin, identity.Lot, identity.LotTyped, identity.Serial, identity.SerialTyped, identity.Expiry, identity.UnreadScan,
            implant.Status, implant.Entry.EffectiveAt.ToUniversalTime(), [.. implant.EntryIds])
        {
            InPlace = implant.InPlace,
            PossibleLots = Keys(identity.PossibleLots),
            PossibleSerials = Keys(identity.PossibleSerials),
        };
    }

    static ValueList<string>? Keys(ValueList<string> texts) =>
        texts.Count == 0 ? null : [.. texts.Select(t => DeviceText.Key(t) ?? "").Distinct()];
}
