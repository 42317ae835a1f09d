using System.Data.Common;
using JasperFx.Events;
using Weasel.Core;
using Weasel.Storage;
using IStorageOperation = Weasel.Storage.IStorageOperation;

namespace Periop.Server.Register;

/// <summary>
/// Writes a table's changes, and announces them, in one statement that answers with a row. A statement without one would switch off
/// Marten's guard against a second owner of the projection, which counts affected rows up to the first result.
/// </summary>
sealed class WriteRegister(string hospital, RegisterChanges changes) : IStorageOperation
{
    readonly RegisterTable table = changes.Table;

    public Type DocumentType => typeof(IEvent);     // the unit of work accepts none that Marten does not know

    public OperationRole Role() => OperationRole.Other;

    public void ConfigureCommand(ICommandBuilder builder, IStorageSession session)
    {
        var columns = string.Join(", ", table.Columns.Select(c => c.Name));
        var typed = string.Join(", ", table.Columns.Select(c => $"{c.Name} {c.Type}"));
        var changed = $"row.{table.StreamColumn} as stream, array[{string.Join(", ", table.Concerns.Select(c => $"row.{c}"))}] as keys";
        builder.Append($"with closed as (update {table.FullName} as row set to_seq = c.to_seq, recorded_to = c.recorded_to from json_to_recordset(");
        builder.AppendParameter(changes.Closed.ToJsonString());
        builder.Append($"::json) as c({table.StreamColumn} uuid, key text, to_seq bigint, recorded_to timestamptz) where row.tenant_id = ");
        builder.AppendParameter(hospital);
        builder.Append($"""
             and row.{table.StreamColumn} = c.{table.StreamColumn} and row.key = c.key and row.to_seq is null returning {changed}),
            opened as (insert into {table.FullName} as row (tenant_id, {table.StreamColumn}, key, from_seq, to_seq, recorded_from, recorded_to, {columns}) select 
            """);
        builder.AppendParameter(hospital);
        builder.Append(", o.* from json_to_recordset(");
        builder.AppendParameter(changes.Opened.ToJsonString());
        builder.Append($"""
            ::json) as o({table.StreamColumn} uuid, key text, from_seq bigint, to_seq bigint, recorded_from timestamptz, recorded_to timestamptz,
                {typed}) returning {changed}),
            changed as (select * from closed union all select * from opened)
            select (select count(*) from closed), (select count(*) from opened),
            """);
        RegisterNotice.AppendTo(builder, hospital);
    }

    /// <exception cref="InvalidOperationException">The table is not as the fold left it: somebody else wrote to it.</exception>
    public async Task PostprocessAsync(DbDataReader reader, IList<Exception> exceptions, CancellationToken token)
    {
        await reader.ReadAsync(token);
        if (reader.GetInt64(0) != changes.Closed.Count || reader.GetInt64(1) != changes.Opened.Count)
            throw new InvalidOperationException($"{table.FullName} is not as the events before left it.");
    }
}
