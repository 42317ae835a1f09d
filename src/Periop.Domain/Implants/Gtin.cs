namespace Periop.Domain.Implants;

/// <summary>The 14 digits that name a model of a device worldwide (GS1 Global Trade Item Number).</summary>
public static class Gtin
{
    public const int Length = 14;

    public const string Rule = "must be 8, 12, 13 or 14 digits of which the last checks the others";

    /// <summary>
    /// The check digit that belongs behind these digits: from the right they weigh 3, 1, 3, 1 and so on, and the check digit
    /// fills the sum up to a multiple of ten (GS1 General Specifications, "Check digit calculations"). Null when these are not digits.
    /// </summary>
    public static int? CheckDigit(string digits)
    {
        if (digits.Length == 0 || !digits.All(char.IsAsciiDigit))
            return null;
        var sum = digits.Reverse().Select((digit, index) => (digit - '0') * (index % 2 == 0 ? 3 : 1)).Sum();
        return (10 - (sum % 10)) % 10;
    }

    /// <summary>Whether these are 14 digits of which the last checks the others.</summary>
    public static bool IsValid(string gtin) => gtin.Length == Length && CheckDigit(gtin[..^1]) is { } check && gtin[^1] == (char)('0' + check);

    /// <summary>
    /// The 14 digits for the 8, 12, 13 or 14 that stand on a label, with noughts before them (GS1 General Specifications, "GTIN in
    /// 14-digit format"); null when these are none.
    /// </summary>
    public static string? Read(string text) => text.Length is 8 or 12 or 13 or 14 && IsValid(text.PadLeft(Length, '0')) ? text.PadLeft(Length, '0') : null;
}
