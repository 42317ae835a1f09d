using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Periop.Domain.Cases;
using Periop.Domain.Record;
using Periop.Domain.Text;
using Periop.Server.Json;

namespace Periop.Server.Shell;

/// <summary>What entries say, in words: for whoever reads them, not for programs.</summary>
sealed partial class EntryWords(TimeWords times)
{
    /// <summary>Members that name other entries, which are shown beside.</summary>
    static readonly string[] Elsewhere = ["targetEntryId", "targetCaseId", "correctedTo", "movedTo", "text"];

    /// <summary>An id as people tell it from others: ids begin with the time at which they were made, so that those of a case begin alike.</summary>
    public static string Short(Guid id) => $"{id}"[^8..];

    /// <summary>What kind of entry it is, from the event's name.</summary>
    public static string What(string type) => Sentence(Version().Replace(type, "").Replace('_', ' '));

    /// <summary>A word of a vocabulary as people write it: <c>infection-deep</c> is Infection deep.</summary>
    public static string Sentence(string word) =>
        word.Length == 0 ? word : char.ToUpperInvariant(word[0]) + (Kebab().IsMatch(word) ? word.Replace('-', ' ') : word)[1..];

    /// <summary>A value of a vocabulary as people write it.</summary>
    public static string Sentence<T>(T value) where T : struct, Enum => Sentence(Vocabulary.WordFor(value));

    /// <summary>The kind of an entry, and what it says.</summary>
    public string Of(CaseEvent happened) =>
        string.Join(": ", new[] { What(StoredEvents.KindOf(happened.GetType())), Said(EventData.Of(happened)), Quoted(happened.Note?.Value) }
            .Where(part => !string.IsNullOrEmpty(part)));

    /// <summary>What an entry says beyond its times.</summary>
    public string Said(JsonObject data) => string.Join(" · ",
        data.Where(member => !Elsewhere.Contains(member.Key)).Select(member => (Name: Words(member.Key), Value: ValueOf(member.Value)))
            .Where(member => member.Value.Length > 0).Select(member => $"{member.Name} {member.Value}"));

    static string Quoted(string? note) => note is null ? "" : $"“{note}”";

    string ValueOf(JsonNode? value) => value switch
    {
        null => "",
        JsonArray items => string.Join(", ", items.Select(ValueOf)),
        JsonObject one => string.Join(" ", one.Select(member => ValueOf(member.Value)).Where(said => said.Length > 0)),
        _ when value.GetValueKind() is JsonValueKind.True => "yes",
        _ when value.GetValueKind() is JsonValueKind.False => "no",
        _ when value.GetValueKind() is JsonValueKind.String => TextOf(value.GetValue<string>()),
        _ => value.ToJsonString(),
    };

    string TextOf(string text) =>
        Guid.TryParse(text, out var id) ? Short(id)
        : Instant().IsMatch(text) && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, out var instant) ? times.Minute(instant)
        : Kebab().IsMatch(text) ? text.Replace('-', ' ')
        : text;

    /// <summary>A member's name as words: <c>cumulativeMl</c> is cumulative ml.</summary>
    static string Words(string member) => JsonNamingPolicy.KebabCaseLower.ConvertName(member).Replace('-', ' ');

    [GeneratedRegex("_v[0-9]+$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Version();

    [GeneratedRegex("^[a-z]+(-[a-z]+)+$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Kebab();

    [GeneratedRegex("^[0-9]{4}-[0-9]{2}-[0-9]{2}T", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Instant();
}
