using System.Text.Json.Nodes;
using Marten;
using Periop.Domain.Text;

namespace Periop.Server.Access;

/// <summary>Enters who read or wrote what during one request, before the answer leaves.</summary>
sealed class AccessLog(IDocumentStore store, TimeProvider clock)
{
    /// <summary>In seconds. An entry is made also when the client has gone; but whoever waits for it waits no longer for the store.</summary>
    const int Patience = 2;

    /// <summary>Whether the request has its entry, so that what is answered before a query or write is reached gets one, too.</summary>
    public bool IsEntered { get; private set; }

    /// <summary>What is asked, of a request that is entered when its answer begins.</summary>
    public Question? Asked { get; set; }

    /// <summary>Writes, with the entry for the transaction that writes. What does not commit is not entered by it.</summary>
    public async Task<T> WriteAsync<T>(Caller caller, string action, Guid? caseId, Func<AccessEntry, Task<T>> write)
    {
        var result = await write(AccessEntry.By(caller.Subject, action, caseId, Now()));
        IsEntered = true;
        return result;
    }

    /// <summary>Enters what was asked. It is entered also when the client has gone: it was done.</summary>
    public Task EnterAsync(Caller caller, Question question, int status, Disclosure? disclosed) => EnterAsync(
        caller, AccessEntry.By(caller.Subject, question.Action, question.CaseId, Now()) with
        {
            Outcome = $"{status}",
            PatientRef = question.PatientRef,
            Question = question.AsAsked(),
            Disclosed = disclosed,
        });

    /// <summary>Enters what came to nothing before it was asked.</summary>
    public Task EnterAsync(Caller caller, string action, int status, Guid? caseId, string? patientRef, JsonObject? question) => EnterAsync(
        caller, AccessEntry.By(caller.Subject, action, caseId, Now()) with { Outcome = $"{status}", PatientRef = patientRef, Question = question });

    async Task EnterAsync(Caller caller, AccessEntry entry)
    {
        await using var session = store.LightweightSession(new Marten.Services.SessionOptions { TenantId = caller.Hospital, Timeout = Patience });
        session.Insert(entry);
        await session.SaveChangesAsync(CancellationToken.None);
        IsEntered = true;
    }

    DateTimeOffset Now() => clock.GetUtcNow().ToMicroseconds();
}
