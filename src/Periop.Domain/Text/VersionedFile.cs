using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Periop.Domain.Text;

/// <summary>
/// Rules that are data with a version, reviewed in a JSON file that is part of the assembly (<c>antibiotic-windows.v1.json</c>).
/// A version that was in use is never edited; a change is a new file.
/// </summary>
public static class VersionedFile
{
    /// <summary>A misspelt member or a missing one is an error, not a rule that quietly does not apply.</summary>
    static readonly JsonSerializerOptions Strict = new(JsonSerializerDefaults.Web)
    {
        PropertyNameCaseInsensitive = false,
        AllowDuplicateProperties = false,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        NumberHandling = JsonNumberHandling.Strict,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false), new TextConverterFactory(asStored: false) },
    };

    /// <summary>Reads a file of the assembly.</summary>
    public static TRules Read<TRules>(string name) => Parse<TRules>(TextOf(name));

    /// <summary>All files of a folder of the assembly, in the order of their names.</summary>
    public static IReadOnlyList<TRules> ReadAll<TRules>(string folder) =>
        [.. typeof(VersionedFile).Assembly.GetManifestResourceNames().Where(name => name.StartsWith($"{folder}/", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal).Select(Read<TRules>)];

    /// <summary>A file of the assembly as it stands.</summary>
    public static string TextOf(string name)
    {
        using var stream = typeof(VersionedFile).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"{name} is not in the assembly.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    /// <summary>
    /// What tells a version from another of the same number: SHA-256 of all that is in it, hexadecimal. A member that is null is left out, so
    /// that one which is added later changes nothing.
    /// </summary>
    public static string ContentOf<TRules>(TRules rules) => Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(rules, Strict)));

    /// <summary>Reads rules from their text.</summary>
    /// <exception cref="JsonException">The text is not exactly what the rules consist of.</exception>
    public static TRules Parse<TRules>(string json) => JsonSerializer.Deserialize<TRules>(json, Strict) ?? throw new JsonException("These are no rules.");
}
