using System.Data.Common;
using System.Text.Json;
using JasperFx.Events;
using Npgsql;
using NpgsqlTypes;
using Periop.Domain.Register;
using Weasel.Core;
using Weasel.Storage;
using IStorageOperation = Weasel.Storage.IStorageOperation;

namespace Periop.Server.Register;

/// <summary>
/// Writes what changed in a table, and announces it, in one statement that answers with a row. A statement without one would switch off
/// Marten's guard against a second owner of the projection, which counts affected rows up to the first result.
/// </summary>
sealed class WriteRegister(string hospital, RegisterVersion version, RegisterTable table, RegisterChanges changes) : IStorageOperation
{
    /// <summary>What a row takes, so that room is made once for most batches.</summary>
    const int UsualBytes = 600;

    readonly string name = table.NameIn(version.Number);
    readonly OpenedRow[] opened = [.. changes.Opened.Where(o => o.Row.GetType() == table.Row)];
    readonly ClosedRow[] closed = [.. changes.Closed.Where(c => c.Row.GetType() == table.Row)];

    public bool IsEmpty => opened.Length + closed.Length == 0;

    public Type DocumentType => typeof(IEvent);     // the unit of work accepts none that Marten does not know

    public OperationRole Role() => OperationRole.Other;

    public void ConfigureCommand(ICommandBuilder builder, IStorageSession session)
    {
        var columns = string.Join(", ", table.Columns.Select(c => c.Name));
        var typed = string.Join(", ", table.Columns.Select(c => $"{c.Name} {c.Type}"));
        var changed = $"row.{table.StreamColumn} as stream, {table.KeysOf("row")} as keys";
        builder.Append($"with closed as (update {name} as row set to_seq = c.to_seq, recorded_to = c.recorded_to from json_to_recordset(");
        AppendArray(builder, closed, Write);
        builder.Append($") as c({table.StreamColumn} uuid, key text, to_seq bigint, recorded_to timestamptz) where row.tenant_id = ");
        builder.AppendParameter(hospital);
        builder.Append($"""
             and row.{table.StreamColumn} = c.{table.StreamColumn} and row.key = c.key and row.to_seq is null returning {changed}),
            opened as (insert into {name} as row
                (tenant_id, {table.StreamColumn}, key, from_seq, to_seq, recorded_from, recorded_to, {columns}) select 
            """);
        builder.AppendParameter(hospital);
        builder.Append(", o.* from json_to_recordset(");
        AppendArray(builder, opened, Write);
        builder.Append($"""
            ) as o({table.StreamColumn} uuid, key text, from_seq bigint, to_seq bigint, recorded_from timestamptz, recorded_to timestamptz,
                {typed}) returning {changed}),
            changed as (select * from closed union all select * from opened)
            select (select count(*) from closed), (select count(*) from opened),
            """);
        if (table.Concerns is null)
            builder.Append("null");
        else
            RegisterNotice.AppendTo(builder, hospital, version);
    }

    /// <exception cref="InvalidOperationException">The table is not as the fold left it: somebody else wrote to it.</exception>
    public async Task PostprocessAsync(DbDataReader reader, IList<Exception> exceptions, CancellationToken token)
    {
        await reader.ReadAsync(token);
        if (reader.GetInt64(0) != closed.Length || reader.GetInt64(1) != opened.Length)
            throw new InvalidOperationException($"{name} is not as the events before left it.");
    }

    void Write(Utf8JsonWriter json, OpenedRow row)
    {
        json.WriteString(table.StreamColumn, row.Stream);
        json.WriteNumber("from_seq", row.From.Sequence);
        json.WriteString("recorded_from", row.From.RecordedAt);
        WriteEnd(json, row.To);
        RegisterJson.WriteMembers(json, row.Row);
    }

    void Write(Utf8JsonWriter json, ClosedRow row)
    {
        json.WriteString(table.StreamColumn, row.Stream);
        json.WriteString("key", row.Row.Key);
        WriteEnd(json, row.To);
    }

    static void WriteEnd(Utf8JsonWriter json, EventPosition? to)
    {
        if (to is null)
            return;
        json.WriteNumber("to_seq", to.Sequence);
        json.WriteString("recorded_to", to.RecordedAt);
    }

    /// <summary>As bytes: the text of a batch would be another object of megabytes.</summary>
    static void AppendArray<T>(ICommandBuilder builder, T[] rows, Action<Utf8JsonWriter, T> write)
    {
        var bytes = new MemoryStream(rows.Length * UsualBytes);
        using (var json = new Utf8JsonWriter(bytes))
        {
            json.WriteStartArray();
            foreach (var row in rows)
            {
                json.WriteStartObject();
                write(json, row);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        var array = (NpgsqlParameter)builder.AppendParameter((object)new ReadOnlyMemory<byte>(bytes.GetBuffer(), 0, (int)bytes.Length));
        array.NpgsqlDbType = NpgsqlDbType.Json;
    }
}
