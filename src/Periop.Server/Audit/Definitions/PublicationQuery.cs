using System.Globalization;
using System.Text.Json.Serialization;
using Marten;
using Periop.Server.Access;
using Periop.Server.Store;

namespace Periop.Server.Audit.Definitions;

/// <summary>One version, as its path names it.</summary>
abstract record PublicationQuestion(string Id, string Version, string Action) : Question(Action)
{
    /// <summary>Null when it is no number, and so that of nothing.</summary>
    [JsonIgnore]
    public int? Number => int.TryParse(Version, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    public abstract Guid StreamIn(string hospital, int number);
}

sealed record DefinitionQuestion(string Id, string Version) : PublicationQuestion(Id, Version, "definition")
{
    public override Guid StreamIn(string hospital, int number) => PublicationStream.OfDefinition(hospital, Id, number);
}

sealed record RiskModelQuestion(string Id, string Version) : PublicationQuestion(Id, Version, "risk-model")
{
    public override Guid StreamIn(string hospital, int number) => PublicationStream.OfRiskModel(hospital, Id, number);
}

/// <summary>One version, as it was published. It is there as soon as it is, whatever the register has worked out.</summary>
sealed class PublicationQuery(Asking asking, IDocumentStore store)
{
    public static readonly string[] Roles = [Role.Quality];

    public Task<Answer<Publication>> AskAsync(Caller caller, PublicationQuestion question, CancellationToken cancellation) =>
        asking.AskAsync<Publication>(caller, question, Roles, async () =>
        {
            await using var session = store.QuerySession(caller.Hospital);
            return question.Number is { } number
                && await PublicationStream.FindAsync(session, question.StreamIn(caller.Hospital, number), cancellation) is { } published
                ? published : new NoAnswer.NotFound();
        }, _ => Disclosure.One);
}
