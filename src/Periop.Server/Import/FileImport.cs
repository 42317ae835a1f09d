using System.Runtime.CompilerServices;
using Periop.Domain.Text;
using Periop.Server.Access;
using Periop.Server.Http;
using Wolverine;

namespace Periop.Server.Import;

/// <summary>A file on its way in, a row after the other, each in a transaction of its own.</summary>
/// <param name="deadline">Of the request: it runs for each row anew.</param>
/// <param name="template">A row without cells, with what all rows have in common.</param>
sealed class FileImport(CaseFile file, ImportRow template, IMessageBus bus, string hospital, TimeProvider clock, Deadline? deadline)
{
    /// <summary>What came of the rows so far.</summary>
    public ImportTally Tally { get; } = new();

    /// <summary>Whether the file went on beyond what is taken.</summary>
    public bool IsTooMuch { get; private set; }

    /// <summary>What came of each line.</summary>
    public async IAsyncEnumerable<ImportedRow> RowsAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var line in file.LinesAsync(cancellation))
        {
            var row = line.Refused is { } why ? ImportedRow.RefusedWhole(why)
                : line.IsBlank ? ImportedRow.Nothing
                : await RecordAsync(line, cancellation);
            IsTooMuch = line.IsTooMuch;
            Tally.Add(line, row);
            yield return row;
        }
    }

    /// <summary>A fault of one row keeps no other back; where the store is away, no other could be recorded either. The messaging logs it.</summary>
    async Task<ImportedRow> RecordAsync(FileLine line, CancellationToken cancellation)
    {
        deadline?.Begin();
        try
        {
            return await bus.InvokeForTenantAsync<ImportedRow>(hospital, template with
            {
                Line = line.Number,
                Cells = line.Cells,
                Access = AccessEntry.By(template.By, ImportEndpoint.Action, null, clock.GetUtcNow().ToMicroseconds()),
            }, cancellation);
        }
        catch (Exception fault) when (!cancellation.IsCancellationRequested && !StoreAway.Is(fault))
        {
            return ImportedRow.RefusedWhole(new RefusedCell(
                line.Number, "", "fault", "This line could not be recorded: something went wrong on our side. The others were read all the same."));
        }
        finally
        {
            deadline?.Suspend();
        }
    }
}
