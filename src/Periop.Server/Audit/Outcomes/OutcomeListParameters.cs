using Periop.Domain.Text;
using Periop.Server.Http;
using Periop.Server.Http.Lists;
using Periop.Server.Shell;

namespace Periop.Server.Audit.Outcomes;

/// <summary>How the list of outcomes is asked for, besides its cohort.</summary>
/// <param name="Closed">Whether those are wanted whose window is closed, or those whose window is open.</param>
sealed record OutcomeListParameters(string? Key, string? State, string? Closed, string? Format, string? Limit, string? Cursor)
{
    static readonly string[] YesOrNo = ["true", "false"];

    /// <summary>As the address of a page has them.</summary>
    public static OutcomeListParameters Of(PageAddress a) => new(a["key"], a["state"], a["closed"], ListFormat.Json.Name, null, a["cursor"]);

    /// <summary>Puts what was asked into a question; the problem, when something cannot be meant.</summary>
    public IResult? Read(HttpContext http, out OutcomeListQuestion question, out ListFormat format, out int count, out JudgedCursor? after)
    {
        var (state, closed) = (default(CountedAs), false);
        question = new OutcomeListQuestion();
        if (Paging.Read(http.Request, Format, Limit, Cursor, out format, out count, out after) is { } unreadable)
            return unreadable;
        if (State is not null && !Vocabulary.TryRead(State, out state))
            return Problems.NoneOf("/state", Vocabulary.Words<CountedAs>());
        if (Closed is not null && !bool.TryParse(Closed, out closed))
            return Problems.NoneOf("/closed", YesOrNo);
        question = new OutcomeListQuestion(Key, State is null ? null : state, Closed is null ? null : closed);
        return null;
    }
}
