using Periop.Domain.Cases;

namespace Periop.Domain.Implants;

/// <summary>What identifies a device: read from its scan, and where the scan says nothing, typed by hand.</summary>
public sealed record DeviceIdentity(string? Gtin, string? Reference, string? Lot, string? Serial, DateOnly? Expiry)
{
    /// <summary>Whether the lot was typed by hand.</summary>
    public bool LotTyped { get; init; }

    /// <summary>Whether the serial number was typed by hand.</summary>
    public bool SerialTyped { get; init; }

    /// <summary>The scan, when not all of it could be read: what it says may still be found in it.</summary>
    public string? UnreadScan { get; init; }

    public static DeviceIdentity Of(HardwareEvent device)
    {
        var scan = Scanned(device);
        var read = scan as Udi.Gs1;
        return new DeviceIdentity(
            read?.Gtin, device.Reference?.Value, read?.Lot ?? device.Lot?.Value, read?.Serial ?? device.Serial?.Value, read?.Expiry ?? device.Expiry)
        {
            LotTyped = read?.Lot is null && device.Lot is not null,
            SerialTyped = read?.Serial is null && device.Serial is not null,
            UnreadScan = scan is null or Udi.Gs1 { Doubt: null } ? null : device.Udi?.Value,
        };
    }

    /// <summary>What the device's scan says; null when it was not scanned.</summary>
    public static Udi? Scanned(HardwareEvent device) => device.Udi is { } scan ? Udi.Read(scan.Value, device.OccurredAt.Year) : null;
}
