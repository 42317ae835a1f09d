using System.Text.Unicode;
using CsvHelper;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Periop.Domain.Text;
using Periop.Server.Access;
using Periop.Server.Http;
using Periop.Server.Json;
using Wolverine;

namespace Periop.Server.Import;

/// <summary>
/// Cases from a file, row by row while it arrives. Sent again it adds nothing, so a broken-off import is finished by sending it
/// again.
/// </summary>
static class ImportEndpoint
{
    const string Action = "import-cases";
    const int MaxBytes = 32 * 1024 * 1024;
    const int RowsPerProgressLine = 50;

    static readonly CsvReaderOptions Rfc4180 = new() { Separator = ',', TrimWhitespace = true, TrackLineNumbers = true, MaxRecordSize = 64 * 1024 };

    public static void MapImports(this IEndpointRouteBuilder app) =>
        app.MapPost("/api/imports/cases", AnswerAsync).For(Role.Scheduler).WithName(Action).WithTags("Import")
            .WithSummary("Records cases from a file; sent again it adds nothing.")
            .Accepts<string>("text/csv").Produces<ImportReport>().ProducesProblem(400).ProducesProblem(413).ProducesProblem(415);

    static async Task<IResult> AnswerAsync(
        [FromQuery] string? timeZone, [FromQuery] string? corrections, [FromQuery] string? reason,
        HttpContext http, IMessageBus bus, AccessLog log, TimeProvider clock)
    {
        if (http.Request.ContentType?.Split(';')[0].Trim().Equals("text/csv", StringComparison.OrdinalIgnoreCase) is not true)
            return Problems.Of(415, detail: "A file of cases is sent as text/csv.");
        if (http.Request.GetTypedHeaders().ContentType is { Charset.HasValue: true } type && !type.Charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase))
            return Problems.Of(415, detail: "A file of cases is sent in UTF-8.");
        if (timeZone is not null && !TimeZoneInfo.TryFindSystemTimeZoneById(timeZone, out _))
            return Problems.Shape("/timeZone", "must be an IANA time zone such as Europe/Zurich");
        if (corrections is not null and not "apply")
            return Problems.Shape("/corrections", "must be apply");
        var why = reason is null ? null : Note.Read(reason);
        if (corrections is not null && why is null)
            return Problems.Shape("/reason", $"must be {Note.Rule}, to correct times");
        if (http.Request.ContentLength > MaxBytes)
            return Problems.Of(413, detail: "A file is at most 32 MiB. Send it in parts.");
        http.Features.Get<IHttpMaxRequestBodySizeFeature>()?.MaxRequestBodySize = MaxBytes;

        var template = new ImportRow(0, [], timeZone, corrections is null ? null : why, http.User.Subject(),
            AccessEntry.By(http.User.Subject(), Action, null, clock.GetUtcNow().ToMicroseconds()));
        var csv = CsvReader.Create(http.Request.Body, Rfc4180, leaveOpen: true);
        http.Response.RegisterForDispose(csv);        // the rows are read while the answer is written
        var header = await ReadHeaderAsync(csv, http.RequestAborted);
        if (header.All(h => h.Column != ImportColumn.CaseNumber))
            return Problems.Of(400, "no-case-number-column", "The first line must name the columns, caseNumber among them.");
        if (header.Select(h => h.Column).FirstOrDefault(column => !ImportColumn.IsKnown(column)) is { } unknown)
            return Problems.Shape(Problems.PointerTo(unknown), "is no column of a case file");
        log.Asked = new ImportQuestion(Action, timeZone, corrections);
        var rows = ImportAsync(csv, header, template, bus, http.User.Hospital(), clock, http.RequestAborted);
        return http.Request.GetTypedHeaders().Accept.Any(a => a.MediaType == JsonLines.ContentType)
            ? new ProgressResult(rows)
            : TypedResults.Ok((await rows.LastAsync(http.RequestAborted)).Report());
    }

    /// <summary>The columns in the file's order, with which of several of the same name each is.</summary>
    static async Task<List<(string Column, int Occurrence)>> ReadHeaderAsync(CsvReader csv, CancellationToken cancellation)
    {
        var header = new List<(string Column, int Occurrence)>();
        try
        {
            await csv.ReadHeaderAsync(cancellation);
        }
        catch (CsvFormatException)
        {
            return header;
        }

        foreach (var name in csv.Headers)
            header.Add((name, header.Count(h => h.Column == name)));
        return header;
    }

    /// <summary>The tally, now and then, and at the end.</summary>
    static async IAsyncEnumerable<ImportTally> ImportAsync(
        CsvReader csv, List<(string Column, int Occurrence)> header, ImportRow template, IMessageBus bus, string hospital, TimeProvider clock,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        var tally = new ImportTally();
        while (await ReadRowAsync(csv, tally, cancellation))
        {
            tally.Add(Unreadable(csv, header.Count) is { } bad
                ? ImportedRow.RefusedWhole(bad)
                : await bus.InvokeForTenantAsync<ImportedRow>(hospital, template with
                {
                    Line = (int)csv.LineNumber,
                    Cells = [.. header.Select((h, index) => new ImportCell(h.Column, h.Occurrence, csv.GetString(index))).Where(c => c.Text.Length > 0)],
                    Access = AccessEntry.By(template.By, Action, null, clock.GetUtcNow().ToMicroseconds()),
                }, cancellation));
            if (tally.Rows % RowsPerProgressLine == 0)
                yield return tally;
        }

        yield return tally;
    }

    /// <summary>Goes to the next row; what is no CSV ends the file with a refusal, for the rows before it are recorded.</summary>
    static async Task<bool> ReadRowAsync(CsvReader csv, ImportTally tally, CancellationToken cancellation)
    {
        try
        {
            return await csv.ReadAsync(cancellation);
        }
        catch (CsvFormatException wrong)
        {
            tally.Add(ImportedRow.RefusedWhole(new RefusedCell((int)wrong.LineNumber, "", "malformed-csv",
                "From here on the file is not CSV: a quote is not closed, or a line is over 64 KiB.")));
            return false;
        }
    }

    static RefusedCell? Unreadable(CsvReader csv, int columns) =>
        csv.FieldCount != columns
            ? new RefusedCell((int)csv.LineNumber, "", "invalid-shape", $"The line has {csv.FieldCount} cells; the first line has {columns}.")
        : csv.RawRecord.Contains((byte)0) ? new RefusedCell((int)csv.LineNumber, "", "invalid-shape", "The line has a NUL character.")
        : !Utf8.IsValid(csv.RawRecord) ? new RefusedCell((int)csv.LineNumber, "", "invalid-shape", "The line is not UTF-8.")
        : null;

    /// <summary>Progress lines, then the report, each a line of JSON.</summary>
    sealed class ProgressResult(IAsyncEnumerable<ImportTally> tallies) : IResult
    {
        public async Task ExecuteAsync(HttpContext httpContext)
        {
            var body = httpContext.Response.BodyWriter;
            httpContext.Response.ContentType = JsonLines.ContentType;
            ImportTally? last = null;
            await foreach (var tally in tallies)
            {
                last = tally;
                body.WriteJsonLine(new { progress = tally.Progress() });
                await body.FlushAsync(httpContext.RequestAborted);
            }

            body.WriteJsonLine(last!.Report());
            await body.FlushAsync(httpContext.RequestAborted);
        }
    }
}

/// <summary>A file, by how it is to be read.</summary>
sealed record ImportQuestion(string Action, string? TimeZone, string? Corrections) : Question(Action);
