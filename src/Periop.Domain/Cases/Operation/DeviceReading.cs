using System.Runtime.CompilerServices;
using Periop.Domain.Implants;

namespace Periop.Domain.Cases;

/// <summary>What identifies the device of an entry, and what its scan says.</summary>
/// <param name="Scanned">Null when the device was not scanned.</param>
/// <param name="Typed">What was typed, whatever the scan says.</param>
public sealed record DeviceReading(Udi? Scanned, DeviceIdentity Typed, DeviceIdentity Identity)
{
    /// <summary>An event never changes, and is asked again whenever anything else is recorded in its case: it is read once.</summary>
    static readonly ConditionalWeakTable<HardwareEvent, DeviceReading> Known = [];

    public static DeviceReading Of(HardwareEvent device) => Known.GetValue(device, Read);

    /// <summary>Whether something typed cannot be what the scan says.</summary>
    public bool Differs => Scanned is Udi.Gs1 read
        && (DeviceIdentity.Differ(read.Lot, read.PossibleLots, Typed.Lot) || DeviceIdentity.Differ(read.Serial, read.PossibleSerials, Typed.Serial)
            || (Typed.Expiry is not null && read.Expiry is not null && Typed.Expiry != read.Expiry));

    static DeviceReading Read(HardwareEvent device)
    {
        var scanned = device.Udi is { } scan ? Udi.Read(scan.Value, device.OccurredAt.Year) : null;
        var typed = new DeviceIdentity(null, device.Reference?.Value, device.Lot?.Value, device.Serial?.Value, device.Expiry)
        { Manufacturer = device.Manufacturer?.Value };
        return new DeviceReading(scanned, typed, DeviceIdentity.Of(scanned, device.Udi, typed));
    }
}
