using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http.HttpResults;
using Periop.Domain.Cases;
using Periop.Domain.Record;

namespace Periop.Server.Http;

/// <summary>Answers that say what is wrong (RFC 9457), each with a stable code and a sentence for the person at the screen.</summary>
static class Problems
{
    static readonly Dictionary<int, (string Code, string Detail)> ByStatus = new()
    {
        [400] = ("bad-request", "This request cannot be understood."),
        [401] = ("unauthenticated", "Sign in first."),
        [403] = ("forbidden", "Your role does not allow this."),
        [404] = ("not-found", "There is no such thing here."),
        [405] = ("method-not-allowed", "This cannot be done here."),
        [406] = ("not-acceptable", "The answer cannot be had in that form."),
        [408] = ("timed-out", "The request took too long to arrive."),
        [412] = ("stale", "The record has changed since you looked. Look again."),
        [413] = ("too-large", "This is too large."),
        [415] = ("unsupported-media-type", "This must be sent as JSON (Content-Type: application/json)."),
        [429] = ("too-many-requests", "Too many requests at once. Send it again in a moment."),
        [500] = ("fault", "Something went wrong on our side. Nothing was recorded twice: send it again."),
        [503] = ("unavailable", "The record is not reachable right now. Send it again in a moment."),
    };

    public static ProblemHttpResult Of(int status, string? code = null, string? detail = null, params (string Name, object? Value)[] more)
    {
        var usual = ByStatus.GetValueOrDefault(status, ("fault", "This did not work."));
        return TypedResults.Problem(detail ?? usual.Item2, statusCode: status, extensions: new Dictionary<string, object?>(
            more.Select(m => KeyValuePair.Create(m.Name, m.Value)).Prepend(KeyValuePair.Create<string, object?>("code", code ?? usual.Item1))));
    }

    /// <summary>What is wrong with the members of a body or query: JSON pointer to sentences.</summary>
    public static ProblemHttpResult Shape(IReadOnlyDictionary<string, string[]> errors) =>
        Of(400, "invalid-shape", "Some of what was sent cannot be understood: see errors.", ("errors", errors));

    public static ProblemHttpResult Shape(string pointer, string problem) => Shape(new Dictionary<string, string[]> { [pointer] = [problem] });

    /// <summary>A word that is none of those there are, which are named.</summary>
    public static ProblemHttpResult NoneOf<T>(string pointer, IEnumerable<T> words) => Shape(pointer, "must be one of " + string.Join(", ", words));

    /// <summary>The JSON pointer to a member or parameter, whatever it is called.</summary>
    public static string PointerTo(string name) => "/" + name.Replace("~", "~0").Replace("/", "~1");

    public static ProblemHttpResult Of(Refusal refusal) =>
        refusal.Member is { } member ? Shape(PointerTo(member), refusal.Detail)
        : Of(StatusOf(refusal.Kind), refusal.Code, refusal.Detail,
            [.. new (string, object?)[] { ("entryId", refusal.EntryId), ("serverTime", refusal.ServerTime) }.Where(m => m.Item2 is not null)]);

    /// <param name="missing">What could be recorded first instead, as it would be sent.</param>
    public static ProblemHttpResult Stopped(IReadOnlyList<Flag> flags, IEnumerable<MissingEntry> missing) =>
        Of(409, flags[0].Code, string.Join(" ", flags.Select(f => f.Message)) + " If it is right, send it again with the reason as override.",
            ("flags", flags.Select(FlagRaised.Of)), ("missing", missing));

    /// <summary>What a problem says to a person: what is wrong with each member by its name, else the sentence.</summary>
    public static string SentenceOf(IResult problem) => problem is not ProblemHttpResult { ProblemDetails: var details } ? ByStatus[400].Detail
        : details.Extensions["code"] is "invalid-shape" && details.Extensions["errors"] is IReadOnlyDictionary<string, string[]> errors
            ? string.Join(" ", errors.Select(e => $"{e.Key.TrimStart('/')} {string.Join(", ", e.Value)}."))
        : details.Detail!;

    /// <summary>Whether a person opens an address in a browser, who is told on a page; what a page fetches asks for JSON.</summary>
    public static bool AreForPerson(HttpRequest request) =>
        !request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase)
        && request.GetTypedHeaders().Accept.Any(accepted => accepted.MediaType == "text/html");

    /// <summary>Fills in what the framework's own problem answers lack.</summary>
    public static void Complete(ProblemDetailsContext context)
    {
        var problem = context.ProblemDetails;
        var usual = ByStatus.GetValueOrDefault(problem.Status ?? 500, ("fault", "This did not work."));
        problem.Extensions.TryAdd("code", usual.Item1);
        problem.Detail ??= usual.Item2;
    }

    public static int StatusOf(RefusalKind kind) => kind switch
    {
        RefusalKind.Conflict => StatusCodes.Status409Conflict,
        RefusalKind.Forbidden => StatusCodes.Status403Forbidden,
        RefusalKind.Incomplete => StatusCodes.Status400BadRequest,
        _ => StatusCodes.Status422UnprocessableEntity,
    };
}

/// <summary>An entry that could be recorded before one that was stopped.</summary>
/// <param name="Path">Below <c>/api/cases/{caseId}/</c>.</param>
/// <param name="Body">What to send there; an id and a time may be added.</param>
sealed record MissingEntry(string Path, JsonObject Body);

/// <summary>A flag as receipts, stops and boards name it.</summary>
/// <param name="Label">Two or three words, to be read across a room.</param>
/// <param name="Message">A sentence.</param>
sealed record FlagRaised(string Code, Severity Severity, string Label, string Message, IReadOnlyList<Guid> EntryIds)
{
    public static FlagRaised Of(Flag flag) => new(flag.Code, flag.Severity, flag.Label, flag.Message, flag.EntryIds);
}
