namespace Periop.Domain.Text;

/// <summary>An opaque reference to a person, room or stay that another system knows by that name.</summary>
public readonly record struct Reference(string Value) : IText<Reference>
{
    public static string Rule => "1 to 64 of the characters A-Z a-z 0-9 . _ -";

    public static int MaxLength => 64;

    public static Reference? Read(string text) =>
        text.Length is >= 1 and <= 64 && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '_' or '-') ? new Reference(text) : null;

    public override string ToString() => Value;
}
