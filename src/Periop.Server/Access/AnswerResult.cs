using Periop.Server.Http;

namespace Periop.Server.Access;

/// <summary>Answers over HTTP.</summary>
static class AnswerResult
{
    /// <summary>The value as a result, or the problem that says why there is none.</summary>
    public static IResult ToResult<T>(this Answer<T> answer, HttpResponse response, Func<T, IResult> render) where T : class =>
        answer.Why is { } why ? why.ToProblem(response) : render(answer.Value!);

    static IResult ToProblem(this NoAnswer why, HttpResponse response)
    {
        switch (why)
        {
            case NoAnswer.Unknown unknown:
                return Problems.Of(unknown.Status, unknown.Code, unknown.Detail);
            case NoAnswer.TooEarly early:
                return Problems.Of(early.Status, "as-of-too-early", "The register was not kept yet at that instant.", ("since", early.Since));
            case NoAnswer.Halted halted:
                response.Headers.RetryAfter = "60";
                return Problems.Of(
                    halted.Status, "halted", "The register has halted at an entry that it could not work out. It answers as of earlier instants.",
                    ("since", halted.Since));
            case NoAnswer.StartAgain:
                return Problems.Of(why.Status, "start-again", "The list has been worked out anew since its first page. Ask for that again.");
            case NoAnswer.NotSettled:
                response.Headers.RetryAfter = "1";
                return Problems.Of(why.Status, "not-settled", "The register has not come that far yet. Ask again in a moment.");
            default:
                return Problems.Of(why.Status);
        }
    }
}
