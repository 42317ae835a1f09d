using System.Data.Common;
using Weasel.Core;
using Weasel.Storage;
using IStorageOperation = Weasel.Storage.IStorageOperation;

namespace Periop.Server.Store;

/// <summary>Takes texts away, after the entry that says so was added in the same transaction. If not all of them are, nothing is committed.</summary>
/// <param name="masking">The entry that says so.</param>
/// <param name="versions">Of the entries that lose their texts.</param>
sealed class MaskTexts(string hospital, Guid caseId, Guid masking, long[] versions) : IStorageOperation
{
    public Type DocumentType => typeof(MaskingRecord);      // the unit of work writes what is about events first, and then what is about documents

    public OperationRole Role() => OperationRole.Other;

    public void ConfigureCommand(ICommandBuilder builder, IStorageSession session)
    {
        builder.Append($"select {MaskingFunction.Name}(");
        builder.AppendParameter(hospital);
        builder.Append(", ");
        builder.AppendParameter(caseId);
        builder.Append(", ");
        builder.AppendParameter(masking);
        builder.Append(", ");
        builder.AppendParameter(versions);
        builder.Append(")");
    }

    public async Task PostprocessAsync(DbDataReader reader, IList<Exception> exceptions, CancellationToken token)
    {
        await reader.ReadAsync(token);
        if (await reader.GetFieldValueAsync<int>(0, token) is var masked && masked != versions.Length)
            exceptions.Add(new InvalidOperationException($"Of {versions.Length} entries {masked} lost their texts."));
    }
}
