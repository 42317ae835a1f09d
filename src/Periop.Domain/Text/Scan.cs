namespace Periop.Domain.Text;

/// <summary>
/// What a scanner read, kept as it is, the group separators of a barcode included. It may be as long as a Data Matrix symbol
/// holds (ISO/IEC 16022: 3,116 digits): the wrong symbol scanned keeps nobody from recording the device.
/// </summary>
public readonly record struct Scan(string Value) : IText<Scan>
{
    public static string Rule => "a scan of 1 to 3116 characters";

    public static int MaxLength => 3116;

    public static Scan? Read(string text) => text.Length is >= 1 and <= 3116 && !text.Contains('\0') ? new Scan(text) : null;

    public static Scan AsStored(string text) => new(text);

    public override string ToString() => Value;
}
