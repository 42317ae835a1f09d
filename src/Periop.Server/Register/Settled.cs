using System.Globalization;
using System.Text.Json;
using Periop.Server.Access;
using Periop.Server.Http;
using Periop.Server.Http.Lists;
using Periop.Server.Json;

namespace Periop.Server.Register;

/// <summary>An answer of the register.</summary>
/// <param name="AsOf">The instant it is settled for.</param>
/// <param name="Behind">How many entries it does not know.</param>
sealed record Settled<T>(T Body, DateTimeOffset AsOf, long Behind);

/// <summary>A part of a list that the register answers. Rows at a settled position do not change, so parts fit together.</summary>
/// <param name="Engine">The version of what made the answer.</param>
/// <param name="AsOf">The instant it is settled for.</param>
/// <param name="Behind">How many entries it does not know.</param>
record SettledPart<T, TCursor>(IReadOnlyList<T> Items, TCursor? Next, int Engine, DateTimeOffset AsOf, long Behind) : Part<T, TCursor>(Items, Next)
    where TCursor : class
{
    public static async Task<SettledPart<T, TCursor>> OfAsync(RegisterSnapshot register, Part<T, TCursor> part, CancellationToken cancellation) =>
        new(part.Items, part.Next, register.Version, register.AsOf, await register.BehindAsync(cancellation));
}

/// <summary>A page of such a list.</summary>
/// <param name="Engine">The version of what made the answer: with another, the same question may have another answer.</param>
/// <param name="AsOf">The instant it is settled for: asked again for this instant, the answer is the same to the byte.</param>
sealed record SettledPage<T>(int Engine, DateTimeOffset AsOf, IReadOnlyList<T> Items, string? Next);

/// <summary>Such answers over HTTP: what is known of their age is in headers, so that the bytes stay the same.</summary>
static class SettledResult
{
    /// <summary>Says that a route answers with a list of the register, in pages or whole.</summary>
    public static RouteHandlerBuilder ProducesSettledList<T>(this RouteHandlerBuilder route) =>
        route.ProducesList<T>().Produces<SettledPage<T>>().ProducesProblem(409).ProducesProblem(422).ProducesProblem(503);

    public static IResult Of<T>(HttpResponse response, Settled<T> answer)
    {
        Say(response, answer.AsOf, answer.Behind);
        return Tagged.Ok(answer.Body);
    }

    /// <summary>The lines of an answer as a table.</summary>
    public static IResult OfTable<T, TLine>(HttpResponse response, Settled<T> answer, IEnumerable<TLine> lines, ListFormat format)
    {
        Say(response, answer.AsOf, answer.Behind);
        return new WholeList<TLine>(lines.ToAsyncEnumerable(), format);
    }

    /// <summary>A list in the form that was asked for: a page, or the whole.</summary>
    public static async Task<IResult> OfListAsync<TQuestion, T, TCursor>(
        HttpContext http, ListQuery<TQuestion, T, TCursor, SettledPart<T, TCursor>> query, TQuestion question, ListFormat format, TCursor? after, int count)
        where TCursor : class
    {
        var caller = http.User.Caller();
        return format.IsWhole
            ? (await query.AskAllAsync(caller, question, http.RequestAborted)).ToResult(http.Response, all =>
            {
                Say(http.Response, all.First.AsOf, all.First.Behind);
                return new WholeList<T>(all.Items, format);
            })
            : (await query.AskAsync(caller, question, after, count, http.RequestAborted)).ToResult(http.Response, part =>
            {
                Say(http.Response, part.AsOf, part.Behind);
                return Tagged.Ok(new SettledPage<T>(part.Engine, part.AsOf, part.Items, Paging.CursorOf(part.Next)));
            });
    }

    /// <summary>Says the instant that an answer is for, and how many entries it does not know.</summary>
    public static void Say(HttpResponse response, DateTimeOffset asOf, long behind)
    {
        response.Headers["Periop-Behind"] = behind.ToString(CultureInfo.InvariantCulture);
        SayAsOf(response, asOf);
    }

    /// <summary>For which instant an answer is settled.</summary>
    public static void SayAsOf(HttpResponse response, DateTimeOffset asOf) =>
        response.Headers["Periop-As-Of"] = JsonSerializer.SerializeToElement(asOf, PeriopJson.Web).GetString();
}
