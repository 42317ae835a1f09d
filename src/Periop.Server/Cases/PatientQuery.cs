using System.Text.Json.Serialization;
using Marten;
using Periop.Server.Access;
using Periop.Server.Store;

namespace Periop.Server.Cases;

/// <summary>Who a patient is.</summary>
sealed record PatientQuestion([property: JsonIgnore] string Reference) : Question("patient", PatientRef: Reference);

/// <summary>The identities of patients.</summary>
sealed class PatientQuery(Asking asking, IDocumentStore store)
{
    public static readonly string[] Roles = [Role.Scheduler, Role.OrStaff, Role.Quality];

    public Task<Answer<PatientIdentity>> AskAsync(Caller caller, PatientQuestion question, CancellationToken cancellation) =>
        asking.AskAsync<PatientIdentity>(caller, question, Roles, async () =>
        {
            await using var session = store.QuerySession(caller.Hospital);
            return await session.LoadAsync<PatientIdentity>(question.Reference, cancellation) is { } patient ? patient : new NoAnswer.NotFound();
        }, _ => Disclosure.One);
}
