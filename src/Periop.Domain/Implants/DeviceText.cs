using System.Globalization;
using System.Text;

namespace Periop.Domain.Implants;

/// <summary>Texts off labels as they are compared: people type them, and copy them out of documents.</summary>
public static class DeviceText
{
    const int FirstWide = 0xFF01, LastWide = 0xFF5E;

    /// <summary>
    /// The text in capitals, of ordinary letters and digits, without white space and what nobody sees; null when nothing is left. The same
    /// whenever it is applied again.
    /// </summary>
    public static string? Key(string? text) => text is null ? null
        : (Ascii.IsValid(text)
            ? string.Concat(text.Where(c => !char.IsWhiteSpace(c))).ToUpperInvariant()
            : string.Concat(text.EnumerateRunes().Where(r => !Rune.IsWhiteSpace(r) && !IsInvisible(r)).Select(Ordinary)).ToUpperInvariant())
            is { Length: > 0 } key ? key : null;

    /// <summary>
    /// The digit of whatever script, and the letter or sign of whatever width, as it stands in ASCII. The runtime has no Unicode tables here that
    /// would do more.
    /// </summary>
    static Rune Ordinary(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.DecimalDigitNumber ? new Rune('0' + (int)Rune.GetNumericValue(rune))
        : rune.Value is >= FirstWide and <= LastWide ? new Rune(rune.Value - FirstWide + '!')
        : rune;

    static bool IsInvisible(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.Format || rune.Value is 0x034F or 0x115F or 0x1160 or 0x3164 or (>= 0xFE00 and <= 0xFE0F);
}
