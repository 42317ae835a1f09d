using Marten;
using Periop.Domain.Text;
using Periop.Server.Access;
using Periop.Server.Http;
using Periop.Server.Http.Description;
using Wolverine;

namespace Periop.Server.Import;

/// <summary>Why an import is taken back.</summary>
/// <example>{ "reason": "the columns of two rooms were swapped" }</example>
sealed record ImportRetraction(Note Reason);

/// <summary>What came of taking an import back.</summary>
/// <param name="Cases">The cases that it had recorded into.</param>
/// <param name="Retracted">The entries taken back now.</param>
/// <param name="Before">The entries that had been taken back before.</param>
/// <param name="Kept">What stays since somebody has built on it: the first 1,000.</param>
sealed record RetractionReport(Guid ImportId, int Cases, int Retracted, int Before, IReadOnlyList<KeptEntry> Kept, int KeptCount);

/// <summary>Takes an import back, a case after the other.</summary>
static class RetractionEndpoint
{
    const string Action = "import-retraction";
    const int CasesAtOnce = 500;
    const int Listed = 1000;

    public static void MapImportRetraction(this IEndpointRouteBuilder app) =>
        app.MapPost("/api/imports/{importId}/retraction", AnswerAsync).For(Role.Scheduler).WithName(Action).WithTags("Import")
            .WithSummary("Takes back what an import recorded and nobody has built on.")
            .Takes(typeof(ImportRetraction), "application/json").Produces<RetractionReport>()
            .ProducesProblem(400).ProducesProblem(404).ProducesProblem(413).ProducesProblem(415);

    static async Task<IResult> AnswerAsync(PathId importId, HttpContext http, IDocumentStore store, IMessageBus bus, TimeProvider clock)
    {
        var (body, problem) = await JsonBody<ImportRetraction>.ReadAsync(http.Request, typeof(ImportRetraction), Action, http.RequestAborted);
        if (body is null)
            return problem!;
        var (hospital, by, cancellation) = (http.User.Hospital(), http.User.Subject(), http.RequestAborted);
        await using var session = store.QuerySession(hospital);
        if (await session.LoadAsync<ImportRecord>(importId.Value, cancellation) is null)
            return Problems.Of(404);
        var (cases, retracted, before, keptCount, kept) = (0, 0, 0, 0, new List<KeptEntry>());
        for (IReadOnlyList<Guid> some = await CasesAsync(session, importId, Guid.Empty, cancellation); some.Count > 0;
             some = await CasesAsync(session, importId, some[^1], cancellation))
            foreach (var caseId in some)
            {
                http.Deadline()?.Begin();       // it runs for each case anew
                var access = AccessEntry.By(by, Action, caseId, clock.GetUtcNow().ToMicroseconds());
                var one = await bus.InvokeForTenantAsync<RetractedOfCase>(
                    hospital, new RetractImport(importId, caseId, body.Value.Reason, by, access), cancellation);
                cases++;
                retracted += one.Retracted;
                before += one.Before;
                keptCount += one.Kept.Count;
                kept.AddRange(one.Kept.Take(Listed - kept.Count));
            }

        return TypedResults.Ok(new RetractionReport(importId, cases, retracted, before, kept, keptCount));
    }

    /// <summary>The next of an import's cases.</summary>
    static Task<IReadOnlyList<Guid>> CasesAsync(IQuerySession session, Guid importId, Guid after, CancellationToken cancellation) =>
        session.Query<ImportedEntries>().Where(r => r.ImportId == importId && r.CaseId.CompareTo(after) > 0)
            .OrderBy(r => r.CaseId).Select(r => r.CaseId).Distinct().Take(CasesAtOnce).ToListAsync(cancellation);
}
