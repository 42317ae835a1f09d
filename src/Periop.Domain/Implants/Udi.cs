using Periop.Domain.Text;

namespace Periop.Domain.Implants;

/// <summary>An agency that gives out device identifiers in a form of its own.</summary>
public enum Issuer { Hibcc, Iccbba }

/// <summary>
/// What a scan of a unique device identifier says. A scan is kept as it is whatever comes of reading it, and what cannot be
/// read keeps nobody from recording the device.
/// </summary>
public abstract record Udi
{
    Udi()
    {
    }

    /// <summary>A GS1 element string.</summary>
    /// <param name="Expiry">The last day on which the device may be used.</param>
    /// <param name="Production">The day on which it was made.</param>
    public sealed record Gs1(string Gtin, string? Lot, string? Serial, DateOnly? Expiry, DateOnly? Production) : Udi
    {
        /// <summary>What could not be told apart and was left out rather than guessed.</summary>
        public string? Doubt { get; init; }

        /// <summary>Where there is a doubt, what the lot may be; the empty text is among them when there may be none.</summary>
        public ValueList<string> PossibleLots { get; init; } = [];

        /// <summary>Where there is a doubt, what the serial number may be.</summary>
        public ValueList<string> PossibleSerials { get; init; } = [];

        /// <summary>Digits without an identifier, as in an ordinary barcode. They name a model, or are a lot that happens to check.</summary>
        public bool IsBareNumber { get; init; }
    }

    /// <summary>A string of another agency, not taken apart.</summary>
    public sealed record OtherIssuer(Issuer Issuer, string Scan) : Udi;

    /// <summary>A scan that says nothing for certain.</summary>
    /// <param name="Reason">Completes "cannot be read: ".</param>
    public sealed record Unreadable(string Scan, string Reason) : Udi;

    /// <summary>
    /// Reads a scan, with or without brackets, symbology identifier (<c>]d2</c>, <c>]C1</c>) and separators, as a web address, or the bare
    /// number of a model.
    /// </summary>
    /// <param name="referenceYear">The year in which it was scanned: it settles the century of the dates.</param>
    public static Udi Read(string scan, int referenceYear)
    {
        var text = scan.Trim(' ', '\t', '\r', '\n');
        if (text is [']', _, _, ..])
            text = text[3..];
        return text switch
        {
            // In print, HIBCC's strings stand between asterisks.
            ['+', ..] or ['*', '+', ..] => new OtherIssuer(Issuer.Hibcc, scan),
            ['=', ..] => new OtherIssuer(Issuer.Iccbba, scan),
            _ => ReadGs1(scan, DigitalLink.Read(text) ?? ElementString.Read(text), referenceYear) is var read
                && read is Unreadable && Gtin.Read(text) is { } gtin
                    ? new Gs1(gtin, null, null, null, null) { IsBareNumber = true }
                    : read,
        };
    }

    static Udi ReadGs1(string scan, ElementString elements, int referenceYear)
    {
        string? Value(string identifier) => elements.Values.GetValueOrDefault(identifier);

        DateOnly? Date(string identifier) => Value(identifier) is { } date ? DateOf(date, referenceYear) : null;

        bool NoDay(string identifier) => Value(identifier) is not null && Date(identifier) is null;

        var problem = elements.Problem
            ?? (Value(ApplicationIdentifiers.Gtin) is not { } gtin ? "it names no device (01)"
                : !Gtin.IsValid(gtin) ? "the check digit behind (01) is wrong"
                : NoDay(ApplicationIdentifiers.Expiry) ? "the date behind (17) does not exist"
                : NoDay(ApplicationIdentifiers.Production) ? "the date behind (11) does not exist"
                : null);
        return problem is not null
            ? new Unreadable(scan, problem)
            : new Gs1(Value(ApplicationIdentifiers.Gtin)!, Value(ApplicationIdentifiers.Lot), Value(ApplicationIdentifiers.Serial),
                Date(ApplicationIdentifiers.Expiry), Date(ApplicationIdentifiers.Production))
            {
                Doubt = elements.Doubt,
                PossibleLots = elements.PossibleLots,
                PossibleSerials = elements.PossibleSerials,
            };
    }

    /// <summary>
    /// A date of six digits, YYMMDD. The year is the one of these two digits from 49 before the reference year to 50 after it,
    /// and day 00 is the last of the month (GS1 General Specifications, "Determination of century in dates" and the date identifiers).
    /// </summary>
    static DateOnly? DateOf(string digits, int referenceYear)
    {
        var (year, month, day) = (int.Parse(digits[..2]), int.Parse(digits[2..4]), int.Parse(digits[4..]));
        var ahead = year - (referenceYear % 100);
        var full = referenceYear + ahead + (ahead > 50 ? -100 : ahead < -49 ? 100 : 0);
        if (full is < 1 or > 9999 || month is < 1 or > 12)
            return null;
        var last = DateTime.DaysInMonth(full, month);
        return day > last ? null : new DateOnly(full, month, day == 0 ? last : day);
    }
}
