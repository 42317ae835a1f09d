namespace Periop.Domain.Implants;

/// <summary>
/// How certain it is that a device is the one sought: all of it read off its scan; some of it typed by hand; or some of it not
/// known, so that nobody can rule it out.
/// </summary>
public enum MatchCertainty { Exact, Typed, Possible }

/// <summary>The device that is asked for, or recalled: what is named must agree; what is not named may be anything.</summary>
/// <param name="Gtin">14 digits.</param>
public sealed record DeviceSought(string? Gtin, string? Lot, string? Serial)
{
    /// <summary>Shorter texts are found by chance in scans that cannot be read.</summary>
    public const int ShortestInScan = 4;

    /// <summary>
    /// Lots and serial numbers are compared regardless of case and white space: people type them off labels.
    /// </summary>
    public static string? Key(string? text) => text is null ? null : string.Concat(text.Where(c => !char.IsWhiteSpace(c))).ToUpperInvariant();

    /// <summary>
    /// How certain a device is the one; null when it is another. A device of the model whose lot or serial number is asked for and
    /// not known is possible. One typed by hand has no GTIN: its lot or serial number decides. A scan that could not be read is
    /// possible when what is asked for stands in it.
    /// </summary>
    public MatchCertainty? CertaintyOf(DeviceIdentity device)
    {
        (string? Sought, string? Known)[] parts = [(Gtin, device.Gtin), (Key(Lot), Key(device.Lot)), (Key(Serial), Key(device.Serial))];
        if (parts.All(p => p.Sought is null))
            return parts.All(p => p.Known is null) ? MatchCertainty.Possible
                : device.LotTyped || device.SerialTyped ? MatchCertainty.Typed
                : MatchCertainty.Exact;
        if (parts.Any(p => p is { Sought: not null, Known: not null } && p.Sought != p.Known))
            return null;
        if (parts.All(p => p.Sought is null || p.Known is null))
            return parts.Any(p => IsIn(device.UnreadScan, p.Sought)) ? MatchCertainty.Possible : null;
        if (parts.Skip(1).Any(p => p is { Sought: not null, Known: null }))
            return MatchCertainty.Possible;
        var isTyped = (Gtin is not null && device.Gtin is null) || (Lot is not null && device.LotTyped) || (Serial is not null && device.SerialTyped);
        return isTyped ? MatchCertainty.Typed : MatchCertainty.Exact;
    }

    static bool IsIn(string? scan, string? sought) =>
        sought is { Length: >= ShortestInScan } && Key(scan)?.Contains(sought, StringComparison.Ordinal) is true;
}
