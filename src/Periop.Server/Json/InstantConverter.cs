using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;

namespace Periop.Server.Json;

/// <summary>Instants are RFC 3339 with an offset; without one they would mean something else in every time zone.</summary>
sealed partial class InstantConverter : JsonConverter<DateTimeOffset>
{
    public const string Rule = "must be a time with offset, such as 2026-03-02T08:15:00+01:00";

    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType is JsonTokenType.String && HasOffset().IsMatch(reader.GetString()!) && reader.TryGetDateTimeOffset(out var instant)
            ? instant
            : throw new JsonException(Rule);

    /// <summary>UTC ends in Z: pasted into a query, a plus sign would turn into a space.</summary>
    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options)
    {
        if (value.Offset == TimeSpan.Zero)
            writer.WriteStringValue(value.UtcDateTime);
        else
            writer.WriteStringValue(value);
    }

    /// <summary>
    /// Reads an instant of a query, also one whose plus sign has become a space; null when it is none. In UTC: the store compares with no other.
    /// </summary>
    public static DateTimeOffset? Parse(string text) => ParseAsWritten(text.Replace(' ', '+'))?.ToUniversalTime();

    /// <summary>Reads an instant with the offset it is written with; null when it is none.</summary>
    public static DateTimeOffset? ParseAsWritten(string text) =>
        HasOffset().IsMatch(text) && DateTimeOffset.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out var instant)
            ? instant
            : null;

    [GeneratedRegex(@"^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 100)]
    private static partial Regex HasOffset();
}
