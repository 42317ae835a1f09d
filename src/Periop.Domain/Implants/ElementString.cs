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

    const string MakersReference = "240", Count = "30";

    const char Separator = '\u001D';
    const string Blanks = " \t\r\n";
    const string Punctuation = "!\"%&'()*+,-./:;<=>?_";

    /// <summary>
    /// The identifiers met on devices (GS1 General Specifications, section 3). Those of a predefined length need no separator
    /// behind them. What is behind one not listed cannot be told.
    /// </summary>
    static readonly Dictionary<string, Form> Known = new(StringComparer.Ordinal)
    {
        [Gtin] = Form.Predefined(14),
        [Lot] = Form.Text(20),
        [Production] = Form.Predefined(6),
        ["12"] = Form.Predefined(6),
        ["13"] = Form.Predefined(6),
        ["15"] = Form.Predefined(6),
        ["16"] = Form.Predefined(6),
        [Expiry] = Form.Predefined(6),
        ["20"] = Form.Predefined(2),
        [Serial] = Form.Text(20),
        ["22"] = Form.Text(20),
        ["235"] = Form.Text(28),
        [MakersReference] = Form.Text(30),
        ["241"] = Form.Text(30),
        ["242"] = Form.Number(6),
        ["243"] = Form.Text(20),
        ["250"] = Form.Text(30),
        ["251"] = Form.Text(30),
        [Count] = Form.Number(8),
        ["37"] = Form.Number(8),
        ["422"] = Form.Number(3),
        ["7003"] = Form.Number(10),
        ["710"] = Form.Text(20),
        ["711"] = Form.Text(20),
        ["712"] = Form.Text(20),
        ["713"] = Form.Text(20),
        ["714"] = Form.Text(20),
        ["715"] = Form.Text(20),
        ["716"] = Form.Text(20),
        ["8012"] = Form.Text(20),
        ["90"] = Form.Text(30),
        ["91"] = Form.Text(90),
        ["92"] = Form.Text(90),
        ["93"] = Form.Text(90),
        ["94"] = Form.Text(90),
        ["95"] = Form.Text(90),
        ["96"] = Form.Text(90),
        ["97"] = Form.Text(90),
        ["98"] = Form.Text(90),
        ["99"] = Form.Text(90),
    };

    /// <summary>
    /// What a value without a separator behind it may hide. A manufacturer's own elements (91 to 99) are left out: hardly a lot
    /// would be without doubt.
    /// </summary>
    static readonly string[] Hidden = [Lot, Serial, Production, Expiry, MakersReference, Count];

    public static ElementString Read(string text)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        string? doubt = null;
        var problem = text.StartsWith('(') ? ReadPrinted(text, values) : ReadScanned(text, values, out doubt);
        return new ElementString(values, doubt, problem);
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
            if (!Known.ContainsKey(part[..end]))
                return $"({part[..end]}) is no known identifier";
            if (Take(part[..end], part[(end + 1)..].Trim([.. Blanks, Separator]), values) is { } problem)
                return problem;
        }

        return null;
    }

    static string? ReadScanned(string text, Dictionary<string, string> values, out string? doubt)
    {
        doubt = null;
        var separated = false;
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
            var form = Known[identifier];
            var separator = form.IsPredefined ? -1 : text.IndexOf(Separator, at);
            // One in front or behind a predefined length does not show that values of variable length are ended by one.
            separated |= separator >= 0;
            var end = form.IsPredefined ? Math.Min(at + form.Length, text.Length) : separator < 0 ? text.Length : separator;
            var value = text[at..end];
            if (!form.IsPredefined && !separated && MayHideAnother(identifier, value, values))
                doubt = $"no separator tells where the value behind ({identifier}) ends";
            if ((doubt is null ? Take(identifier, value, values) : Unwritable(identifier, value)) is { } problem)
                return problem;
            at = end;
        }

        return null;
    }

    static string? Take(string identifier, string value, Dictionary<string, string> values)
    {
        if (Unwritable(identifier, value) is { } unwritable)
            return unwritable;
        var form = Known[identifier];
        if (form.IsPredefined && !(value.Length == form.Length && value.All(char.IsAsciiDigit)))
            return $"the value behind ({identifier}) is not {form.Length} digits";
        if (value.Length == 0 || value.Length > form.Length || (form.IsNumber && !value.All(char.IsAsciiDigit)))
            return $"the value behind ({identifier}) is not 1 to {form.Length} {(form.IsNumber ? "digits" : "characters")}";
        if (values.TryGetValue(identifier, out var earlier) && earlier != value)
            return $"({identifier}) stands there twice";
        values[identifier] = value;
        return null;
    }

    /// <summary>Each character of a separator written out is allowed in a lot, which a scanner set up wrongly would lengthen by it.</summary>
    static string? Unwritable(string identifier, string value) =>
        !value.All(c => char.IsAsciiLetterOrDigit(c) || Punctuation.Contains(c, StringComparison.Ordinal))
            ? $"the value behind ({identifier}) has a character that GS1 does not allow"
        : value.Contains("<GS>", StringComparison.OrdinalIgnoreCase) ? $"the value behind ({identifier}) has a separator written out"
        : null;

    /// <summary>
    /// Whether a value could as well be a shorter one and an element behind it, from a scanner or a label without separators.
    /// Nothing is guessed then: a wrong lot is worse than none.
    /// </summary>
    static bool MayHideAnother(string identifier, string value, Dictionary<string, string> values) =>
        Enumerable.Range(1, Math.Min(Known[identifier].Length, Math.Max(0, value.Length - 1))).Select(i => value[i..]).Any(rest =>
            Hidden.Any(other => other != identifier && !values.ContainsKey(other)
                && rest.StartsWith(other, StringComparison.Ordinal) && Known[other].MayBegin(rest[other.Length..])));

    /// <summary>What a value looks like.</summary>
    /// <param name="Length">How many characters; unless predefined, at most.</param>
    readonly record struct Form(int Length, bool IsPredefined, bool IsNumber)
    {
        public static Form Predefined(int length) => new(length, IsPredefined: true, IsNumber: true);

        public static Form Number(int length) => new(length, IsPredefined: false, IsNumber: true);

        public static Form Text(int length) => new(length, IsPredefined: false, IsNumber: false);

        /// <summary>Whether a value of this form may stand at the beginning of a text in which no separator follows.</summary>
        public bool MayBegin(string text) =>
            IsPredefined ? text.Length >= Length && text[..Length].All(char.IsAsciiDigit)
            : text.Length > 0 && (!IsNumber || (text.Length <= Length && text.All(char.IsAsciiDigit)));
    }
}
