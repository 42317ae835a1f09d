namespace Periop.Domain.Text;

/// <summary>
/// An opaque reference to a patient or a stay that another system knows by that name. It can stand in a path, so it is no <c>.</c> and
/// no <c>..</c>.
/// </summary>
public readonly record struct Reference(string Value) : IText<Reference>
{
    public static string Rule => "1 to 64 of the characters A-Z a-z 0-9 . _ -, and not . or ..";

    public static int MaxLength => 64;

    public static Reference? Read(string text) =>
        text.Length is >= 1 and <= 64 && text is not ("." or "..") && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '_' or '-')
            ? new Reference(text)
            : null;

    public static Reference AsStored(string text) => new(text);

    public override string ToString() => Value;
}
