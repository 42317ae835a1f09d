using Periop.Server.Operations;

namespace Periop.Server.Register;

static class RegisterProblems
{
    /// <summary>Why the register cannot be had as it was asked for.</summary>
    public static IResult Problem(this Opened opened, HttpResponse response)
    {
        if (opened.Since is { } since)
            return Problems.Of(422, "as-of-too-early", "The register was not kept yet at that instant.", ("since", since));
        response.Headers.RetryAfter = "1";
        return Problems.Of(503, "not-settled", "The register has not come that far yet. Ask again in a moment.");
    }
}
