using Periop.Domain.Cases;

namespace Periop.Domain.Implants;

/// <summary>What identifies a device: read from its scan, and where the scan says nothing, typed by hand.</summary>
public sealed record DeviceIdentity(string? Gtin, string? Reference, string? Lot, string? Serial, DateOnly? Expiry)
{
    public static DeviceIdentity Of(HardwareEvent device)
    {
        var read = Scanned(device) as Udi.Gs1;
        return new DeviceIdentity(
            read?.Gtin, device.Reference?.Value, read?.Lot ?? device.Lot?.Value, read?.Serial ?? device.Serial?.Value, read?.Expiry ?? device.Expiry);
    }

    /// <summary>What the device's scan says; null when it was not scanned.</summary>
    public static Udi? Scanned(HardwareEvent device) => device.Udi is { } scan ? Udi.Read(scan.Value, device.OccurredAt.Year) : null;
}
