using Periop.Domain.Cases;
using Periop.Server.Access;
using Periop.Server.Register;

namespace Periop.Server.Audit.Definitions;

/// <summary>Every version of every definition, or of those of a kind.</summary>
sealed record DefinitionListQuestion(AssessedKind? Kind, DateTimeOffset? AsOf) : Question("definitions");

/// <summary>Every version of every risk model.</summary>
sealed record RiskModelListQuestion(DateTimeOffset? AsOf) : Question("risk-models");

/// <summary>Where the next part begins, and the instant and version of the register that the first one is for.</summary>
sealed record PublishedCursor(string Id, int Version, DateTimeOffset AsOf, int Engine);

/// <summary>A part of a list of versions.</summary>
/// <param name="Engine">The version of what made the answer.</param>
/// <param name="AsOf">The instant it is settled for.</param>
/// <param name="Behind">How many entries it does not know.</param>
sealed record PublishedPart<T>(IReadOnlyList<T> Items, PublishedCursor? Next, int Engine, DateTimeOffset AsOf, long Behind)
    : Part<T, PublishedCursor>(Items, Next);

/// <summary>What the versions in a list have in common.</summary>
interface IPublishedVersion
{
    string Id { get; }

    int Version { get; }
}

/// <summary>The definitions that were known at an instant, in the order of id and version.</summary>
sealed class DefinitionListQuery(Asking asking, RegisterReader registers)
    : ListQuery<DefinitionListQuestion, DefinitionView, PublishedCursor, PublishedPart<DefinitionView>>(asking)
{
    protected override ListQuestion<DefinitionView, PublishedCursor, PublishedPart<DefinitionView>> List(Caller caller, DefinitionListQuestion question) =>
        new(question, PublicationQuery.Roles, (after, count, cancellation) => PublishedList.ReadAsync(
            registers, RegisterTable.Definitions, caller.Hospital, question.AsOf, after, count, async register =>
                from known in await DefinitionReader.AllAsync(register, caller.Hospital, cancellation)
                where question.Kind is not { } kind || known.Definition.Kind == kind
                select DefinitionView.Of(known), cancellation));
}

/// <summary>The risk models that were known at an instant, in the order of id and version.</summary>
sealed class RiskModelListQuery(Asking asking, RegisterReader registers)
    : ListQuery<RiskModelListQuestion, RiskModelView, PublishedCursor, PublishedPart<RiskModelView>>(asking)
{
    protected override ListQuestion<RiskModelView, PublishedCursor, PublishedPart<RiskModelView>> List(Caller caller, RiskModelListQuestion question) =>
        new(question, PublicationQuery.Roles, (after, count, cancellation) => PublishedList.ReadAsync(
            registers, RegisterTable.RiskModels, caller.Hospital, question.AsOf, after, count, async register =>
                from known in await DefinitionReader.AllRiskModelsAsync(register, caller.Hospital, cancellation) select RiskModelView.Of(known), cancellation));
}

static class PublishedList
{
    /// <summary>A part of what the register has, which is little enough to be read whole.</summary>
    public static async Task<Answer<PublishedPart<T>>> ReadAsync<T>(
        RegisterReader registers, RegisterTable table, string hospital, DateTimeOffset? asOf, PublishedCursor? after, int count,
        Func<RegisterSnapshot, Task<IEnumerable<T>>> read, CancellationToken cancellation) where T : IPublishedVersion
    {
        var opening = await registers.OpenAsync(table, hospital, after?.AsOf ?? asOf, after?.Engine, cancellation);
        if (opening is not RegisterOpening.Opened { Register: var register })
            return opening.Why!;
        await using (register)
        {
            T[] rest = [.. (await read(register)).Where(v => after is null || IsAfter(v, after)).Take(count + 1)];
            var part = Part<T, PublishedCursor>.Of(rest, count, last => new PublishedCursor(last.Id, last.Version, register.AsOf, register.Version));
            return new PublishedPart<T>(part.Items, part.Next, register.Version, register.AsOf, await register.BehindAsync(cancellation));
        }
    }

    static bool IsAfter(IPublishedVersion version, PublishedCursor cursor) => string.CompareOrdinal(version.Id, cursor.Id) is var order
        && (order > 0 || (order == 0 && version.Version > cursor.Version));
}
