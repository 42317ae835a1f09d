namespace Periop.Domain.Implants;

/// <summary>
/// A GS1 element string taken apart: values behind application identifiers, in any order, as a scanner sends them
/// (<c>0151…</c>, values of variable length ended by FNC1) or as they are printed (<c>(01)51…</c>).
/// </summary>
/// <param name="Values">By application identifier.</param>
/// <param name="Doubt">What could not be told apart and was left out.</param>
/// <param name="Problem">Why it cannot be read at all.</param>
sealed record ElementString(IReadOnlyDictionary<string, string> Values, string? Doubt, string? Problem)
{
    public const string Gtin = "01", Lot = "10", Production = "11", Expiry = "17", Serial = "21";

    const char Separator = '\u001D';
    const string Blanks = " \t\r\n";
    const string Punctuation = "!\"%&'()*+,-./:;<=>?_";

    /// <summary>
    /// The identifiers met on devices (GS1 General Specifications, section 3). Those of the predefined lengths need no separator
    /// behind them and are all digits; the others have at most so many characters. What is behind one not listed cannot be told.
    /// </summary>
    static readonly Dictionary<string, (int Length, bool Predefined)> Known = new(StringComparer.Ordinal)
    {
        [Gtin] = (14, true),
        [Lot] = (20, false),
        [Production] = (6, true),
        ["12"] = (6, true),
        ["13"] = (6, true),
        ["15"] = (6, true),
        ["16"] = (6, true),
        [Expiry] = (6, true),
        ["20"] = (2, true),
        [Serial] = (20, false),
        ["22"] = (20, false),
        ["30"] = (8, false),
        ["37"] = (8, false),
        ["240"] = (30, false),
        ["241"] = (30, false),
        ["250"] = (30, false),
        ["251"] = (30, false),
        ["7003"] = (10, false),
        ["8012"] = (20, false),
        ["90"] = (30, false),
        ["91"] = (90, false),
        ["92"] = (90, false),
        ["93"] = (90, false),
        ["94"] = (90, false),
        ["95"] = (90, false),
        ["96"] = (90, false),
        ["97"] = (90, false),
        ["98"] = (90, false),
        ["99"] = (90, false),
    };

    public static ElementString Read(string text)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        string? doubt = null;
        var problem = text.StartsWith('(') ? ReadPrinted(text, values) : ReadScanned(text, values, out doubt);
        return new ElementString(values, doubt, problem);
    }

    static string? ReadPrinted(string text, Dictionary<string, string> values)
    {
        foreach (var part in text.Split('(').Skip(1))
        {
            var end = part.IndexOf(')', StringComparison.Ordinal);
            if (end is < 2 or > 4 || !part[..end].All(char.IsAsciiDigit))
                return "the brackets do not hold an identifier of two to four digits";
            if (Take(part[..end], part[(end + 1)..].Trim([.. Blanks, Separator]), values) is { } problem)
                return problem;
        }

        return null;
    }

    static string? ReadScanned(string text, Dictionary<string, string> values, out string? doubt)
    {
        doubt = null;
        for (var at = 0; at < text.Length;)
        {
            if (text[at] == Separator)
            {
                at++;
                continue;
            }

            var identifier = Known.Keys.FirstOrDefault(k => string.CompareOrdinal(text, at, k, 0, k.Length) == 0);
            if (identifier is null)
                return "it is no element string of known identifiers";
            at += identifier.Length;
            var (length, predefined) = Known[identifier];
            var separator = text.IndexOf(Separator, at);
            var end = predefined ? Math.Min(at + length, text.Length) : separator < 0 ? text.Length : separator;
            if (Take(identifier, text[at..end], values) is { } problem)
                return problem;
            if (!predefined && !text.Contains(Separator, StringComparison.Ordinal) && MayHideAnother(values[identifier], values))
            {
                doubt = $"no separator tells where the value behind ({identifier}) ends";
                values.Remove(identifier);
            }

            at = end;
        }

        return null;
    }

    static string? Take(string identifier, string value, Dictionary<string, string> values)
    {
        if (!value.All(c => char.IsAsciiLetterOrDigit(c) || Punctuation.Contains(c, StringComparison.Ordinal)))
            return $"the value behind ({identifier}) has a character that GS1 does not allow";
        if (Known.TryGetValue(identifier, out var rule) && rule.Predefined && !(value.Length == rule.Length && value.All(char.IsAsciiDigit)))
            return $"the value behind ({identifier}) is not {rule.Length} digits";
        if (value.Length == 0 || (rule.Length > 0 && value.Length > rule.Length))
            return $"the value behind ({identifier}) is not 1 to {rule.Length} characters";
        if (values.TryGetValue(identifier, out var earlier) && earlier != value)
            return $"({identifier}) stands there twice";
        values[identifier] = value;
        return null;
    }

    /// <summary>
    /// Whether a value could as well be a shorter one and an element behind it, from a scanner that sends no separators.
    /// Nothing is guessed then: a wrong lot is worse than none.
    /// </summary>
    static bool MayHideAnother(string value, Dictionary<string, string> values) =>
        Enumerable.Range(1, Math.Max(0, value.Length - 1)).Select(i => value[i..]).Any(rest =>
            new[] { Lot, Serial, Production, Expiry }.Any(other =>
                !values.ContainsKey(other) && rest.Length > other.Length && rest.StartsWith(other, StringComparison.Ordinal)
                && (!Known[other].Predefined || (rest.Length >= 8 && rest[2..8].All(char.IsAsciiDigit)))));
}
