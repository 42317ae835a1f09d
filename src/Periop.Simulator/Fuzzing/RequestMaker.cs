using System.Text;
using Microsoft.OpenApi;
using Periop.Simulator.Planning;

namespace Periop.Simulator.Fuzzing;

/// <summary>Makes requests from a description: each from its number and the seed alone, but for cursors.</summary>
sealed class RequestMaker(int seed, IReadOnlyList<Operation> operations, Known known)
{
    /// <summary>A longer one, as one with a NUL character in its path, is not answered by the program but by what listens for it.</summary>
    const int LongestAddress = 6000;

    static readonly string[] NoIds = ["malformed", "17", "%01", "a%2Fb", "%F0%9F", "%20", "..%2F..", "a%20b"];

    public FuzzRequest Make(int number)
    {
        var dice = new Dice($"fuzz {seed} {number}");
        var canary = $"Canary{seed}x{number}";
        var guesses = new Guesses(dice, known, canary);
        var operation = dice.Pick(operations);
        var address = Shortened(Path(operation, dice, guesses) + Query(operation, dice, guesses));
        var (body, type) = Body(operation, dice, guesses);
        // what a file has is told, cell by cell, to whoever sent it
        return new(number, operation, address, Headers(operation, dice, guesses), body, type, operation.Takes is "text/csv" ? null : canary);
    }

    static string Path(Operation operation, Dice dice, Guesses guesses) => string.Join('/', operation.Path.Split('/').Select(segment =>
        segment is not ['{', .., '}'] ? segment : dice.Chance(0.04) ? dice.Pick(NoIds) : Escaped(guesses.Text(segment[1..^1]).Replace("\0", ""), '.')));

    static string Query(Operation operation, Dice dice, Guesses guesses)
    {
        var names = operation.In(ParameterLocation.Query).Where(name => dice.Chance(name is "definition" or "metric" or "measure" ? 0.9 : 0.15)).ToList();
        if (dice.Chance(0.03))
            names.Add(dice.Pick(["nobody", "", "a~/b", "limit", "FROM"]));
        return names.Count == 0 ? "" : "?" + string.Join('&', names.Select(name => $"{Escaped(name)}={Escaped(guesses.Text(name))}"));
    }

    static List<(string, string)> Headers(Operation operation, Dice dice, Guesses guesses)
    {
        var headers = operation.In(ParameterLocation.Header).Where(name => name != "Periop-Subject" && dice.Chance(0.08))
            .Select(name => (name, Sendable(guesses.Text(name)))).ToList();
        if (dice.Chance(0.05))
            headers.Add(("If-None-Match", Sendable(guesses.Text("If-None-Match"))));
        if (dice.Chance(0.05))
            headers.Add(("Accept", dice.Pick(["application/xml", "*/*", "text/csv", "application/x-ndjson", "image/png", "text/html", "a/b;q=x", ""])));
        if (dice.Chance(0.02))
            headers.Add(("Content-Encoding", dice.Pick(["gzip", "br", "nonsense"])));
        return headers;
    }

    static (byte[]?, string?) Body(Operation operation, Dice dice, Guesses guesses)
    {
        if (operation.Takes is null)
            return (null, null);
        var type = dice.Chance(0.97) ? operation.Takes
            : dice.Pick(["text/plain", "application/json; charset=utf-16", "application/json; charset", "multipart/form-data", "json", ""]);
        var text = operation.Body?.Type is JsonSchemaType.String or null ? CsvGuess.Make(dice, guesses)
            : operation.Example is { } example && dice.Chance(0.25) ? example.ToJsonString() : guesses.Json(operation.Body, "");
        var bytes = Encoding.UTF8.GetBytes(text);
        return (dice.Chance(0.04) ? Spoilt(bytes, dice) : bytes, type);
    }

    /// <summary>What is no JSON, and no file, any more.</summary>
    static byte[] Spoilt(byte[] body, Dice dice)
    {
        var at = dice.Between(0, body.Length);
        return dice.Pick<Func<byte[]>>(
        [
            () => [], () => body[..at], () => [.. body, .. body], () => [.. body, (byte)','], () => [.. Encoding.UTF8.Preamble, .. body],
            () => [.. body[..at], 0xc3, 0x28, .. body[at..]], () => [.. body[..at], 0, .. body[at..]], () => "null"u8.ToArray(), () => "[]"u8.ToArray(),
            () => Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("{\"a\":", 5000))), () => Encoding.Unicode.GetBytes(Encoding.UTF8.GetString(body)),
            () => [.. body, .. Enumerable.Repeat((byte)' ', 64 * 1024)],
        ])();
    }

    /// <summary>Without half of a code at its end.</summary>
    static string Shortened(string address) => address.Length <= LongestAddress ? address
        : address[..LongestAddress].LastIndexOf('%') is var code && code > LongestAddress - 3 ? address[..code] : address[..LongestAddress];

    static string Escaped(string text, params ReadOnlySpan<char> also)
    {
        var escaped = Uri.EscapeDataString(text);
        foreach (var character in also)     // a segment of dots would be taken out of the address before it is sent
            escaped = escaped.Replace($"{character}", Uri.HexEscape(character));
        return escaped;
    }

    /// <summary>As a client may send it in a header: without line breaks, NUL and what is not Latin-1.</summary>
    static string Sendable(string text) => string.Concat(text.Where(character => character is >= ' ' and < '\u0100' and not '\u007f'));
}
