using Periop.Domain.Text;

namespace Periop.Domain.Implants;

/// <summary>
/// A GS1 element string taken apart: values behind application identifiers, in any order, as a scanner sends them
/// (<c>0151…</c>, values of variable length ended by FNC1) or as they are printed (<c>(01)51…</c>).
/// </summary>
/// <param name="Values">By application identifier.</param>
/// <param name="Problem">Why it cannot be read at all.</param>
sealed record ElementString(IReadOnlyDictionary<string, string> Values, string? Problem)
{
    const char Separator = '\u001D';
    const string Blanks = " \t\r\n";

    /// <summary>What could not be told apart and was left out.</summary>
    public string? Doubt { get; private init; }

    /// <summary>What the lot may be; the empty text is among them when there may be none.</summary>
    public ValueList<string> PossibleLots { get; private init; } = [];

    /// <summary>What the serial number may be; the empty text is among them when there may be none.</summary>
    public ValueList<string> PossibleSerials { get; private init; } = [];

    public static ElementString Read(string text)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        return text.StartsWith('(') ? new ElementString(values, ReadPrinted(text, values)) : ReadScanned(text, values);
    }

    /// <summary>Puts a value where it belongs; the problem when it cannot be there.</summary>
    public static string? Take(string identifier, string value, Dictionary<string, string> values)
    {
        if (Unwritable(identifier, value) is { } unwritable)
            return unwritable;
        var form = ApplicationIdentifiers.FormOf(identifier)!;
        if (!form.Fits(value))
            return $"the value behind ({identifier}) is not {form.Rule}";
        if (values.TryGetValue(identifier, out var earlier) && earlier != value)
            return $"({identifier}) stands there twice";
        values[identifier] = value;
        return null;
    }

    /// <summary>
    /// In print, an identifier in brackets begins an element. Any other brackets within a value make the whole unreadable, so that
    /// no lot is cut short; a lot that has a known identifier in brackets cannot be told from two elements.
    /// </summary>
    static string? ReadPrinted(string text, Dictionary<string, string> values)
    {
        foreach (var part in text.Split('(').Skip(1))
        {
            var end = part.IndexOf(')', StringComparison.Ordinal);
            if (end is < 2 or > 4 || !part[..end].All(char.IsAsciiDigit))
                return "the brackets do not hold an identifier of two to four digits";
            if (ApplicationIdentifiers.FormOf(part[..end]) is null)
                return $"({part[..end]}) is no known identifier";
            if (Take(part[..end], part[(end + 1)..].Trim([.. Blanks, Separator]), values) is { } problem)
                return problem;
        }

        return null;
    }

    /// <summary>
    /// A value of variable length that no separator ends may hide another element, from a scanner or a label without separators. Nothing is
    /// guessed then: a wrong lot is worse than none.
    /// </summary>
    static ElementString ReadScanned(string text, Dictionary<string, string> values)
    {
        var separated = false;
        for (var at = 0; at < text.Length;)
        {
            if (text[at] == Separator)
            {
                at++;
                continue;
            }

            if (ApplicationIdentifiers.At(text, at) is not { } identifier)
                return new ElementString(values, "it is no element string of known identifiers");
            var form = ApplicationIdentifiers.FormOf(identifier)!;
            var begin = at + identifier.Length;
            var separator = form.IsPredefined ? -1 : text.IndexOf(Separator, begin);
            // One in front or behind a predefined length does not show that values of variable length are ended by one.
            separated |= separator >= 0;
            var end = form.IsPredefined ? Math.Min(begin + form.Longest, text.Length) : separator < 0 ? text.Length : separator;
            var value = text[begin..end];
            if (!form.IsPredefined && !separated && new UnseparatedElements(text[at..], values.Keys) is { AreUnclear: true } unclear)
                return Unclear(identifier, value, values, unclear);
            if (Take(identifier, value, values) is { } problem)
                return new ElementString(values, problem);
            at = end;
        }

        return new ElementString(values, null);
    }

    static ElementString Unclear(string identifier, string value, Dictionary<string, string> values, UnseparatedElements elements)
    {
        ValueList<string> May(string of) => values.ContainsKey(of) ? [] : [.. elements.ValuesOf(of)];
        return new ElementString(values, Unwritable(identifier, value))
        {
            Doubt = $"no separator tells where the value behind ({identifier}) ends",
            PossibleLots = May(ApplicationIdentifiers.Lot),
            PossibleSerials = May(ApplicationIdentifiers.Serial),
        };
    }

    /// <summary>Each character of a separator written out is allowed in a lot, which a scanner set up wrongly would lengthen by it.</summary>
    static string? Unwritable(string identifier, string value) =>
        !value.All(ElementForm.Allows) ? $"the value behind ({identifier}) has a character that GS1 does not allow"
        : value.Contains("<GS>", StringComparison.OrdinalIgnoreCase) ? $"the value behind ({identifier}) has a separator written out"
        : null;
}
