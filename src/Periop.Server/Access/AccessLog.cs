using Marten;
using Periop.Domain.Text;

namespace Periop.Server.Access;

/// <summary>Writes an access entry for what a route answers, before the answer leaves.</summary>
sealed class AccessLog(IDocumentStore store, TimeProvider clock)
{
    public async Task WriteAsync(HttpContext http, string action, Guid? caseId, string outcome, CancellationToken cancellation)
    {
        await using var session = store.LightweightSession(http.User.Hospital());
        session.Insert(AccessEntry.By(http.User.Subject(), action, caseId, clock.GetUtcNow().ToMicroseconds()) with { Outcome = outcome });
        await session.SaveChangesAsync(cancellation);
    }
}

static class AccessLogged
{
    /// <summary>Every answer of this route leaves an access entry.</summary>
    public static RouteHandlerBuilder LogAccess(this RouteHandlerBuilder route, string action) => route.AddEndpointFilter(async (context, next) =>
    {
        var result = await next(context);
        var http = context.HttpContext;
        var caseId = Guid.TryParse(http.Request.RouteValues["caseId"]?.ToString(), out var id) ? id : (Guid?)null;
        var status = (result as IStatusCodeHttpResult)?.StatusCode ?? StatusCodes.Status200OK;
        await http.RequestServices.GetRequiredService<AccessLog>()
            .WriteAsync(http, action, caseId, status.ToString(), CancellationToken.None);      // also when the client has gone: it was done
        return result;
    });
}
