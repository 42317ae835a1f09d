using System.Data.Common;
using JasperFx.Events;
using Weasel.Core;
using Weasel.Storage;
using IStorageOperation = Weasel.Storage.IStorageOperation;

namespace Periop.Server.Board;

/// <summary>
/// Tells every node, when the batch is committed, that a hospital's board has changed. It answers with a row: a statement
/// without one would shift the reading of the results of the statements after it.
/// </summary>
sealed class BoardChanged(string hospital) : IStorageOperation
{
    public const string Channel = "periop_board";

    public Type DocumentType => typeof(IEvent);

    public OperationRole Role() => OperationRole.Other;

    public void ConfigureCommand(ICommandBuilder builder, IStorageSession session)
    {
        builder.Append("select 1 from (select pg_notify(");
        builder.AppendParameter(Channel);
        builder.Append(", ");
        builder.AppendParameter(hospital);
        builder.Append(")) notified");
    }

    public async Task PostprocessAsync(DbDataReader reader, IList<Exception> exceptions, CancellationToken token) => await reader.ReadAsync(token);
}
