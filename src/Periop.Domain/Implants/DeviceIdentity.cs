using Periop.Domain.Text;

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

    /// <summary>What a scan and what was typed beside it say together.</summary>
    /// <param name="scanned">What the scan says; null when the device was not scanned.</param>
    /// <param name="scan">The scan itself.</param>
    public static DeviceIdentity Of(Udi? scanned, Scan? scan, Term? reference, Term? lot, Term? serial, DateOnly? expiry)
    {
        var read = scanned as Udi.Gs1;
        return new DeviceIdentity(read?.Gtin, reference?.Value, read?.Lot ?? lot?.Value, read?.Serial ?? serial?.Value, read?.Expiry ?? expiry)
        {
            LotTyped = read?.Lot is null && lot is not null,
            SerialTyped = read?.Serial is null && serial is not null,
            UnreadScan = scanned is null or Udi.Gs1 { Doubt: null } ? null : scan?.Value,
        };
    }
}
