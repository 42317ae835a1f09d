using System.Runtime.CompilerServices;
using Periop.Domain.Text;
using Periop.Server.Access;
using Wolverine;

namespace Periop.Server.Import;

/// <summary>A file on its way in, a row after the other, each in a transaction of its own.</summary>
/// <param name="template">A row without cells, with what all rows have in common.</param>
sealed class FileImport(CaseFile file, ImportRow template, IMessageBus bus, string hospital, TimeProvider clock)
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

    Task<ImportedRow> RecordAsync(FileLine line, CancellationToken cancellation) =>
        bus.InvokeForTenantAsync<ImportedRow>(hospital, template with
        {
            Line = line.Number,
            Cells = line.Cells,
            Access = AccessEntry.By(template.By, ImportEndpoint.Action, null, clock.GetUtcNow().ToMicroseconds()),
        }, cancellation);
}
