using Periop.Domain.Cases;
using Periop.Domain.Implants;

namespace Periop.Benchmarks.Recalls;

/// <summary>What the scans of a model say.</summary>
enum Tracking { Lot, LotAndSerial, Serial, OftenWithoutLot }

/// <summary>A model of a device.</summary>
sealed record Model(string Gtin, string Manufacturer, string Reference, HardwareKind Kind, Tracking Tracking);

/// <summary>What the hospitals buy: 400 models of which a few make up much, in lots that are used up one after the other.</summary>
static class Supply
{
    public const int DevicesPerLot = 40, LotsInStock = 50, DevicesPerUnreadableLot = 200;

    /// <summary>Every so many lots, one is of a model that was bought for a short time only.</summary>
    const int Abandoned = 10;

    static readonly HardwareKind[] Kinds = [HardwareKind.PedicleScrew, HardwareKind.SetScrew, HardwareKind.PedicleScrew, HardwareKind.Rod, HardwareKind.Cage];

    static readonly Model[] Models = [.. Enumerable.Range(0, 400).Select(ModelOf)];

    /// <summary>The share of each model and those before it: the n-th is used an n-th as often as the first.</summary>
    static readonly double[] Shares = SharesOf(Models.Length);

    public static Model MostUsed => Models[0];

    /// <summary>A model that only the n-th lot is of.</summary>
    public static Model AbandonedModel(int lot) => ModelOf(1000 + (lot / Abandoned)) with { Tracking = Tracking.Lot };

    public static bool IsAbandoned(int lot) => lot is > LotsInStock and < 1000 && lot % Abandoned == 0;

    public static Model ModelOfLot(int lot)
    {
        if (IsAbandoned(lot))
            return AbandonedModel(lot);
        var found = Array.BinarySearch(Shares, new Random(lot).NextDouble());
        return Models[Math.Min(found < 0 ? ~found : found, Models.Length - 1)];
    }

    /// <summary>A lot as the manufacturer writes it; no two are alike.</summary>
    public static string Lot(int number)
    {
        var digits = number * 7_919L * 613 % 10_000_000;
        return number % 3 == 0 ? $"{digits:0000000}X" : $"{(char)('A' + (number % 20))}{digits:0000000}";
    }

    /// <summary>A lot that stands in scans only that nobody can read.</summary>
    public static string UnreadableLot(int number) => $"U{number * 104_729L % 10_000_000:0000000}";

    /// <summary>A string of HIBCC: the labeler's model, the date of expiry, the lot, and a character that checks the others.</summary>
    public static string Scan(Model model, DateTimeOffset expiry, string lot) =>
        $"+H{model.Reference.Replace("-", "", StringComparison.Ordinal)}1/$$3{expiry:yyMMdd}{lot}{(char)('A' + (lot[^1] % 26))}";

    static Model ModelOf(int number)
    {
        var digits = $"0{761_000 + (number % 12)}{number * 97 % 1_000_000:000000}";
        return new Model($"{digits}{Gtin.CheckDigit(digits)}", $"Manufacturer {number % 12}", $"{number % 12:000}-{number * 31 % 100_000:00000}",
            Kinds[number % Kinds.Length], number == 0 ? Tracking.Lot : (Tracking)(number % 4));
    }

    static double[] SharesOf(int count)
    {
        var whole = Enumerable.Range(1, count).Sum(n => 1.0 / n);
        var sum = 0.0;
        return [.. Enumerable.Range(1, count).Select(n => sum += 1.0 / n / whole)];
    }
}
