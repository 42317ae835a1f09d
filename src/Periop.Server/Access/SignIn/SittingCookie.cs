using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Periop.Server.Http;

namespace Periop.Server.Access.SignIn;

/// <summary>
/// The cookie of a sitting. Every request under it is judged; what the person does, and not what a page does by itself, makes it last longer.
/// </summary>
sealed class SittingCookie(SittingLimits limits, IOpenWounds wounds, AccessLog log, ILogger<SittingCookie> said) : CookieAuthenticationEvents
{
    public override Task SigningIn(CookieSigningInContext context)
    {
        var now = Now(context.Options);
        new Sitting(now, now).Write(context.Properties, limits);
        IdentityProvider.ForgetSigner(context.HttpContext);
        return log.EnterAsync(context.Principal!.Caller(), "sign-in", StatusCodes.Status302Found, null, null, null);
    }

    /// <summary>
    /// Not when a cookie is thrown away that is none any more: then nobody is signed in. Whoever wants to go is let go, whatever becomes of the entry.
    /// </summary>
    public override async Task SigningOut(CookieSigningOutContext context)
    {
        var person = context.HttpContext.User;
        if (person.Identity?.AuthenticationType != context.Scheme.Name)
            return;
        try
        {
            await log.EnterAsync(person.Caller(), "sign-out", StatusCodes.Status302Found, null, null, null);
        }
        catch (Exception away) when (StoreAway.Is(away))
        {
            said.LogWarning("Signed out without an access entry: {Reason}", away.GetBaseException().GetType().Name);
        }
    }

    public override async Task ValidatePrincipal(CookieValidatePrincipalContext context)
    {
        var (http, now) = (context.HttpContext, Now(context.Options));
        if (Sitting.Read(context.Properties) is not { } sitting || await EndAsync(sitting, context, now) is not { } end)
        {
            context.RejectPrincipal();
            await http.SignOutAsync(context.Scheme.Name);
            return;
        }

        if (IsTouch(http))
        {
            var touched = sitting with { Touched = now };
            touched.Write(context.Properties, limits);
            context.ShouldRenew = true;
            end = touched.End(limits, atOpenWound: false);
        }

        TokenLife.Tell(context.Properties, end - now);
    }

    public override Task RedirectToLogin(RedirectContext<CookieAuthenticationOptions> context) => Schemes.AskToSignIn(context);

    public override Task RedirectToAccessDenied(RedirectContext<CookieAuthenticationOptions> context) => Schemes.Forbid(context);

    /// <summary>When the sitting ends, as far as is known now; null when it has ended.</summary>
    async Task<DateTimeOffset?> EndAsync(Sitting sitting, CookieValidatePrincipalContext context, DateTimeOffset now)
    {
        var end = sitting.End(limits, atOpenWound: false);
        if (now < end)
            return end;
        // asked only of who has been away for longer than others may
        end = sitting.End(limits, atOpenWound: true);
        if (now >= end || !await wounds.IsOneOfAsync(context.Principal!.Caller(), context.HttpContext.RequestAborted))
            return null;
        // the wound may be closed any time: a stream asks again after as long as others may be away
        var again = now + limits.Untouched;
        return again < end ? again : end;
    }

    /// <summary>
    /// A page that is opened, or something sent from one: not what a page asks by itself, such as the stream of the board. A service worker that
    /// fetches a page to keep it goes on after its page: an answer that renewed the cookie would bring back a sitting that was signed out meanwhile. The
    /// queue of a tablet sends again by itself, whether or not somebody stands there.
    /// </summary>
    static bool IsTouch(HttpContext http) => (http.IsPage() && OwnOrigin.IsOpened(http.Request))
        || (OwnOrigin.IsUnsafe(http.Request) && OwnOrigin.Sent(http.Request) && !Queued.HasWaited(http.Request));

    static DateTimeOffset Now(CookieAuthenticationOptions options) => options.TimeProvider!.GetUtcNow();
}
