using Periop.Server.Http;
using Periop.Server.Http.Lists;
using Periop.Server.Json;
using Periop.Server.Shell;

namespace Periop.Server.Audit.Outcomes;

/// <summary>How it is asked what has changed, besides the cohort.</summary>
sealed record ChangesParameters(string? Since, string? Format, string? Limit, string? Cursor)
{
    /// <summary>As the address of a page has them.</summary>
    public static ChangesParameters Of(PageAddress a) => new(a["since"], ListFormat.Json.Name, null, a["cursor"]);

    /// <summary>Puts what was asked into a question; the problem, when something cannot be meant.</summary>
    public IResult? Read(HttpContext http, out ChangesQuestion question, out ListFormat format, out int count, out ChangesCursor? after)
    {
        question = new ChangesQuestion(default);
        if (Paging.Read(http.Request, Format, Limit, Cursor, out format, out count, out after) is { } unreadable)
            return unreadable;
        if (Since is null)
            return Problems.Shape("/since", $"is required: {InstantConverter.Rule}");
        if (InstantConverter.Parse(Since) is not { } since)
            return Problems.Shape("/since", InstantConverter.Rule);
        question = new ChangesQuestion(since);
        return AsOf.Read(http, Since, out _);
    }

    /// <summary>What only the whole question shows.</summary>
    public static IResult? WhyNot(ChangesQuestion question) =>
        question.AsOf < question.Since ? Problems.Shape("/since", "must not be after asOf") : null;
}
