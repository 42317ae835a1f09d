using System.Text.Json;
using System.Text.Json.Nodes;
using JasperFx.Events;
using Periop.Domain.Outcomes;
using Periop.Server.Json;

namespace Periop.Server.Register;

/// <summary>
/// What a batch of events changes in one table for one hospital. A row that is opened and closed in the batch is written closed;
/// only rows of earlier batches are closed in the table.
/// </summary>
sealed class RegisterChanges(RegisterTable table)
{
    static readonly JsonSerializerOptions SnakeCase = Configured();

    readonly Dictionary<(Guid Stream, string Key), JsonObject> stillOpen = [];

    public JsonArray Opened { get; } = [];

    public JsonArray Closed { get; } = [];

    /// <summary>Writes the difference between the rows before an event and after it.</summary>
    public void Replace(IEnumerable<RegisterRow> before, IEnumerable<RegisterRow> after, IEvent happened)
    {
        var gone = OfThisTable(before);
        foreach (var (key, row) in OfThisTable(after))
        {
            if (gone.Remove(key, out var known) && JsonNode.DeepEquals(known, row))
                continue;
            if (known is not null)
                Close(key, happened);
            Open(key, row, happened);
        }

        foreach (var key in gone.Keys)
            Close(key, happened);
    }

    Dictionary<string, JsonObject> OfThisTable(IEnumerable<RegisterRow> rows) =>
        rows.Where(r => r.GetType() == table.Row).ToDictionary(r => r.Key, r => JsonSerializer.SerializeToNode(r, table.Row, SnakeCase)!.AsObject());

    void Open(string key, JsonObject row, IEvent happened)
    {
        row[table.StreamColumn] = happened.StreamId;
        row["from_seq"] = happened.Sequence;
        row["recorded_from"] = happened.Timestamp;
        stillOpen[(happened.StreamId, key)] = row;
        Opened.Add((JsonNode)row);
    }

    void Close(string key, IEvent happened)
    {
        if (!stillOpen.Remove((happened.StreamId, key), out var row))
            Closed.Add((JsonNode)(row = new JsonObject { [table.StreamColumn] = happened.StreamId, ["key"] = key }));
        row["to_seq"] = happened.Sequence;
        row["recorded_to"] = happened.Timestamp;
    }

    static JsonSerializerOptions Configured()
    {
        var options = new JsonSerializerOptions { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };
        PeriopJson.ConfigureStored(options);
        return options;
    }
}
