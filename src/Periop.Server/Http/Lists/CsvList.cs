using System.Text.Json;
using CsvHelper;
using Periop.Server.Json;

namespace Periop.Server.Http.Lists;

/// <summary>A list as RFC 4180 has it: the members' names, then an item a line, each value as it stands in the JSON.</summary>
static class CsvList
{
    public static async Task WriteAsync<T>(Stream body, IAsyncEnumerable<T> items, CancellationToken cancellation)
    {
        string[] columns = [.. PeriopJson.Web.GetTypeInfo(typeof(T)).Properties.Select(p => p.Name)];
        await using var csv = CsvWriter.Create(body, leaveOpen: true);
        await csv.WriteRecordAsync(columns, cancellation);
        await foreach (var item in items.WithCancellation(cancellation))
        {
            var json = JsonSerializer.SerializeToElement(item, PeriopJson.Web);
            await csv.WriteRecordAsync([.. columns.Select(column => json.TryGetProperty(column, out var value) ? CellOf(value) : "")], cancellation);
        }
    }

    static string CellOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => "",
        JsonValueKind.String => Harmless(value.GetString()!),
        JsonValueKind.Array => Harmless(string.Join(' ', value.EnumerateArray()
            .Select(item => item.ValueKind is JsonValueKind.String ? item.GetString() : item.GetRawText()))),
        _ => value.GetRawText(),
    };

    /// <summary>
    /// A spreadsheet would take a text that begins so for a formula. The writer's own protection would mark negative numbers too,
    /// which come to it as text, to stand as in the JSON.
    /// </summary>
    static string Harmless(string text) => text is ['=' or '+' or '-' or '@', ..] ? "'" + text : text;
}
