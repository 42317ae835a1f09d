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

/// <summary>What the versions in a list have in common.</summary>
interface IPublishedVersion
{
    string Id { get; }

    int Version { get; }
}

/// <summary>The definitions that were known at an instant, in the order of id and version.</summary>
sealed class DefinitionListQuery(Asking asking, RegisterReader registers)
    : ListQuery<DefinitionListQuestion, DefinitionView, PublishedCursor, SettledPart<DefinitionView, PublishedCursor>>(asking)
{
    protected override ListQuestion<DefinitionView, PublishedCursor, SettledPart<DefinitionView, PublishedCursor>> List(
        Caller caller, DefinitionListQuestion question) =>
        new(question, PublicationQuery.Roles, (after, count, cancellation) => PublishedList.ReadAsync(
            registers, RegisterTable.Definitions, caller.Hospital, question.AsOf, after, count, async register =>
                from known in await DefinitionReader.AllAsync(register, caller.Hospital, cancellation)
                where question.Kind is not { } kind || known.Definition.Kind == kind
                select DefinitionView.Of(known), cancellation));
}

/// <summary>The risk models that were known at an instant, in the order of id and version.</summary>
sealed class RiskModelListQuery(Asking asking, RegisterReader registers)
    : ListQuery<RiskModelListQuestion, RiskModelView, PublishedCursor, SettledPart<RiskModelView, PublishedCursor>>(asking)
{
    protected override ListQuestion<RiskModelView, PublishedCursor, SettledPart<RiskModelView, PublishedCursor>> List(
        Caller caller, RiskModelListQuestion question) =>
        new(question, PublicationQuery.Roles, (after, count, cancellation) => PublishedList.ReadAsync(
            registers, RegisterTable.RiskModels, caller.Hospital, question.AsOf, after, count, async register =>
                from known in await DefinitionReader.AllRiskModelsAsync(register, caller.Hospital, cancellation) select RiskModelView.Of(known), cancellation));
}

static class PublishedList
{
    /// <summary>A part of what the register has, which is little enough to be read whole.</summary>
    public static Task<Answer<SettledPart<T, PublishedCursor>>> ReadAsync<T>(
        RegisterReader registers, RegisterTable table, string hospital, DateTimeOffset? asOf, PublishedCursor? after, int count,
        Func<RegisterSnapshot, Task<IEnumerable<T>>> read, CancellationToken cancellation) where T : IPublishedVersion =>
        registers.AnswerAsync<SettledPart<T, PublishedCursor>>(table, hospital, after?.AsOf ?? asOf, after?.Engine, async register =>
        {
            T[] rest = [.. (await read(register)).Where(v => after is null || IsAfter(v, after)).Take(count + 1)];
            return await SettledPart<T, PublishedCursor>.OfAsync(register, Part<T, PublishedCursor>.Of(
                rest, count, last => new PublishedCursor(last.Id, last.Version, register.AsOf, register.Version)), cancellation);
        }, cancellation);

    static bool IsAfter(IPublishedVersion version, PublishedCursor cursor) => string.CompareOrdinal(version.Id, cursor.Id) is var order
        && (order > 0 || (order == 0 && version.Version > cursor.Version));
}
