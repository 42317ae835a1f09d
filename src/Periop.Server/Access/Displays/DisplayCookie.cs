using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Periop.Server.Access.SignIn;

namespace Periop.Server.Access.Displays;

/// <summary>The cookie of a display. It opens the board alone, for as long as nobody ends the display: every request asks.</summary>
sealed class DisplayCookie(DisplayDirectory displays) : CookieAuthenticationEvents
{
    /// <summary>As long as browsers keep any cookie; it is given anew every day.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromDays(400);

    const string IdClaim = "display";

    static readonly TimeSpan Day = TimeSpan.FromDays(1);

    public static Task SignInAsync(HttpContext http, PairedDisplay display)
    {
        var user = Sitting.Of($"display-{display.Name}", display.Hospital, [Role.Display]);
        ((ClaimsIdentity)user.Identity!).AddClaim(new Claim(IdClaim, $"{display.Id}"));
        return http.SignInAsync(Schemes.Display, user, new AuthenticationProperties { IsPersistent = true });
    }

    /// <summary>Which display it is; null for a person.</summary>
    public static Guid? IdOf(ClaimsPrincipal user) => Guid.TryParse(user.FindFirstValue(IdClaim), out var id) ? id : null;

    public override async Task ValidatePrincipal(CookieValidatePrincipalContext context)
    {
        var user = context.Principal!;
        if (IdOf(user) is not { } id || !await displays.LastsAsync(user.Hospital(), id, context.HttpContext.RequestAborted))
        {
            context.RejectPrincipal();
            await context.HttpContext.SignOutAsync(context.Scheme.Name);
            return;
        }

        context.ShouldRenew = context.Options.TimeProvider!.GetUtcNow() - context.Properties.IssuedUtc > Day;
        TokenLife.Tell(context.Properties, Longest);
    }

    public override Task RedirectToLogin(RedirectContext<CookieAuthenticationOptions> context) => Schemes.AskToSignIn(context);

    public override Task RedirectToAccessDenied(RedirectContext<CookieAuthenticationOptions> context) => Schemes.Forbid(context);
}
