using System.Globalization;
using Microsoft.AspNetCore.Components;
using Periop.Server.Audit.Definitions;
using Periop.Server.Http.Lists;
using Periop.Server.Register;
using Periop.Server.Shell;

namespace Periop.Server.Audit.Outcomes;

/// <summary>A page that asks what became of cases. A first visit asks for a year up to today.</summary>
public abstract class CohortPage : RegisterPage
{
    /// <summary>What a first visit asks about, where the hospital knows it.</summary>
    const string First = "infection-deep";

    [Inject]
    private protected DefinitionListQuery DefinitionList { get; set; } = null!;

    /// <summary>All that the hospital knows at the instant.</summary>
    private protected IReadOnlyList<DefinitionView> Definitions { get; private set; } = [];

    private protected override RegisterTable Table => RegisterTable.CaseFacts;

    protected override IEnumerable<string> Known => CohortParameters.Names;

    /// <summary>What a first visit groups by.</summary>
    private protected virtual GroupBy FirstGroup => GroupBy.None;

    protected override async Task<PageAddress> CompleteAsync(PageAddress asked)
    {
        if (asked["definition"] is not null || Server.Http.AsOf.Read(Http, asked["asOf"], out var asOf) is not null)
            return asked;
        await ReadDefinitionsAsync(asOf);
        if ((Definitions.LastOrDefault(d => d.Id == First) ?? (Definitions.Count > 0 ? Definitions[^1] : null)) is not { } definition)
            return asked;
        var today = Hospital.DateOf(asOf ?? Clock.GetUtcNow());
        var isFirst = asked["from"] is null && asked["to"] is null;
        var group = FirstGroup is GroupBy.None ? null : Domain.Text.Vocabulary.WordFor(FirstGroup);
        return asked.With("definition", definition.Id).With("version", definition.Version.ToString(CultureInfo.InvariantCulture))
            .With("from", isFirst ? Written(today.AddYears(-1)) : asked["from"]).With("to", isFirst ? Written(today) : asked["to"])
            .With("groupBy", asked["groupBy"] ?? group).With("asOf", asked["asOf"]);
    }

    /// <summary>Reads the question, and the definitions that are known where it is asked.</summary>
    private protected async Task<TQuestion?> ReadAsync<TQuestion>(CohortParameters asked, TQuestion blank) where TQuestion : CohortQuestion
    {
        Problem ??= asked.Read(Http, blank, out blank);
        if (Problem is not null)
            return null;
        await ReadDefinitionsAsync(blank.AsOf);
        return blank;
    }

    /// <summary>The one that is asked about.</summary>
    private protected DefinitionView? DefinitionOf(CohortQuestion question) =>
        Definitions.LastOrDefault(d => d.Id == question.Definition && (question.Version ?? d.Version) == d.Version);

    async Task ReadDefinitionsAsync(DateTimeOffset? asOf) =>
        Definitions = Take(await DefinitionList.AskAsync(Caller, new DefinitionListQuestion(null, asOf), null, Paging.MaxLimit, Cancellation))?.Items ?? [];

    static string Written(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
