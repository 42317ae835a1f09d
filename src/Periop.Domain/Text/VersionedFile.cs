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
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false) },
    };

    /// <summary>Reads a file of the assembly.</summary>
    public static TRules Read<TRules>(string name) => Parse<TRules>(TextOf(name));

    /// <summary>A file of the assembly as it stands.</summary>
    public static string TextOf(string name)
    {
        using var stream = typeof(VersionedFile).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"{name} is not in the assembly.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    /// <summary>Reads rules from their text.</summary>
    /// <exception cref="JsonException">The text is not exactly what the rules consist of.</exception>
    public static TRules Parse<TRules>(string json) => JsonSerializer.Deserialize<TRules>(json, Strict) ?? throw new JsonException("These are no rules.");
}
