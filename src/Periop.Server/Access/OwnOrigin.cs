using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Periop.Server.Http;

namespace Periop.Server.Access;

/// <summary>
/// A browser sends the cookie with whatever any page makes it send. So what changes something and comes with the cookie has to come from a page
/// of ours: the browser says so in <c>Origin</c>, or else in <c>Sec-Fetch-Site</c>; no page can make it say otherwise.
/// </summary>
static class OwnOrigin
{
    public const string Code = "another-origin";

    /// <summary>After it is known who sends, before anything is done.</summary>
    public static void RefuseOtherOrigins(this IApplicationBuilder app) => app.Use((http, next) =>
        IsUnsafe(http.Request) && CameByCookie(http) && !Sent(http.Request) ? Refused().ExecuteAsync(http) : next(http));

    /// <summary>The same for a form that nobody is signed in for yet.</summary>
    public static TBuilder FromOwnOrigin<TBuilder>(this TBuilder endpoint) where TBuilder : IEndpointConventionBuilder =>
        endpoint.AddEndpointFilter(async (invocation, next) => Sent(invocation.HttpContext.Request) ? await next(invocation) : Refused());

    public static bool IsUnsafe(HttpRequest request) => !HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method)
        && !HttpMethods.IsOptions(request.Method) && !HttpMethods.IsTrace(request.Method);

    /// <summary>Whether a page of ours sent it.</summary>
    public static bool Sent(HttpRequest request) => request.Headers.Origin.Count > 0
        ? string.Equals(request.Headers.Origin, $"{request.Scheme}://{request.Host}", StringComparison.OrdinalIgnoreCase)
        : request.Headers["Sec-Fetch-Site"] == "same-origin";

    /// <summary>Whether somebody opens it, and no script fetches it. Browsers say so where nobody can listen; elsewhere it is not known.</summary>
    public static bool IsOpened(HttpRequest request) => request.Headers["Sec-Fetch-Mode"] is { Count: 0 } or ["navigate"];

    static bool CameByCookie(HttpContext http) => http.Features.Get<IAuthenticateResultFeature>()?.AuthenticateResult?.Ticket is
    { AuthenticationScheme: not JwtBearerDefaults.AuthenticationScheme };

    static IResult Refused() =>
        Problems.Of(StatusCodes.Status403Forbidden, Code, "This came from a page of another site, and nothing was done. Open Periop and do it there.");
}
