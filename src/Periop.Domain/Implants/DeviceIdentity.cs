using Periop.Domain.Text;

namespace Periop.Domain.Implants;

/// <summary>What identifies a device: read from its scan, and where the scan says nothing, typed by hand.</summary>
public sealed record DeviceIdentity(string? Gtin, string? Reference, string? Lot, string? Serial, DateOnly? Expiry)
{
    /// <summary>As typed by hand.</summary>
    public string? Manufacturer { get; init; }

    /// <summary>Whether the lot was typed by hand.</summary>
    public bool LotTyped { get; init; }

    /// <summary>Whether the serial number was typed by hand.</summary>
    public bool SerialTyped { get; init; }

    /// <summary>
    /// What the lot may be as well: a scan that can be read in more than one way, or something else typed beside it, say so. With the lot
    /// itself among them, it is as doubtful as they are; with the empty text among them, there may be none.
    /// </summary>
    public ValueList<string> PossibleLots { get; init; } = [];

    /// <summary>What the serial number may be as well.</summary>
    public ValueList<string> PossibleSerials { get; init; } = [];

    /// <summary>The scan, when not all of it could be read.</summary>
    public string? UnreadScan { get; init; }

    /// <summary>The scan in which anything may still be found: one that no possible lots or serial numbers could be read off.</summary>
    public string? ScanToSearch => PossibleLots.Count + PossibleSerials.Count == 0 ? UnreadScan : null;

    /// <summary>The lot, when there is no doubt about it, as it is compared.</summary>
    public string? LotKey => SureKey(Lot, PossibleLots);

    /// <summary>The serial number, when there is no doubt about it, as it is compared.</summary>
    public string? SerialKey => SureKey(Serial, PossibleSerials);

    /// <summary>What a scan and what was typed beside it say together. What is typed is looked for as well, whatever the scan says.</summary>
    /// <param name="scanned">What the scan says; null when the device was not scanned.</param>
    /// <param name="scan">The scan itself.</param>
    /// <param name="typed">As somebody typed it.</param>
    public static DeviceIdentity Of(Udi? scanned, Scan? scan, DeviceIdentity typed)
    {
        var read = scanned as Udi.Gs1;
        var (lot, serial) = (Weighed.Of(read?.Lot, read?.PossibleLots ?? [], typed.Lot), Weighed.Of(read?.Serial, read?.PossibleSerials ?? [], typed.Serial));
        return new DeviceIdentity(read?.Gtin, typed.Reference, lot.Value, serial.Value, read?.Expiry ?? typed.Expiry)
        {
            Manufacturer = typed.Manufacturer,
            LotTyped = lot.IsTyped,
            SerialTyped = serial.IsTyped,
            PossibleLots = lot.Others,
            PossibleSerials = serial.Others,
            UnreadScan = scanned is null or Udi.Gs1 { Doubt: null, IsBareNumber: false } ? null : scan?.Value,
        };
    }

    /// <summary>Whether what was typed cannot be what the scan says.</summary>
    public static bool Differ(string? read, IReadOnlyList<string> mayBe, string? typed) =>
        DeviceText.Key(typed) is not null && (read is not null ? !Same(read, typed)
            : mayBe.Count > 0 && !mayBe.Contains("") && !mayBe.Any(m => Same(m, typed)));

    static bool Same(string? one, string? other) => DeviceText.Key(one) == DeviceText.Key(other);

    static string? SureKey(string? value, ValueList<string> others) =>
        value is null || others.Any(o => Same(o, value)) ? null : DeviceText.Key(value);

    /// <summary>A part of the identity, of what the scan says and what was typed.</summary>
    readonly record struct Weighed(string? Value, bool IsTyped, ValueList<string> Others)
    {
        public static Weighed Of(string? read, ValueList<string> mayBe, string? typed) =>
            DeviceText.Key(typed) is null || typed is null ? new(read, false, mayBe)
            : read is not null ? new(read, false, Differ(read, mayBe, typed) ? [read, typed] : [])
            : Differ(read, mayBe, typed) ? new(typed, true, [.. mayBe, typed])
            : new(typed, true, [.. mayBe.Where(m => m.Length > 0 && !Same(m, typed))]);
    }
}
