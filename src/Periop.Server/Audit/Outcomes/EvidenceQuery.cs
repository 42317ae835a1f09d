using System.Text.Json.Serialization;
using Marten;
using Periop.Domain.Cases;
using Periop.Server.Access;
using Periop.Server.Register;
using Periop.Server.Store;

namespace Periop.Server.Audit.Outcomes;

/// <summary>What the entries say that a state of a case rests on.</summary>
/// <param name="EntryIds">Those that prove it and those that moved it.</param>
sealed record EvidenceQuestion([property: JsonIgnore] Guid Id, IReadOnlyList<Guid> EntryIds, DateTimeOffset? AsOf) : Question("outcome-evidence", Id);

/// <summary>The entries in the order in which things happened.</summary>
/// <param name="Elsewhere">Those that are on another case of the patient, as a death may be.</param>
sealed record Evidence(IReadOnlyList<Entry> Entries, IReadOnlyList<Guid> Elsewhere);

/// <summary>Shows the entries behind a state, as the record had them at the instant.</summary>
sealed class EvidenceQuery(Asking asking, RegisterReader reader, IDocumentStore store, CaseStream cases)
{
    public static readonly string[] Roles = [Role.Quality];

    public Task<Answer<Evidence>> AskAsync(Caller caller, EvidenceQuestion question, CancellationToken cancellation) =>
        asking.AskAsync(caller, question, Roles, () => reader.AnswerAsync(
            RegisterTable.CaseFacts, caller.Hospital, question.AsOf, null,
            register => FindAsync(register, caller.Hospital, question, cancellation), cancellation), found => new Disclosure(found.Entries.Count));

    async Task<Answer<Evidence>> FindAsync(RegisterSnapshot register, string hospital, EvidenceQuestion question, CancellationToken cancellation)
    {
        await using var session = store.QuerySession(hospital);
        if ((await cases.ReadAsync(session, question.Id, cancellation))?.AsOf(register.AsOf) is not { } then)
            return new NoAnswer.NotFound();
        var told = then.Entries.Values.Where(entry => question.EntryIds.Contains(entry.Id)).OrderBy(entry => entry.EffectiveAt).ThenBy(entry => entry.Version);
        return new Evidence([.. told], [.. question.EntryIds.Where(id => !then.Entries.ContainsKey(id))]);
    }
}
