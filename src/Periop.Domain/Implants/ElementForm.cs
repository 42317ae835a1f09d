namespace Periop.Domain.Implants;

/// <summary>What the value behind an identifier looks like.</summary>
/// <param name="Shortest">How many characters at least.</param>
/// <param name="Longest">How many at most.</param>
/// <param name="IsPredefined">No separator is needed behind it.</param>
/// <param name="IsNumber">Digits alone.</param>
sealed record ElementForm(string Identifier, int Shortest, int Longest, bool IsPredefined, bool IsNumber)
{
    const string Punctuation = "!\"%&'()*+,-./:;<=>?_";

    /// <summary>What can be said of it besides, such as that its last digit checks the others.</summary>
    Func<string, bool>? Content { get; init; }

    /// <summary>
    /// How many characters it has at least where it may begin inside another value. Of texts, those of a lot and of a serial number may be
    /// short; if others were taken to be, hardly a lot would be without doubt.
    /// </summary>
    public int ShortestHidden { get; init; } = Shortest;

    /// <summary>What a value must be, completing "is not".</summary>
    public string Rule => Shortest == Longest ? $"{Longest} digits" : $"1 to {Longest} {(IsNumber ? "digits" : "characters")}";

    public static ElementForm Predefined(string identifier, int length, Func<string, bool>? content = null) =>
        new(identifier, length, length, IsPredefined: true, IsNumber: true) { Content = content };

    public static ElementForm Digits(string identifier, int length) => new(identifier, length, length, IsPredefined: false, IsNumber: true);

    public static ElementForm Number(string identifier, int longest) => new(identifier, 1, longest, IsPredefined: false, IsNumber: true);

    public static ElementForm Text(string identifier, int longest) =>
        new(identifier, 1, longest, IsPredefined: false, IsNumber: false) { ShortestHidden = 3 };

    /// <summary>Whether a value has its length and characters; a value may be wrong all the same, as a date that does not exist is.</summary>
    public bool Fits(string value) => value.Length >= Shortest && value.Length <= Longest && (!IsNumber || value.All(char.IsAsciiDigit));

    /// <summary>Whether a text that may as well be part of another value can be a value of this form.</summary>
    public bool MayBe(string value) => Fits(value) && Content?.Invoke(value) is not false;

    /// <summary>Whether GS1 allows a character in a value.</summary>
    public static bool Allows(char character) => char.IsAsciiLetterOrDigit(character) || Punctuation.Contains(character, StringComparison.Ordinal);
}

/// <summary>What can be told of digits alone.</summary>
static class Gs1Number
{
    /// <summary>Whether the last digit checks the others.</summary>
    public static bool Checks(string digits) => Gtin.CheckDigit(digits[..^1]) is { } check && digits[^1] == (char)('0' + check);

    /// <summary>Whether YYMMDD is a date of some century. Day nought is the last of the month.</summary>
    public static bool IsDate(string digits) =>
        int.Parse(digits[2..4], System.Globalization.CultureInfo.InvariantCulture) is >= 1 and <= 12 and var month
        && int.Parse(digits[4..6], System.Globalization.CultureInfo.InvariantCulture) <= DateTime.DaysInMonth(2000, month);
}
