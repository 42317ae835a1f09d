namespace Periop.Domain.Text;

/// <summary>What a scanner read: up to 128 characters, kept as they are, the group separators of a barcode included.</summary>
public readonly record struct Scan(string Value) : IText<Scan>
{
    public static string Rule => "a scan of 1 to 128 characters";

    public static int MaxLength => 128;

    public static Scan? Read(string text) => text.Length is >= 1 and <= 128 && !text.Contains('\0') ? new Scan(text) : null;

    public override string ToString() => Value;
}
