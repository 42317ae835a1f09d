using System.Runtime.CompilerServices;
using Periop.Domain.Implants;

namespace Periop.Domain.Cases;

/// <summary>What identifies the device of an entry, and what its scan says.</summary>
/// <param name="Scanned">Null when the device was not scanned.</param>
public sealed record DeviceReading(Udi? Scanned, DeviceIdentity Identity)
{
    /// <summary>An event never changes, and is asked again whenever anything else is recorded in its case: it is read once.</summary>
    static readonly ConditionalWeakTable<HardwareEvent, DeviceReading> Known = [];

    public static DeviceReading Of(HardwareEvent device) => Known.GetValue(device, Read);

    static DeviceReading Read(HardwareEvent device)
    {
        var scanned = device.Udi is { } scan ? Udi.Read(scan.Value, device.OccurredAt.Year) : null;
        return new DeviceReading(scanned, DeviceIdentity.Of(scanned, device.Udi, device.Reference, device.Lot, device.Serial, device.Expiry));
    }
}
