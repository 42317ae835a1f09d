using Periop.Domain.Cases;

namespace Periop.Domain.Implants;

/// <summary>What identifies a device: read from its scan, or typed by hand.</summary>
public sealed record DeviceIdentity(string? Gtin, string? Reference, string? Lot, string? Serial, DateOnly? Expiry)
{
    public static DeviceIdentity Of(HardwareEvent device) =>
        new(null, device.Reference?.Value, device.Lot?.Value, device.Serial?.Value, device.Expiry);
}
