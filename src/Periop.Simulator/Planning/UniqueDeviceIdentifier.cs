using System.Globalization;

namespace Periop.Simulator.Planning;

/// <summary>GS1 element strings as they stand on an implant's package.</summary>
/// <remarks>Company prefixes begin with 952, which GS1 keeps for examples: no real manufacturer is named.</remarks>
public static class UniqueDeviceIdentifier
{
    const char FunctionCode1 = (char)29;

    /// <summary>(10 - sum mod 10) mod 10 with the weights 3, 1, 3, 1 ... from the right.</summary>
    public static int CheckDigit(string digits)
    {
        var sum = 0;
        for (var index = 0; index < digits.Length; index++)
            sum += (digits[^(index + 1)] - '0') * (index % 2 == 0 ? 3 : 1);
        return (10 - sum % 10) % 10;
    }

    /// <summary>The trade item number of one article: 14 digits, the last of them its check.</summary>
    internal static string TradeItemNumber(int company, int article)
    {
        var digits = string.Create(CultureInfo.InvariantCulture, $"0952{company:0000}{article:00000}");
        return digits + CheckDigit(digits);
    }

    /// <summary>One item in a box: mostly typed or shown in the readable form, sometimes as the scanner sends it.</summary>
    internal static string Of(string tradeItemNumber, DateOnly expiry, Dice dice)
    {
        var date = expiry.ToString("yyMMdd", CultureInfo.InvariantCulture);
        var lot = string.Create(CultureInfo.InvariantCulture, $"{(char)dice.Between('A', 'H')}{dice.Between(1, 400):0000}");
        var serial = dice.Between(10_000_000, 99_999_999);
        return dice.Chance(.3)
            ? $"01{tradeItemNumber}17{date}10{lot}{FunctionCode1}21{serial}"
            : $"(01){tradeItemNumber}(17){date}(10){lot}(21){serial}";
    }

    /// <summary>A box of several, which have a lot and no serial numbers; now and then only the model was scanned.</summary>
    internal static string OfLot(string tradeItemNumber, DateOnly expiry, string? lot) =>
        string.Create(CultureInfo.InvariantCulture, $"(01){tradeItemNumber}(17){expiry:yyMMdd}{(lot is null ? "" : $"(10){lot}")}");
}
