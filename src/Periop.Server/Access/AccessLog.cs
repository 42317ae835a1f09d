using Marten;
using Periop.Domain.Text;

namespace Periop.Server.Access;

/// <summary>Enters who read or wrote what during one request, before the answer leaves.</summary>
sealed class AccessLog(IDocumentStore store, TimeProvider clock)
{
    /// <summary>Whether the request has its entry, so that what is answered before a query or command is reached gets one, too.</summary>
    public bool IsEntered { get; private set; }

    /// <summary>The entry of a write, for the transaction that writes it.</summary>
    public AccessEntry ForTransaction(Caller caller, string action, Guid? caseId)
    {
        IsEntered = true;
        return AccessEntry.By(caller.Subject, action, caseId, clock.GetUtcNow().ToMicroseconds());
    }

    /// <summary>Enters a read, or what came to nothing. It is entered also when the client has gone: it was done.</summary>
    public async Task EnterAsync(Caller caller, string action, string outcome, Question? question = null, Guid? caseId = null, Disclosure? disclosed = null)
    {
        await using var session = store.LightweightSession(caller.Hospital);
        session.Insert(AccessEntry.By(caller.Subject, action, question?.CaseId ?? caseId, clock.GetUtcNow().ToMicroseconds()) with
        {
            Outcome = outcome,
            PatientRef = question?.PatientRef,
            Question = question?.AsAsked(),
            Disclosed = disclosed,
        });
        await session.SaveChangesAsync(CancellationToken.None);
        IsEntered = true;
    }
}

static class AccessLogged
{
    /// <summary>Every answer of this route leaves an access entry: its query or command enters it, and what never comes that far is entered here.</summary>
    public static RouteHandlerBuilder LogAccess(this RouteHandlerBuilder route, string action) => route.AddEndpointFilter(async (context, next) =>
    {
        var result = await next(context);
        var (http, log) = (context.HttpContext, context.HttpContext.RequestServices.GetRequiredService<AccessLog>());
        if (log.IsEntered)
            return result;
        var caseId = Guid.TryParse(http.Request.RouteValues["caseId"]?.ToString(), out var id) ? id : (Guid?)null;
        var status = (result as IStatusCodeHttpResult)?.StatusCode ?? StatusCodes.Status200OK;
        await log.EnterAsync(http.User.Caller(), action, $"{status}", caseId: caseId);
        return result;
    });
}
