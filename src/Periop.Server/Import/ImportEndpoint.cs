using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.OpenApi;
using Periop.Domain.Text;
using Periop.Server.Access;
using Periop.Server.Http;
using Periop.Server.Http.Description;
using Periop.Server.Json;
using Wolverine;

namespace Periop.Server.Import;

/// <summary>
/// Cases from a file, row by row while it arrives. Sent again it adds nothing, so a broken-off import is finished by sending it
/// again.
/// </summary>
static class ImportEndpoint
{
    public const string Action = "import-cases";

    /// <summary>The server reads a little beyond a file's limit, so that the answer is ours and says how far it came.</summary>
    const int BytesRead = CaseFile.MaxBytes + (1024 * 1024);

    const string TooLarge = "A file is at most 32 MiB. Send it in parts.";

    public static void MapImports(this IEndpointRouteBuilder app) =>
        app.MapPost("/api/imports/cases", AnswerAsync).For(Role.Scheduler).WithName(Action).WithTags("Import")
            .WithSummary("Records cases from a file; sent again it adds nothing.")
            .Takes(typeof(string), "text/csv").Produces<ImportReport>().ProducesProblem(400).ProducesProblem(403).ProducesProblem(413).ProducesProblem(415)
            .AddOpenApiOperationTransformer((operation, _, _) =>
            {
                operation.Responses!["200"].Content!.Add(
                    JsonLines.ContentType, new OpenApiMediaType { Schema = new OpenApiSchema { Type = JsonSchemaType.String } });
                return Task.CompletedTask;
            });

    static async Task<IResult> AnswerAsync(
        [FromQuery] string? timeZone, [FromQuery] string? corrections, [FromQuery] string? reason,
        HttpContext http, IMessageBus bus, AccessLog log, TimeProvider clock)
    {
        if (!http.Request.IsOfType("text/csv"))
            return Problems.Of(415, detail: "A file of cases is sent as text/csv.");
        if (!http.Request.IsUtf8())
            return Problems.Of(415, detail: "A file of cases is sent in UTF-8.");
        if (timeZone is not null && !TimeZoneInfo.TryFindSystemTimeZoneById(timeZone, out _))
            return Problems.Shape("/timeZone", "must be an IANA time zone such as Europe/Zurich");
        if (corrections is not null and not "apply")
            return Problems.Shape("/corrections", "must be apply");
        var why = reason is null ? null : Note.Read(reason);
        if (why is null && (corrections ?? reason) is not null)
            return Problems.Shape("/reason", $"must be {Note.Rule}, to correct times");
        if (http.Request.ContentLength > CaseFile.MaxBytes)
            return Problems.Of(413, detail: TooLarge);
        http.Features.Get<IHttpMaxRequestBodySizeFeature>()?.MaxRequestBodySize = BytesRead;
        http.Deadline()?.Suspend();

        var (file, problem) = await CaseFile.OpenAsync(http.Request.BodyReader, http.RequestAborted);
        if (file is null)
            return problem!;
        http.Response.RegisterForDispose(file);        // the rows are read while the answer is written
        log.Asked = new ImportQuestion(Action, timeZone, corrections);
        var template = new ImportRow(0, [], timeZone, corrections is null ? null : why, http.User.Subject(),
            AccessEntry.By(http.User.Subject(), Action, null, clock.GetUtcNow().ToMicroseconds()));
        var import = new FileImport(file, template, bus, http.User.Hospital(), clock, http.Deadline());
        if (http.Request.GetTypedHeaders().Accept.Any(a => a.MediaType == JsonLines.ContentType))
            return new ImportLines(import);
        await foreach (var _ in import.RowsAsync(http.RequestAborted))
        {
            // what is told of a row is in the tally
        }

        return import.IsTooMuch ? WithoutTheRest(import.Tally.Progress()) : TypedResults.Ok(import.Tally.Report());
    }

    static IResult WithoutTheRest(ImportProgress read) => Problems.Of(
        413, null, $"{TooLarge} The first {read.Rows - 1} rows were read, and {read.Entries} entries recorded: sent again they add nothing.",
        ("rows", read.Rows - 1), ("entries", read.Entries));
}

/// <summary>A file, by how it is to be read.</summary>
sealed record ImportQuestion(string Action, string? TimeZone, string? Corrections) : Question(Action);
