using System.Text.Json;

namespace Periop.Statistics.Tests.Reference;

/// <summary>
/// What a method is given, by name or by position. A name is looked for in the row of inputs, then in the inputs, then in the case
/// itself; upper case, blanks and signs are left aside.
/// </summary>
sealed class Arguments(JsonElement? row, JsonElement whole)
{
    /// <summary>Under the first of the names that is there, else at the position in a row that is a list.</summary>
    public JsonElement? Find(int position, params string[] names)
    {
        if (row is { ValueKind: JsonValueKind.Array } list)
            if (position >= 0 && position < list.GetArrayLength())
                return list[position];
        foreach (var holder in new[] { row, whole.TryGetProperty("inputs", out var inputs) ? inputs : null, whole })
            if (holder is { ValueKind: JsonValueKind.Object } members)
                foreach (var name in names)
                    foreach (var member in members.EnumerateObject())
                        if (Words.Same(member.Name, name))
                            return member.Value;
        return null;
    }

    public double Number(int position, params string[] names) => Optional(position, names)
        ?? throw new InvalidDataException($"No number named {string.Join(" or ", names)} (or at place {position + 1}) in {whole.GetRawText()}");

    public double? Optional(int position, params string[] names) =>
        Find(position, names) is { ValueKind: JsonValueKind.Number } number ? number.GetDouble() : null;

    public int Count(int position, params string[] names) => checked((int)Number(position, names));

    public string? Text(params string[] names) => Find(-1, names) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;

    /// <summary>Numbers, null for a null. One number stands for as many as are needed.</summary>
    public double?[] List(int position, params string[] names) => Find(position, names) switch
    {
        { ValueKind: JsonValueKind.Array } list => [.. list.EnumerateArray().Select(Value)],
        { ValueKind: JsonValueKind.Number } one => [one.GetDouble()],
        // the whole row is the list
        null when row is { ValueKind: JsonValueKind.Array } list => [.. list.EnumerateArray().Select(Value)],
        _ => throw new InvalidDataException($"No list named {string.Join(" or ", names)} in {whole.GetRawText()}"),
    };

    public double[] Numbers(int position, params string[] names) => [.. List(position, names).Select(n => n!.Value)];

    public IReadOnlyDictionary<string, double>? Named(params string[] names) => Find(-1, names) is { ValueKind: JsonValueKind.Object } members
        ? members.EnumerateObject().ToDictionary(m => m.Name, m => m.Value.GetDouble())
        : null;

    static double? Value(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Null => null,
        JsonValueKind.True => 1,
        JsonValueKind.False => 0,
        _ => element.GetDouble(),
    };
}

/// <summary>Names that mean the same.</summary>
static class Words
{
    public static bool Same(string one, string other) => Plain(one) == Plain(other);

    public static string Plain(string name) => string.Concat(name.Replace("θ", "theta", StringComparison.Ordinal)
        .Replace("α", "alpha", StringComparison.Ordinal).Replace("τ²", "tau2", StringComparison.Ordinal).Replace("φ", "phi", StringComparison.Ordinal)
        .Where(char.IsLetterOrDigit)).ToLowerInvariant();
}
