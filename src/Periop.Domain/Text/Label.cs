using System.Globalization;
using System.Text;

namespace Periop.Domain.Text;

/// <summary>
/// What a hospital calls a case, a room, a service or somebody of its staff, as it writes it: <c>OR 1</c>, <c>2026/0117</c>,
/// <c>Müller (Zürich)</c>. Two that look alike are one: accents and blanks are read into one form, and nothing invisible is in it.
/// </summary>
public readonly record struct Label(string Value) : IText<Label>
{
    /// <summary>More than 64 characters have in their longest form, so that reading one costs little whatever is sent.</summary>
    const int Unreadable = 512;

    const string Marks = ".,:_-/#+&()'’@*";

    public static string Rule => "1 to 64 letters, digits, blanks and . , : _ - / # + & ( ) ' ’ @ *, beginning with a letter, digit, # or (";

    public static int MaxLength => 64;

    public static Label? Read(string text) =>
        text.Length <= Unreadable && text.EnumerateRunes().All(IsAllowed) && Normalised(text) is { Length: > 0 } label
        && Rune.GetRuneAt(label, 0) is var first && (Rune.IsLetterOrDigit(first) || first.Value is '#' or '(')
        && label.EnumerateRunes().Count() <= MaxLength
            ? new Label(label)
            : null;

    public static Label AsStored(string text) => new(text);

    public override string ToString() => Value;

    static bool IsAllowed(Rune character) => Rune.GetUnicodeCategory(character) switch
    {
        UnicodeCategory.SpaceSeparator or UnicodeCategory.DecimalDigitNumber => true,
        >= UnicodeCategory.UppercaseLetter and <= UnicodeCategory.EnclosingMark => !IsInvisible(character.Value),
        _ => character.IsBmp && Marks.Contains((char)character.Value),
    };

    /// <summary>The letters and combining marks among the characters that Unicode calls default ignorable.</summary>
    static bool IsInvisible(int character) => character is
        0x034F or 0x115F or 0x1160 or 0x17B4 or 0x17B5 or (>= 0x180B and <= 0x180F) or 0x3164 or (>= 0xFE00 and <= 0xFE0F) or 0xFFA0
        or (>= 0xE0100 and <= 0xE01EF);

    /// <summary>Accents in one form, each run of blanks as one, none at the end: it would not be seen.</summary>
    static string Normalised(string text)
    {
        var label = new StringBuilder();
        foreach (var character in text.EnumerateRunes())
            if (Rune.GetUnicodeCategory(character) is not UnicodeCategory.SpaceSeparator)
                label.Append(character);
            else if (label.Length == 0 || label[^1] != ' ')
                label.Append(' ');
        return NormalForm.C(label.ToString().TrimEnd(' '));
    }
}
