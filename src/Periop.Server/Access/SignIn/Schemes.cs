using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authentication.JwtBearer;

namespace Periop.Server.Access.SignIn;

/// <summary>What a request may come with: a program's token, the cookie of a sitting, of a wall display, or of one signature.</summary>
static class Schemes
{
    public const string Either = "cookie-or-token";
    public const string Display = "display";
    public const string Signer = "signer";
    public const string SittingCookie = "periop";
    public const string DisplayCookie = "periop-display";
    public const string SignerCookie = "periop-signer";

    /// <summary>By what a request is judged.</summary>
    public static string Of(HttpRequest request, bool isDevelopment) =>
        request.Headers.Authorization.Count > 0 ? JwtBearerDefaults.AuthenticationScheme
        : Signing.IsSignersOwn(request) ? Signer
        : request.Cookies.ContainsKey(NameOf(DisplayCookie, isDevelopment)) && !request.Cookies.ContainsKey(NameOf(SittingCookie, isDevelopment)) ? Display
        : CookieAuthenticationDefaults.AuthenticationScheme;

    /// <summary>What every cookie that lets somebody in has in common.</summary>
    public static void Protect(CookieAuthenticationOptions cookie, string name, bool isDevelopment)
    {
        cookie.Cookie.Name = NameOf(name, isDevelopment);
        cookie.Cookie.SecurePolicy = isDevelopment ? CookieSecurePolicy.SameAsRequest : CookieSecurePolicy.Always;
        cookie.Cookie.SameSite = SameSiteMode.Lax;
        cookie.TimeProvider = TimeProvider.System;      // people sit in real time, also under a simulated clock
        cookie.SlidingExpiration = false;               // not every request is a touch
        cookie.ReturnUrlParameter = "returnUrl";
    }

    /// <summary>The same for one that goes to a single path, which the prefix of the others does not allow.</summary>
    public static void ProtectOnPath(CookieAuthenticationOptions cookie, string name, bool isDevelopment)
    {
        Protect(cookie, name, isDevelopment);
        cookie.Cookie.Name = isDevelopment ? name : "__Secure-" + name;
        cookie.Cookie.SameSite = SameSiteMode.Strict;
    }

    /// <summary>A person is led to where one signs in, a program is told.</summary>
    public static Task AskToSignIn(RedirectContext<CookieAuthenticationOptions> context)
    {
        if (context.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase)
            || context.Request.Path.StartsWithSegments("/metrics", StringComparison.OrdinalIgnoreCase))
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            context.Response.Headers.WWWAuthenticate = JwtBearerDefaults.AuthenticationScheme;
        }
        else
            context.Response.Redirect(context.RedirectUri);
        return Task.CompletedTask;
    }

    public static Task Forbid(RedirectContext<CookieAuthenticationOptions> context)
    {
        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    }

    /// <summary>A browser takes a name with the prefix from this host alone, over https.</summary>
    static string NameOf(string cookie, bool isDevelopment) => isDevelopment ? cookie : "__Host-" + cookie;
}
