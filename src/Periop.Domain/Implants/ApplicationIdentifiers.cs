using System.Collections.Frozen;

namespace Periop.Domain.Implants;

/// <summary>
/// The identifiers that begin an element, and what stands behind each (GS1 General Specifications, section 3), but for those of
/// transport (43). No identifier begins another. What is behind one not listed cannot be told.
/// </summary>
static class ApplicationIdentifiers
{
    public const string Gtin = "01", Lot = "10", Production = "11", Expiry = "17", Serial = "21";

    static readonly FrozenDictionary<string, ElementForm> Known = Listed().ToFrozenDictionary(i => i.Identifier, i => i.Form, StringComparer.Ordinal);

    static readonly FrozenDictionary<string, ElementForm>.AlternateLookup<ReadOnlySpan<char>> Lookup = Known.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>What stands behind an identifier; null when it is not known.</summary>
    public static ElementForm? FormOf(string identifier) => Known.GetValueOrDefault(identifier);

    /// <summary>The identifier that begins at a place of a text; null when none does.</summary>
    public static string? At(string text, int at)
    {
        for (var length = 2; length <= 4 && at + length <= text.Length; length++)
            if (Lookup.TryGetValue(text.AsSpan(at, length), out var form))
                return form.Identifier;
        return null;
    }

    static IEnumerable<(string Identifier, ElementForm Form)> Listed() =>
    [
        .. Of(i => ElementForm.Predefined(i, 18, Gs1Number.Checks), "00"),
        .. Of(i => ElementForm.Predefined(i, 14, Gs1Number.Checks), Gtin, "02", "03"),
        .. Of(i => ElementForm.Predefined(i, 6, Gs1Number.IsDate), Production, "12", "13", "15", "16", Expiry),
        .. Of(i => ElementForm.Predefined(i, 2), "20"),
        .. Of(i => ElementForm.Predefined(i, 6), [.. Numbered("31", 0, 69), .. Numbered("32", 0, 99), .. Numbered("33", 0, 79), .. Numbered("34", 0, 99),
            .. Numbered("35", 0, 79), .. Numbered("36", 0, 99)]),
        .. Of(i => ElementForm.Predefined(i, 13, Gs1Number.Checks), "410", "411", "412", "413", "414", "415", "416", "417"),
        .. Of(i => ElementForm.Text(i, 20) with { ShortestHidden = 1 }, Lot, Serial),
        .. Of(i => ElementForm.Text(i, 20), "22", "243", "254", "420", "710", "711", "712", "713", "714", "715", "716", "717", "7020", "7021", "7022",
            "7240", "8002", "8012"),
        .. Of(i => ElementForm.Text(i, 30), ["240", "241", "250", "251", "253", "400", "401", "403", "7002", "7023", .. Numbered("703", 0, 9),
            .. Numbered("723", 0, 9), "8003", "8004", "8010", "90"]),
        .. Of(i => ElementForm.Text(i, 90), "91", "92", "93", "94", "95", "96", "97", "98", "99"),
        .. Of(i => ElementForm.Text(i, 28), "235"),
        .. Of(i => ElementForm.Text(i, 25), "255", "7242", "8013", "8020"),
        .. Of(i => ElementForm.Text(i, 70), "8110", "8112", "8200"),
        .. Of(i => ElementForm.Text(i, 50), "8009"),
        .. Of(i => ElementForm.Text(i, 34), "8007"),
        .. Of(i => ElementForm.Text(i, 12), "421", "7005"),
        .. Of(i => ElementForm.Text(i, 10), "7009"),
        .. Of(i => ElementForm.Text(i, 4), "7040"),
        .. Of(i => ElementForm.Text(i, 3), "427", "7008"),
        .. Of(i => ElementForm.Text(i, 2), "7010"),
        .. Of(i => ElementForm.Number(i, 8), "30", "37"),
        .. Of(i => ElementForm.Number(i, 6), "242"),
        .. Of(i => ElementForm.Number(i, 15), [.. Numbered("390", 0, 9), .. Numbered("392", 0, 9), "423"]),
        .. Of(i => ElementForm.Number(i, 18), [.. Numbered("391", 0, 9), .. Numbered("393", 0, 9)]),
        .. Of(i => ElementForm.Number(i, 12), "7007", "8008", "8011"),
        .. Of(i => ElementForm.Number(i, 10), "7011", "8019"),
        .. Of(i => ElementForm.Number(i, 4), "7004"),
        .. Of(i => ElementForm.Digits(i, 3), "422", "424", "425", "426"),
        .. Of(i => ElementForm.Digits(i, 17), "402"),
        .. Of(i => ElementForm.Digits(i, 13), "7001"),
        .. Of(i => ElementForm.Digits(i, 10), "7003"),
        .. Of(i => ElementForm.Digits(i, 6), [.. Numbered("395", 0, 9), "7006", "8005"]),
        .. Of(i => ElementForm.Digits(i, 4), [.. Numbered("394", 0, 9), "8111"]),
        .. Of(i => ElementForm.Digits(i, 2), "7241"),
        .. Of(i => ElementForm.Digits(i, 14), "8001"),
        .. Of(i => ElementForm.Digits(i, 18), "8006", "8017", "8018", "8026"),
    ];

    static IEnumerable<(string, ElementForm)> Of(Func<string, ElementForm> form, params IEnumerable<string> identifiers) =>
        identifiers.Select(i => (i, form(i)));

    /// <summary>Identifiers that have the place of the decimal point, or a number, at their end.</summary>
    static IEnumerable<string> Numbered(string begin, int from, int to) =>
        Enumerable.Range(from, to - from + 1).Select(n => begin + n.ToString(to > 9 ? "00" : "0", System.Globalization.CultureInfo.InvariantCulture));
}
