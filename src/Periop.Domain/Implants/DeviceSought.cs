namespace Periop.Domain.Implants;

/// <summary>
/// How certain it is that a device is the one sought: all of it read off its scan; some of it typed by hand; or some of it not
/// known or doubtful, so that nobody can rule it out.
/// </summary>
public enum MatchCertainty { Exact, Typed, Possible }

/// <summary>
/// The devices that are asked for, or recalled: what is named must agree, of a list one; what is not named may be anything.
/// </summary>
public sealed class DeviceSought
{
    /// <summary>Shorter texts are found by chance in scans that cannot be read.</summary>
    public const int ShortestInScan = 4;

    /// <param name="gtin">14 digits.</param>
    public DeviceSought(string? gtin, IEnumerable<string> lots, IEnumerable<string> serials, string? manufacturer = null, string? reference = null)
    {
        Gtin = gtin;
        Lots = [.. lots.Select(DeviceText.Key).OfType<string>().Distinct()];
        Serials = [.. serials.Select(DeviceText.Key).OfType<string>().Distinct()];
        (Manufacturer, Reference) = (DeviceText.Key(manufacturer), DeviceText.Key(reference));
    }

    public DeviceSought(string? gtin, string? lot, string? serial, string? manufacturer = null, string? reference = null)
        : this(gtin, lot is null ? [] : [lot], serial is null ? [] : [serial], manufacturer, reference)
    {
    }

    public string? Gtin { get; }

    /// <summary>The lots, as they are compared.</summary>
    public IReadOnlyList<string> Lots { get; }

    /// <summary>The serial numbers, as they are compared.</summary>
    public IReadOnlyList<string> Serials { get; }

    /// <summary>The manufacturer, as it is compared.</summary>
    public string? Manufacturer { get; }

    /// <summary>The manufacturer's catalogue number, as it is compared.</summary>
    public string? Reference { get; }

    /// <summary>Whether every device is one.</summary>
    public bool IsAny => Gtin is null && Manufacturer is null && Reference is null && Lots.Count + Serials.Count == 0;

    /// <summary>What is looked for in scans that cannot be read. A model stands there with or without noughts before it.</summary>
    public IEnumerable<string> InScans =>
        new[] { Gtin?.TrimStart('0'), Reference }.OfType<string>().Concat(Lots).Concat(Serials).Where(t => t.Length >= ShortestInScan).Distinct();

    /// <summary>Whether another question is about the same devices.</summary>
    public bool IsSameAs(DeviceSought other) =>
        (Gtin, Manufacturer, Reference) == (other.Gtin, other.Manufacturer, other.Reference)
        && Lots.ToHashSet().SetEquals(other.Lots) && Serials.ToHashSet().SetEquals(other.Serials);

    /// <summary>
    /// How certain a device is the one; null when it is another. A device of the model whose lot or serial number is asked for and
    /// not known is possible. One typed by hand has no GTIN: its lot or serial number decides. A scan that could not be read is
    /// possible when something that is asked for stands in it, whatever was typed beside it.
    /// </summary>
    public MatchCertainty? CertaintyOf(DeviceIdentity device)
    {
        if (IsAny)
            return device is { Gtin: null, Lot: null, Serial: null } ? MatchCertainty.Possible
                : device.LotTyped || device.SerialTyped ? MatchCertainty.Typed
                : MatchCertainty.Exact;
        return ByItsParts(device) ?? (StandsIn(device.ScanToSearch) ? MatchCertainty.Possible : null);
    }

    /// <summary>What is sought, in words.</summary>
    public override string ToString() =>
        string.Join(' ', new[] { Gtin, Manufacturer, Reference, string.Join(',', Lots), string.Join(',', Serials) }.Where(part => part is { Length: > 0 }));

    MatchCertainty? ByItsParts(DeviceIdentity device)
    {
        Agreement[] parts =
        [
            SoughtModel.Of(this, device),
            Part(Lots, device.LotKey, device.LotTyped, device.PossibleLots),
            Part(Serials, device.SerialKey, device.SerialTyped, device.PossibleSerials),
        ];
        return parts.Contains(Agreement.Differs) || !parts.Any(p => p is Agreement.Read or Agreement.Typed or Agreement.Doubtful) ? null
            : parts.Contains(Agreement.Doubtful) || parts.Contains(Agreement.NotKnown) ? MatchCertainty.Possible
            : parts.Contains(Agreement.Typed) || parts.Contains(Agreement.NotSaid) ? MatchCertainty.Typed
            : MatchCertainty.Exact;
    }

    static Agreement Part(IReadOnlyList<string> sought, string? known, bool typed, IReadOnlyList<string> possible) =>
        sought.Count == 0 ? Agreement.NotSought
        : known is not null && sought.Contains(known) ? typed ? Agreement.Typed : Agreement.Read
        : possible.Any(p => DeviceText.Key(p) is { } key && sought.Contains(key)) ? Agreement.Doubtful
        : known is null && (possible.Count == 0 || possible.Contains("")) ? Agreement.NotKnown
        : Agreement.Differs;

    bool StandsIn(string? scan) =>
        scan is not null && DeviceText.Key(scan) is { } text && InScans.Any(sought => text.Contains(sought, StringComparison.Ordinal));
}
