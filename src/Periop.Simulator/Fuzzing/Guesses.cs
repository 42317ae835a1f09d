using System.Globalization;
using System.Text.Json;
using Microsoft.OpenApi;
using Periop.Simulator.Planning;

namespace Periop.Simulator.Fuzzing;

/// <summary>Values for members and parameters: most of them may stand there, some may stand nowhere.</summary>
/// <param name="canary">A text that is recognised wherever it is repeated.</param>
sealed class Guesses(Dice dice, Known known, string canary)
{
    const int Deepest = 4;

    static readonly string[] Instants =
    [
        "2026-03-02T06:00:00Z", "2026-03-02T07:30:00.123456+01:00", "2026-11-25T08:00:00Z", "2020-01-01T00:00:00+05:45", "2026-03-29T02:30:00+01:00",
        "0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59.9999999-14:00", "2099-01-01T00:00:00Z",
    ];

    static readonly string[] NoInstants =
    [
        "2026-03-02T06:00:00", "2026-02-30T06:00:00Z", "0000-01-01T00:00:00Z", "2026-03-02T06:00:60Z", "2026-03-02T06:00:00+14:01", "2026-03-02T24:00:00Z",
        "-0001-01-01T00:00:00Z", "now", "02.03.2026", "10000-01-01T00:00:00Z",
    ];

    static readonly string[] Days = ["2026-03-02", "2026-11-25", "2024-02-29", "0001-01-01", "9999-12-31", "2026-02-30", "2026-3-2"];

    static readonly string[] Words =
    [
        "OR-1", "L2", "T12", "S-07", "fuzz", "posterior", "left", "rod", "pedicle-screw", "mep", "infection-deep", "death", "none", "surgeon", "all", "live",
        "turnover", "prompt-recording", "stops-overridden", "pain", "month", "g", "N-1", "1", "0.05", "true", "scheduled", "present", "open", "recorded",
        "incision", "apply", "Europe/Zurich", "2026-01-01..2026-02-01", "(01)51022222233336(17)280707(10)A213B1", "51022222233336", "T84.2", "IIIb",
    ];

    static readonly string[] Nasty =
    [
        "", " ", ".", "..", "\0", "a\0b", "\ufeff", "\u202e", "\u200b", "%", "%00", "_", "*", "\\", "'", "\"", "'; drop table mt_events; --",
        "<script>alert(1)</script>",
        "${jndi:ldap://x}", "{0}", "%s%n", "(a+)+$", "\r\nSet-Cookie: x=1", "=1+1", "NaN", "Infinity", "1e999", "-1", "99999999999999999999999999999",
        "\U0001F9B4", "e\u0301\u0301\u0301\u0301", "\u0645\u0631\u064a\u0636", "null", "undefined", "../../etc/passwd", "a/b",
    ];

    static readonly string[] NastyJson =
    [
        "null", "true", "0", "-1", "-0", "1.5", "1e999", "-1e999", "1e-400", "99999999999999999999999999999", "9007199254740993", "[]", "{}", "[null]", "[[]]",
        "\"\\u0000\"", "\"\\ud83d\"", "\"\\udc00\\ud83d\"", "NaN", "Infinity", "{\"a\":1,\"a\":2}", "'x'", "01", "+1", ".5", "\"\\x\"",
    ];

    /// <summary>A text for a parameter, not yet escaped.</summary>
    public string Text(string name) => dice.Weighted<Func<string>>((16, () => Plausible(name)), (1, () => dice.Pick(Words)), (1, Unlikely))();

    /// <summary>JSON for a member; seldom, it is none.</summary>
    public string Json(IOpenApiSchema schema, string name, int depth = 0)
    {
        if (dice.Chance(0.03))
            return dice.Chance(0.7) ? dice.Pick(NastyJson) : Quoted(Unlikely());
        if (schema.OneOf is { Count: > 0 } either)
            return dice.Chance(0.05) ? "null" : Json(either.FirstOrDefault(one => one.Type != JsonSchemaType.Null) ?? either[0], name, depth);
        if (schema.Enum is { Count: > 0 } words)
            return dice.Chance(0.9) ? dice.Pick([.. words])?.ToJsonString() ?? "null" : Quoted(dice.Pick(Words));
        return (schema.Type & ~JsonSchemaType.Null) switch
        {
            JsonSchemaType.Object => Object(schema, depth),
            JsonSchemaType.Array => Array(schema, name, depth),
            JsonSchemaType.Boolean => dice.Chance(0.5) ? "true" : "false",
            JsonSchemaType.Integer => dice.Between(-2, 12).ToString(CultureInfo.InvariantCulture),
            JsonSchemaType.Number => dice.Pick(["0", "1", "7", "61", "450.5", "-12.3456789", "0.000000000000000000000000001", "79228162514264337593543950335"]),
            _ => Quoted(schema.Format is "uuid" ? Id(name) : schema.Format is "date-time" ? Instant() : schema.Format is "date" ? dice.Pick(Days) : Text(name)),
        };
    }

    /// <summary>An object with some of its members, and seldom with one that it does not have.</summary>
    string Object(IOpenApiSchema schema, int depth)
    {
        if (depth > Deepest)
            return "{}";
        var required = schema.Required ?? new HashSet<string>();
        var members = (schema.Properties ?? new Dictionary<string, IOpenApiSchema>())
            .Where(member => dice.Chance(required.Contains(member.Key) ? 0.95 : depth == 0 && IsOfEveryCommand(member.Key) ? 0.12 : 0.4))
            .Select(member => $"{Quoted(member.Key)}:{Json(member.Value, member.Key, depth + 1)}").ToList();
        if (schema.AdditionalProperties is { } other)
            members.AddRange(Enumerable.Range(0, dice.Between(0, 2)).Select(_ => $"{Quoted(dice.Pick(Words))}:{Json(other, "", depth + 1)}"));
        if (dice.Chance(0.03))
            members.Add($"{Quoted(dice.Pick(Nasty))}:1");
        return $"{{{string.Join(',', members)}}}";
    }

    string Array(IOpenApiSchema schema, string name, int depth) => depth > Deepest || schema.Items is not { } items ? "[]"
        : $"[{string.Join(',', Enumerable.Range(0, dice.Chance(0.02) ? 3000 : dice.Between(0, 3)).Select(_ => Json(items, name, depth + 1)))}]";

    string Plausible(string name) => name switch
    {
        "limit" => dice.Pick(["1", "2", "50", "500", "501", "0"]),
        "format" => dice.Pick(["json", "csv", "ndjson", "svg", "png"]),
        "cursor" => Cursor(),
        "definition" or "id" or "source" or "name" => "fuzz",
        "version" or "modelVersion" => dice.Pick(["1", "2", "0", "9999"]),
        "patientRef" => dice.Pick(["fuzz-1", "fuzz-2", canary]),
        "from" or "to" or "since" or "until" or "asOf" => dice.Chance(0.7) ? Instant() : dice.Pick(Days),
        "date" => dice.Pick(Days),
        "note" or "reason" or "override" or "text" => canary,
        "If-Match" or "If-None-Match" or "Last-Event-ID" => dice.Pick(["\"1\"", "W/\"2.8f0a\"", "*", "\"99\"", "1", "\"", "3145728"]),
        "Idempotency-Key" => Id(name),
        "Periop-Waited" => dice.Pick(["0", "5", "86400", "-1", "99999999999"]),
        _ => name.EndsWith("Id", StringComparison.Ordinal) ? Id(name) : dice.Pick(Words),
    };

    string Unlikely() => dice.Chance(0.1) ? new string('x', dice.Pick([65, 501, 5000])) : dice.Chance(0.2) ? canary : dice.Pick(Nasty);

    string Instant() => dice.Chance(0.85) ? dice.Pick(Instants) : dice.Pick(NoInstants);

    string Id(string name) => dice.Chance(0.15) ? $"{dice.Id()}" : $"{dice.Pick(name.Contains("ase", StringComparison.Ordinal) ? known.Cases : known.Entries)}";

    /// <summary>One that the server gave, or nearly.</summary>
    string Cursor()
    {
        if (known.Cursors.ToArray() is not { Length: > 0 } given || dice.Chance(0.2))
            return Convert.ToBase64String("""{"Date":"2026-03-02","At":"9999-12-31T23:59:59-14:00","Engine":1}"""u8).TrimEnd('=');
        var cursor = dice.Pick(given);
        var at = dice.Between(0, cursor.Length - 1);
        return dice.Chance(0.5) ? cursor : cursor[..at] + dice.Pick(["A", "z", "_", "", "AAAA"]) + cursor[Math.Min(cursor.Length, at + 1)..];
    }

    /// <summary>Sent with every command, they would stop nearly all of them.</summary>
    static bool IsOfEveryCommand(string member) =>
        member is "entryId" or "occurredAt" or "source" or "override" or "replaces" or "recordedFor" or "afterStop" or "reason";

    static string Quoted(string text) => JsonSerializer.Serialize(text);
}
