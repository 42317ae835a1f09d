using Periop.Server.Json;

namespace Periop.Server.Import;

/// <summary>
/// What comes of a file: a line of JSON for each cell that differs or is refused, as it comes, progress between, and the report at the
/// end.
/// </summary>
sealed class ImportLines(FileImport import) : IResult
{
    const int RowsPerProgressLine = 50;
    const int LinesPerFlush = 100;

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var body = httpContext.Response.BodyWriter;
        httpContext.Response.ContentType = JsonLines.ContentType;
        var unsent = 0;
        await foreach (var row in import.RowsAsync(httpContext.RequestAborted))
        {
            foreach (var differs in row.Differs)
                body.WriteJsonLine(new { differs });
            foreach (var refused in row.Refused)
                body.WriteJsonLine(new { refused });
            unsent += row.Differs.Count + row.Refused.Count;
            var isTold = import.Tally.Rows % RowsPerProgressLine == 0;
            if (isTold)
                body.WriteJsonLine(new { progress = import.Tally.Progress() });
            if (!isTold && unsent < LinesPerFlush)
                continue;
            await body.FlushAsync(httpContext.RequestAborted);
            unsent = 0;
        }

        if (import.Tally.Rows == 0 || import.Tally.Rows % RowsPerProgressLine != 0)
            body.WriteJsonLine(new { progress = import.Tally.Progress() });
        body.WriteJsonLine(import.Tally.Report());
        await body.FlushAsync(httpContext.RequestAborted);
    }
}
