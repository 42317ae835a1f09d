namespace Periop.Domain.Text;

/// <summary>Free text, the only kind in an event. It may hold what identifies a person, so it is what masking masks.</summary>
public readonly record struct Note(string Value) : IText<Note>
{
    public static string Rule => "a text of 1 to 500 characters";

    public static int MaxLength => 500;

    public static Note? Read(string text) => text.Length is >= 1 and <= 500 && !string.IsNullOrWhiteSpace(text) && !text.Contains('\0') ? new Note(text) : null;

    public static Note AsStored(string text) => new(text);

    public override string ToString() => Value;
}
