using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Periop.Server.Http;

namespace Periop.Server.Access.SignIn;

/// <summary>
/// The cookie of somebody who has signed in for one signature. It goes where that is sent, for two minutes, and is gone with the answer; the
/// sitting of whoever stays at the screen is another cookie, and knows nothing of it.
/// </summary>
sealed class SignerCookie(AccessLog log) : CookieAuthenticationEvents
{
    public static readonly TimeSpan Lasts = TimeSpan.FromMinutes(2);

    public override Task SigningIn(CookieSigningInContext context)
    {
        var signature = OneSignature.Read(context.Properties)!;
        context.CookieOptions.Path = signature.Target;
        return log.EnterAsync(context.Principal!.Caller(), Signing.Action, StatusCodes.Status302Found, signature.CaseId, null, null);
    }

    public override Task ValidatePrincipal(CookieValidatePrincipalContext context)
    {
        if (OneSignature.Read(context.Properties) is not { } signature)
        {
            context.RejectPrincipal();
            return Task.CompletedTask;
        }

        var (http, options) = (context.HttpContext, context.Options);
        http.Response.OnStarting(() =>
        {
            // an answer that says nothing of the signature lets it be sent again
            if (http.Response.StatusCode is not StatusCodes.Status429TooManyRequests and < StatusCodes.Status500InternalServerError)
            {
                var cookie = options.Cookie.Build(http);
                (cookie.Path, cookie.MaxAge) = (signature.Target, null);
                options.CookieManager.DeleteCookie(http, options.Cookie.Name!, cookie);
            }

            return Task.CompletedTask;
        });
        return Task.CompletedTask;
    }

    /// <summary>Not a 401: by that a page would take the sitting for ended, which goes on.</summary>
    public override Task RedirectToLogin(RedirectContext<CookieAuthenticationOptions> context) =>
        Problems.Of(StatusCodes.Status403Forbidden, "signer-gone", "Nobody is signed in for this signature any more. Whoever signs signs in again.")
            .ExecuteAsync(context.HttpContext);

    public override Task RedirectToAccessDenied(RedirectContext<CookieAuthenticationOptions> context) => Schemes.Forbid(context);
}
