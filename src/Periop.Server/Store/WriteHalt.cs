using System.Data.Common;
using JasperFx.Events;
using Weasel.Core;
using Weasel.Storage;
using IStorageOperation = Weasel.Storage.IStorageOperation;

namespace Periop.Server.Store;

/// <summary>
/// Writes down that a projection halts for a hospital. It answers with a row: a statement without one would shift the reading of the
/// results of the statements after it.
/// </summary>
sealed class WriteHalt(string table, Halt halt) : IStorageOperation
{
    public Type DocumentType => typeof(IEvent);     // the unit of work accepts none that Marten does not know

    public OperationRole Role() => OperationRole.Other;

    public void ConfigureCommand(ICommandBuilder builder, IStorageSession session)
    {
        builder.Append($"insert into {table} (tenant_id, position, recorded_at, reason) values (");
        builder.AppendParameter(halt.Hospital);
        builder.Append(", ");
        builder.AppendParameter(halt.Position);
        builder.Append(", ");
        builder.AppendParameter(halt.RecordedAt.ToUniversalTime());
        builder.Append(", ");
        builder.AppendParameter(halt.Reason);
        builder.Append(") returning 1");
    }

    public async Task PostprocessAsync(DbDataReader reader, IList<Exception> exceptions, CancellationToken token) => await reader.ReadAsync(token);
}
