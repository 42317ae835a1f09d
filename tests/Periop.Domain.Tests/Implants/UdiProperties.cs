using System.Globalization;
using CsCheck;
using Periop.Domain.Implants;
using Periop.Domain.Text;

namespace Periop.Domain.Tests.Implants;

public class UdiProperties
{
    const string Separator = "\u001D";

    static readonly Gen<string> Gtins = Gen.String[Gen.Char["0123456789"], 13, 13].Select(digits => digits + Gtin.CheckDigit(digits));

    const string Printable = "ABCXYZabcxyz0123456789!\"%&'*+,-./:;<=>?_";

    static readonly Gen<DateOnly?> Dates =
        Gen.OneOf(Gen.Const((DateOnly?)null), Gen.Int[0, 36_000].Select(days => (DateOnly?)new DateOnly(1977, 1, 1).AddDays(days)));

    static readonly Gen<Udi.Gs1> Printed = Devices(Printable), Scanned = Devices(Printable + "()");

    static readonly Gen<string[]> Orders = Gen.Shuffle(new[] { "01", "10", "11", "17", "21" });

    static readonly Gen<string> Prefixes = Gen.OneOf(
        Gen.Const(""), Gen.Const("]d2"), Gen.Const("]C1"), Gen.Const("]e0"), Gen.Const(Separator), Gen.Const("]d2" + Separator));

    static readonly Gen<string> Scans = Gen.OneOf(
        Gen.String[0, 128], Gen.String[Gen.Char["0129\u001D(A"], 0, Scan.MaxLength], Gen.String[Gen.Char["0112790()]d2C+=\u001D A"], 0, 128]);

    [Fact]
    public void What_is_composed_in_print_reads_back() =>
        Gen.Select(Printed, Orders).Sample((device, order) =>
            device == Udi.Read(string.Concat(Parts(device, order).Select(e => $"({e.Identifier}){e.Value}")), 2026));

    [Fact]
    public void What_is_composed_for_a_scanner_reads_back() =>
        Gen.Select(Scanned, Orders, Prefixes).Sample((device, order, prefix) =>
            device == Udi.Read(
                prefix + string.Concat(Parts(device, order).Select(e => e.Identifier + e.Value + (e.Identifier is "10" or "21" ? Separator : ""))), 2026));

    [Fact]
    public void Whatever_separators_are_lost_nothing_is_read_that_was_not_composed() =>
        Gen.Select(Scanned, Orders, Prefixes, Gen.Bool, Gen.Bool).Sample((device, order, prefix, behindLot, behindSerial) =>
        {
            // A separator in its place behind one value vouches for the other, whose loss then cannot be told.
            var parts = Parts(device, order).ToArray();
            var last = parts[^1].Identifier;
            var separated = behindLot && last != "10" ? "10" : behindSerial && last != "21" ? "21" : null;
            var other = separated is "10" ? "21" : "10";
            if (separated is not null && last != other && parts.Any(p => p.Identifier == other))
                separated = null;
            var read = Udi.Read(prefix + string.Concat(parts.Select(e => e.Identifier + e.Value + (e.Identifier == separated ? Separator : ""))), 2026);
            return read is Udi.Unreadable || (read is Udi.Gs1 gs1 && (gs1 == device || (gs1.Doubt is not null && IsPartOf(device, gs1))));
        });

    [Fact]
    public void One_wrong_digit_is_noticed() =>
        Gen.Select(Gtins, Gen.Int[0, 13], Gen.Int[1, 9]).Sample((gtin, place, more) =>
            !Gtin.IsValid(gtin[..place] + (char)('0' + ((gtin[place] - '0' + more) % 10)) + gtin[(place + 1)..]));

    [Fact]
    public void No_scan_throws() => Gen.Select(Scans, Gen.Int).Sample((scan, year) => { Udi.Read(scan, year); });

    static Gen<Udi.Gs1> Devices(string characters)
    {
        var texts = Gen.OneOf(Gen.Const((string?)null), Gen.String[Gen.Char[characters], 1, 20].Select(text => (string?)text));
        return Gen.Select(Gtins, texts, texts, Dates, Dates, (gtin, lot, serial, expiry, production) => new Udi.Gs1(gtin, lot, serial, expiry, production));
    }

    static bool IsPartOf(Udi.Gs1 device, Udi.Gs1 read) =>
        read.Gtin == device.Gtin && (read.Lot is null || read.Lot == device.Lot) && (read.Serial is null || read.Serial == device.Serial)
        && (read.Expiry is null || read.Expiry == device.Expiry) && (read.Production is null || read.Production == device.Production);

    /// <summary>The parts that a device has, in this order.</summary>
    static IEnumerable<(string Identifier, string Value)> Parts(Udi.Gs1 device, string[] order) =>
        from identifier in order
        let value = identifier switch
        {
            "01" => device.Gtin,
            "10" => device.Lot,
            "21" => device.Serial,
            "17" => Digits(device.Expiry),
            _ => Digits(device.Production),
        }
        where value is not null
        select (identifier, value);

    /// <summary>Some last days of a month are written as day nought.</summary>
    static string? Digits(DateOnly? date) =>
        date is not { } day ? null
        : day.Month % 2 == 0 && day.AddDays(1).Day == 1 ? day.ToString("yyMM00", CultureInfo.InvariantCulture)
        : day.ToString("yyMMdd", CultureInfo.InvariantCulture);
}
