using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Periop.Server.Hospitals;

namespace Periop.Server.Access.SignIn;

/// <summary>People sign in once and are known by a cookie; programs send a token with every request.</summary>
static class SignInModule
{
    public const string Path = "/sign-in";
    public const string OutPath = "/sign-out";
    public const string SignedOutPath = "/signed-out";

    public static void AddSignIn(this WebApplicationBuilder builder)
    {
        var (settings, isDevelopment) = (AccessSettings.Of(builder.Configuration), builder.Environment.IsDevelopment());
        builder.Services.AddSingleton(settings.Sitting);
        builder.Services.AddSingleton<SignInMetrics>();
        builder.Services.AddScoped<SittingCookie>();
        builder.Services.AddScoped<SignerCookie>();
        var authentication = builder.Services.AddAuthentication(Schemes.Either)
            .AddPolicyScheme(Schemes.Either, null, policy => policy.ForwardDefaultSelector = http => Schemes.Of(http.Request, isDevelopment))
            .AddCookie(cookie =>
            {
                Schemes.Protect(cookie, Schemes.SittingCookie, isDevelopment);
                cookie.LoginPath = Path;
                cookie.EventsType = typeof(SittingCookie);
            })
            .AddCookie(Schemes.Signer, cookie =>
            {
                Schemes.ProtectOnPath(cookie, Schemes.SignerCookie, isDevelopment);
                cookie.ExpireTimeSpan = SignerCookie.Lasts;
                cookie.Cookie.MaxAge = SignerCookie.Lasts;
                cookie.EventsType = typeof(SignerCookie);
            });
        if (settings.HasIdentityProvider)
            authentication.AddIdentityProvider(settings, isDevelopment);
    }

    public static void MapSignIn(this WebApplication app)
    {
        app.Services.GetRequiredService<SignInMetrics>();       // its figures are there before the first sign-in
        app.MapSigning();
        if (AccessSettings.Of(app.Configuration).HasIdentityProvider)
        {
            app.MapGet(Path, (string? returnUrl, HttpContext http) => IdentityProvider.HandOverAsync(http, LocalOr(returnUrl, "/")))
                .AllowAnonymous().WithOrder(-1).ExcludeFromDescription();       // before the page that offers personas
            app.MapPost(OutPath, (RequestDelegate)IdentityProvider.SignOutAsync).AllowAnonymous().FromOwnOrigin().ExcludeFromDescription();
        }
        else if (app.Environment.IsDevelopment())
        {
            app.MapPost(Path, SignInAsync).AllowAnonymous().FromOwnOrigin().DisableAntiforgery().ExcludeFromDescription();
            app.MapPost(OutPath, (Delegate)SignOutAsync).AllowAnonymous().FromOwnOrigin().ExcludeFromDescription();
        }
    }

    /// <summary>Where a form of ours may lead besides here: to the identity provider, when somebody signs out.</summary>
    public static string? FormsMayLeadTo(WebApplication app) =>
        AccessSettings.Of(app.Configuration) is { HasIdentityProvider: true, Authority: { } authority }
            && Uri.TryCreate(authority, UriKind.Absolute, out var provider) ? provider.GetLeftPart(UriPartial.Authority) : null;

    static async Task<IResult> SignInAsync(
        [FromForm] string subject, [FromForm] string hospital, [FromForm] string? returnUrl, [FromForm] string? signing, HttpContext http,
        HospitalDirectory hospitals)
    {
        if (Persona.All.FirstOrDefault(p => p.Subject == subject) is not { } persona || !hospitals.Knows(hospital))
            return TypedResults.NotFound();
        var person = Sitting.Of(persona.Subject, hospital, persona.Roles);
        if (signing is not null)
            return OneSignature.Read(signing) is { } signature && http.User.Identity?.IsAuthenticated is true
                ? TypedResults.Redirect(await Signing.SignInAsync(http, signature, http.User.Hospital(), person)) : TypedResults.NotFound();
        await http.SignInAsync(CookieAuthenticationDefaults.AuthenticationScheme, person);
        return TypedResults.Redirect(LocalOr(returnUrl, "/"));
    }

    static async Task<IResult> SignOutAsync(HttpContext http)
    {
        await http.SignOutAsync(CookieAuthenticationDefaults.AuthenticationScheme);
        return TypedResults.Redirect(Path);
    }

    /// <summary>Nobody is sent from here to another site.</summary>
    static string LocalOr(string? path, string other) => path is ['/', ..] && RedirectHttpResult.IsLocalUrl(path) ? path : other;
}
