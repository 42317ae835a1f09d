using Periop.Server.Http;

namespace Periop.Server.Register;

/// <summary>Whether the register can be had as it was asked for.</summary>
abstract record RegisterOpening
{
    RegisterOpening()
    {
    }

    /// <summary>It can. Whoever asked disposes of it.</summary>
    public sealed record Opened(RegisterSnapshot Register) : RegisterOpening;

    /// <summary>It has not come that far, or not again.</summary>
    public sealed record NotSettled : RegisterOpening;

    /// <summary>It was not kept yet at that instant.</summary>
    /// <param name="Since">From when on it can be asked.</param>
    public sealed record TooEarly(DateTimeOffset Since) : RegisterOpening;

    /// <summary>The answer to whoever asked for what cannot be had.</summary>
    public IResult Problem(HttpResponse response)
    {
        if (this is TooEarly early)
            return Problems.Of(422, "as-of-too-early", "The register was not kept yet at that instant.", ("since", early.Since));
        response.Headers.RetryAfter = "1";
        return Problems.Of(503, "not-settled", "The register has not come that far yet. Ask again in a moment.");
    }
}
