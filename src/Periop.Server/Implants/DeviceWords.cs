using Periop.Domain.Text;
using Periop.Server.Shell;

namespace Periop.Server.Implants;

/// <summary>What is said of devices.</summary>
static class DeviceWords
{
    /// <summary>Pedicle screw, L2 left.</summary>
    public static string What(ImplantLine line) => string.Join(", ", new[]
    {
        EntryWords.Sentence(line.Kind) + (line.Quantity > 1 ? $" × {line.Quantity}" : ""),
        string.Join(" ", line.Levels.Select(level => level.ToString()).Append(line.Side is { } side ? Vocabulary.WordFor(side) : "")).Trim(),
    }.Where(part => part.Length > 0));

    /// <summary>What the label says, as far as it is known.</summary>
    public static string Identity(ImplantLine line) => Of(
        ("", line.Manufacturer), ("catalogue ", line.Reference), ("GTIN ", line.Gtin), ("lot ", line.Lot), ("serial ", line.Serial), ("scan ", line.Scan));

    /// <summary>Which devices a recall is about.</summary>
    public static string Sought(string? gtin, string? manufacturer, string? reference, IReadOnlyList<string> lots, IReadOnlyList<string> serials) => Of(
        ("", manufacturer), ("catalogue ", reference), ("GTIN ", gtin), ("lot ", lots.Count == 0 ? null : string.Join(", ", lots)),
        ("serial ", serials.Count == 0 ? null : string.Join(", ", serials)));

    static string Of(params IEnumerable<(string Name, string? Value)> parts) =>
        string.Join(" · ", parts.Where(part => !string.IsNullOrEmpty(part.Value)).Select(part => part.Name + part.Value));
}
