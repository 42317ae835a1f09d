using System.Text.Json;
using System.Text.Json.Nodes;
using JasperFx.Events;
using Periop.Domain.Register;

namespace Periop.Server.Register;

/// <summary>
/// What a batch of events changes in one table for one hospital. A row that is opened and closed in the batch is written closed;
/// only rows of earlier batches are closed in the table.
/// </summary>
/// <param name="table">The table.</param>
/// <param name="before">The rows of each stream, of whatever table, before the batch.</param>
sealed class RegisterChanges(RegisterTable table, IReadOnlyList<(Guid Stream, IReadOnlyList<RegisterRow> Rows)> before)
{
    readonly Dictionary<Guid, Dictionary<string, JsonObject>> rows = before.ToDictionary(b => b.Stream, b => OfTable(table, b.Rows));
    readonly Dictionary<(Guid Stream, string Key), JsonObject> openedHere = [];

    public RegisterTable Table => table;

    public JsonArray Opened { get; } = [];

    public JsonArray Closed { get; } = [];

    public bool Any => Opened.Count + Closed.Count > 0;

    /// <summary>Writes the difference between a stream's rows before an event and after it.</summary>
    public void Replace(IEnumerable<RegisterRow> after, IEvent happened)
    {
        var known = rows[happened.StreamId];
        var now = rows[happened.StreamId] = OfTable(table, after);
        foreach (var gone in known.Keys.Where(key => !now.ContainsKey(key)))
            Close(gone, happened);
        foreach (var (key, row) in now)
        {
            if (known.TryGetValue(key, out var old))
            {
                if (JsonNode.DeepEquals(old, row))
                    continue;
                Close(key, happened);
            }

            Open(key, row, happened);
        }
    }

    static Dictionary<string, JsonObject> OfTable(RegisterTable table, IEnumerable<RegisterRow> all) =>
        all.Where(r => r.GetType() == table.Row).ToDictionary(r => r.Key, r => JsonSerializer.SerializeToNode(r, table.Row, RegisterJson.Options)!.AsObject());

    void Open(string key, JsonObject row, IEvent happened)
    {
        var opened = row.DeepClone().AsObject();
        opened[table.StreamColumn] = happened.StreamId;
        opened["from_seq"] = happened.Sequence;
        opened["recorded_from"] = happened.Timestamp;
        openedHere[(happened.StreamId, key)] = opened;
        Opened.Add((JsonNode)opened);
    }

    void Close(string key, IEvent happened)
    {
        if (!openedHere.Remove((happened.StreamId, key), out var closed))
            Closed.Add((JsonNode)(closed = new JsonObject { [table.StreamColumn] = happened.StreamId, ["key"] = key }));
        closed["to_seq"] = happened.Sequence;
        closed["recorded_to"] = happened.Timestamp;
    }
}
