using Marten;
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

    static readonly string[] MayCorrect = [Role.OrStaff, Role.Quality];

    const string TooLarge = "A file is at most 32 MiB. Send it in parts.";

    public static void AddImports(this WebApplicationBuilder builder) => builder.Services.AddSingleton<ImportMetrics>();

    public static void MapImports(this IEndpointRouteBuilder app)
    {
        app.ServiceProvider.GetRequiredService<ImportMetrics>();        // its figures are there before the first file
        app.MapImportRetraction();
        app.MapPost("/api/imports/cases", AnswerAsync).For(Role.Scheduler).WithName(Action).WithTags("Import")
            .WithSummary("Records cases from a file; sent again it adds nothing.")
            .Takes(typeof(string), "text/csv").Produces<ImportReport>().ProducesProblem(400).ProducesProblem(403).ProducesProblem(413).ProducesProblem(415)
            .AddOpenApiOperationTransformer((operation, _, _) =>
            {
                operation.Responses!["200"].Content!.Add(
                    JsonLines.ContentType, new OpenApiMediaType { Schema = new OpenApiSchema { Type = JsonSchemaType.String } });
                return Task.CompletedTask;
            });
    }

    static async Task<IResult> AnswerAsync(
        [FromQuery] string? timeZone, [FromQuery] string? corrections, [FromQuery] string? reason, [FromQuery] string? again, [FromQuery] string? dryRun,
        HttpContext http, IDocumentStore store, IMessageBus bus, AccessLog log, TimeProvider clock, ImportMetrics metrics)
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
        if (corrections is not null && !http.User.Caller().HasOneOf(MayCorrect))
            return Problems.Of(403, detail: "Who plans cases imports them; what is recorded is corrected by operating-room staff or quality.");
        if (again is not (null or "true" or "false"))
            return Problems.Shape("/again", "must be true or false");
        if (dryRun is not (null or "true" or "false"))
            return Problems.Shape("/dryRun", "must be true or false");
        if (http.Request.ContentLength > CaseFile.MaxBytes)
            return Problems.Of(413, detail: TooLarge);
        http.Features.Get<IHttpMaxRequestBodySizeFeature>()?.MaxRequestBodySize = BytesRead;
        http.Deadline()?.Suspend();

        var (file, problem) = await CaseFile.OpenAsync(http.Request.BodyReader, http.RequestAborted);
        if (file is null)
            return problem!;
        http.Response.RegisterForDispose(file);        // the rows are read while the answer is written
        var importId = dryRun is "true" ? (Guid?)null : Guid.CreateVersion7(clock.GetUtcNow());
        log.Asked = new ImportQuestion(Action, importId, timeZone, corrections, again, dryRun);
        if (importId is { } id)
            await BeginAsync(id, http, store, clock);
        var order = new ImportOrder(importId, timeZone, corrections is null ? null : why, again is "true", http.User.Subject());
        var import = new FileImport(file, order, bus, http.User.Hospital(), clock, http.Deadline(), metrics);
        if (http.Request.GetTypedHeaders().Accept.Any(a => a.MediaType == JsonLines.ContentType))
            return new ImportLines(import);
        await foreach (var _ in import.RowsAsync(http.RequestAborted))
        {
            // what is told of a row is in the tally
        }

        return import.IsTooMuch ? WithoutTheRest(importId, import.Tally.Progress()) : TypedResults.Ok(import.Tally.Report());
    }

    /// <summary>Names the import before its first row is recorded, so that also one that breaks off can be taken back.</summary>
    static async Task BeginAsync(Guid importId, HttpContext http, IDocumentStore store, TimeProvider clock)
    {
        await using var session = store.LightweightSession(http.User.Hospital());
        session.Insert(new ImportRecord(importId, clock.GetUtcNow().ToMicroseconds(), http.User.Subject()));
        await session.SaveChangesAsync(http.RequestAborted);
        http.Response.OnStarting(() =>
        {
            http.Response.Headers["Periop-Import"] = $"{importId}";
            return Task.CompletedTask;
        });
    }

    static IResult WithoutTheRest(Guid? importId, ImportProgress read) => Problems.Of(
        413, null, $"{TooLarge} The first {read.Rows - 1} rows were read, and {read.Entries} entries recorded: sent again they add nothing.",
        ("importId", importId), ("rows", read.Rows - 1), ("entries", read.Entries));
}

/// <summary>A file, by how it is to be read.</summary>
sealed record ImportQuestion(string Action, Guid? ImportId, string? TimeZone, string? Corrections, string? Again, string? DryRun) : Question(Action);
