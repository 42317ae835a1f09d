using System.Runtime.CompilerServices;
using Periop.Domain.Text;
using Periop.Server.Access;
using Periop.Server.Http;
using Wolverine;

namespace Periop.Server.Import;

/// <summary>A file on its way in, a row after the other, each in a transaction of its own.</summary>
/// <param name="deadline">Of the request: it runs for each row anew.</param>
sealed class FileImport(
    CaseFile file, ImportOrder order, IMessageBus bus, string hospital, TimeProvider clock, Deadline? deadline, ImportMetrics metrics)
{
    /// <summary>
    /// In a dry run, the lines of each number so far, since what they would have recorded is not there to be found. It is the file once
    /// more, at the most.
    /// </summary>
    readonly Dictionary<string, List<(int Number, byte[] Line)>> told = [];

    /// <summary>What came of the rows so far.</summary>
    public ImportTally Tally { get; } = new(order.ImportId);

    /// <summary>Whether the file went on beyond what is taken.</summary>
    public bool IsTooMuch { get; private set; }

    /// <summary>What came of each line.</summary>
    public async IAsyncEnumerable<ImportedRow> RowsAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        using var running = metrics.Run();
        await foreach (var line in file.LinesAsync(cancellation))
        {
            var row = line.Refused is { } why ? ImportedRow.RefusedWhole(why)
                : line.IsBlank ? ImportedRow.Nothing
                : await RecordAsync(line, cancellation);
            IsTooMuch = line.IsTooMuch;
            Tally.Add(line, row);
            if (!order.IsDryRun)
                metrics.Count(row);
            yield return row;
        }
    }

    /// <summary>A fault of one row keeps no other back; where the store is away, no other could be recorded either. The messaging logs it.</summary>
    async Task<ImportedRow> RecordAsync(FileLine line, CancellationToken cancellation)
    {
        deadline?.Begin();
        try
        {
            var row = RowOf(line.Number, line.Cells) with { Before = order.IsDryRun ? Before(line) : [] };
            return await bus.InvokeForTenantAsync<ImportedRow>(hospital, row, cancellation);
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

    ImportRow RowOf(int number, IReadOnlyList<ImportCell> cells) =>
        new(number, cells, order, AccessEntry.By(order.By, ImportEndpoint.Action, null, clock.GetUtcNow().ToMicroseconds()));

    ImportRow[] Before(FileLine line)
    {
        if (line.Cells.FirstOrDefault(c => c.Column == ColumnNames.CaseNumber) is not { } cell || Label.Read(cell.Text) is not { } caseNumber)
            return [];
        var lines = told.TryGetValue(caseNumber.Value, out var known) ? known : told[caseNumber.Value] = [];
        ImportRow[] before = [.. lines.Select(l => RowOf(l.Number, file.CellsOf(l.Line)))];
        lines.Add((line.Number, file.LastLine));
        return before;
    }
}
