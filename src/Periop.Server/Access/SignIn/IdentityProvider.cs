using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Periop.Server.Hospitals;
using Periop.Server.Http;

namespace Periop.Server.Access.SignIn;

/// <summary>The hospital's identity provider signs people in: by OpenID Connect, the code flow with a proof key. Nothing of its tokens is kept.</summary>
static class IdentityProvider
{
    /// <summary>
    /// Says that the provider may know a signer in this browser, who has gone: whoever signs in next is asked who they are. Otherwise the provider
    /// would say, without a word, that it is the signer.
    /// </summary>
    const string SignerWasHere = "periop-signer-was-here";

    const string HospitalItem = "hospital", AskedItem = "asked";

    public static void AddIdentityProvider(this AuthenticationBuilder authentication, AccessSettings settings, bool isDevelopment) =>
        authentication.AddOpenIdConnect(provider =>
        {
            provider.Authority = settings.Authority;
            provider.ClientId = settings.ClientId;
            provider.ClientSecret = settings.ClientSecret;
            provider.RefreshInterval = TokenLife.KeysAskedAgainAfter;
            provider.RequireHttpsMetadata = !isDevelopment;
            provider.SignInScheme = CookieAuthenticationDefaults.AuthenticationScheme;
            provider.ResponseType = OpenIdConnectResponseType.Code;
            provider.ResponseMode = OpenIdConnectResponseMode.Query;        // a form posted by another site would come without cookies
            provider.UsePkce = true;
            provider.SaveTokens = false;
            provider.MapInboundClaims = false;
            provider.CallbackPath = SignInModule.Path + "/callback";
            provider.SignedOutCallbackPath = SignInModule.OutPath + "/callback";
            provider.SignedOutRedirectUri = SignInModule.SignedOutPath;
            provider.RemoteSignOutPath = default;
            provider.TimeProvider = TimeProvider.System;
            provider.Scope.Clear();
            foreach (var scope in settings.Scopes.Split(' ', StringSplitOptions.RemoveEmptyEntries))
                provider.Scope.Add(scope);
            provider.TokenValidationParameters.ClockSkew = TokenLife.Grace;
            provider.TokenValidationParameters.ValidAlgorithms = AccessControl.Algorithms;
            foreach (var cookie in new[] { provider.CorrelationCookie, provider.NonceCookie })
            {
                cookie.SameSite = SameSiteMode.Lax;
                cookie.SecurePolicy = isDevelopment ? CookieSecurePolicy.SameAsRequest : CookieSecurePolicy.Always;
            }

            provider.Events = new OpenIdConnectEvents
            {
                OnMessageReceived = WaitForProvider,
                OnTokenValidated = validated => Judge(validated, settings),
                OnTicketReceived = SignWhereItIsForOneSignature,
                OnRemoteFailure = SayWhyNot,
                // without a token kept, this is how the provider knows whose page it may lead back to
                OnRedirectToIdentityProviderForSignOut = leaving =>
                {
                    leaving.ProtocolMessage.ClientId = settings.ClientId;
                    return Task.CompletedTask;
                },
            };
        });

    /// <summary>Hands over to the provider, who leads back to a path of ours.</summary>
    public static Task HandOverAsync(HttpContext http, string path)
    {
        var challenge = new OpenIdConnectChallengeProperties { RedirectUri = path };
        if (http.Request.Cookies.ContainsKey(SignerWasHere))
            challenge.Prompt = OpenIdConnectPrompt.Login;
        return HandOverAsync(http, challenge, SignInModule.SignedOutPath + "?why=" + NotSignedIn.Away);
    }

    /// <summary>Hands over to the provider, who asks whoever signs who they are, whoever is known there already.</summary>
    public static Task HandOverAsync(HttpContext http, OneSignature signature)
    {
        var challenge = new OpenIdConnectChallengeProperties { RedirectUri = signature.Going, Prompt = OpenIdConnectPrompt.Login, MaxAge = TimeSpan.Zero };
        signature.Write(challenge);
        challenge.Items[HospitalItem] = http.User.Hospital();
        challenge.Items[AskedItem] = $"{TimeProvider.System.GetUtcNow().ToUnixTimeSeconds()}";
        http.Response.Cookies.Append(SignerWasHere, "1", new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = http.Request.IsHttps });
        return HandOverAsync(http, challenge, signature.Refused(NotSignedIn.Away));
    }

    /// <summary>Somebody has signed in to stay: the provider knows that one now.</summary>
    public static void ForgetSigner(HttpContext http)
    {
        if (http.Request.Cookies.ContainsKey(SignerWasHere))
            http.Response.Cookies.Delete(SignerWasHere);
    }

    /// <summary>Ends the sitting here, and then the provider's own, so that the next one at this screen is asked who it is.</summary>
    public static async Task SignOutAsync(HttpContext http)
    {
        await http.SignOutAsync(CookieAuthenticationDefaults.AuthenticationScheme);
        try
        {
            await http.SignOutAsync(OpenIdConnectDefaults.AuthenticationScheme);
        }
        catch (InvalidOperationException none)
        {
            LogOf(http).LogWarning("Signed out here and not at the identity provider ({Reason})", none.GetBaseException().GetType().Name);
            http.Response.Redirect(SignInModule.SignedOutPath);
        }
    }

    static async Task HandOverAsync(HttpContext http, AuthenticationProperties challenge, string insteadTo)
    {
        try
        {
            await http.ChallengeAsync(OpenIdConnectDefaults.AuthenticationScheme, challenge);
        }
        catch (InvalidOperationException away)
        {
            LogOf(http).LogWarning("The identity provider cannot be reached ({Reason})", away.GetBaseException().GetType().Name);
            http.RequestServices.GetRequiredService<SignInMetrics>().Count(NotSignedIn.Away);
            http.Response.Redirect(insteadTo);
        }
    }

    /// <summary>How long the store is waited for says nothing of the provider, which is asked next.</summary>
    static Task WaitForProvider(MessageReceivedContext received)
    {
        received.HttpContext.Deadline()?.Suspend();
        return Task.CompletedTask;
    }

    /// <summary>As tokens of programs are judged; and of an unknown hospital, who could only ever be refused, is not signed in at all.</summary>
    static Task Judge(TokenValidatedContext validated, AccessSettings settings)
    {
        validated.HttpContext.Deadline()?.Begin();
        validated.HttpContext.Features.Set(OneSignature.Read(validated.Properties));     // what fails here has forgotten what it was for
        TokenClaims.CallHospitalByOneName(validated.Principal, settings.HospitalClaim);
        if (TokenClaims.WhyNobody(validated.Principal) is { } nobody)
            validated.Fail(nobody);
        else if (validated.Principal!.FindFirst(CallerClaims.HospitalClaim)?.Value is not { } hospital
            || !validated.HttpContext.RequestServices.GetRequiredService<HospitalDirectory>().Knows(hospital))
            validated.Fail(new UnknownHospitalException());
        else if (WasNotAsked(validated))
            validated.Fail("Whoever signs was not asked who they are.");
        else
            validated.Principal = Sitting.Of(
                validated.Principal.Subject(), hospital,
                validated.Principal.FindAll(settings.RolesClaim).Select(claim => claim.Value).Intersect(Role.All, StringComparer.Ordinal));
        return Task.CompletedTask;
    }

    /// <summary>
    /// Whether the provider says of a signer that it knew the person before, or does not say when it asked. Whoever holds the browser may take out
    /// of the address that it is to ask, and that it is to say when.
    /// </summary>
    static bool WasNotAsked(TokenValidatedContext validated) =>
        validated.Properties is { } properties && properties.Items.TryGetValue(AskedItem, out var at) && long.TryParse(at, out var asked)
        && !(long.TryParse(validated.Principal!.FindFirst("auth_time")?.Value, out var answered) && answered >= asked - TokenLife.Grace.TotalSeconds);

    /// <summary>Who has signed in for one signature sits nowhere: the sitting of whoever stays is not touched.</summary>
    static async Task SignWhereItIsForOneSignature(TicketReceivedContext received)
    {
        if (OneSignature.Read(received.Properties) is not { } signature)
            return;
        var path = await Signing.SignInAsync(received.HttpContext, signature, received.Properties!.Items[HospitalItem]!, received.Principal!);
        received.Response.Redirect(path);
        received.HandleResponse();
    }

    static Task SayWhyNot(RemoteFailureContext failed)
    {
        LogOf(failed.HttpContext).LogWarning("Nobody was signed in ({Reason})", failed.Failure?.GetType().Name);
        failed.HandleResponse();
        var why = failed.Failure is UnknownHospitalException or { InnerException: UnknownHospitalException } ? NotSignedIn.Hospital : NotSignedIn.Failed;
        failed.HttpContext.RequestServices.GetRequiredService<SignInMetrics>().Count(why);
        var signature = OneSignature.Read(failed.Properties) ?? failed.HttpContext.Features.Get<OneSignature>();
        failed.Response.Redirect(signature?.Refused(why) ?? $"{SignInModule.SignedOutPath}?why={why}");
        return Task.CompletedTask;
    }

    static ILogger LogOf(HttpContext http) => http.RequestServices.GetRequiredService<ILogger<SittingCookie>>();

    sealed class UnknownHospitalException() : Exception("The account names no hospital that is configured.");
}

/// <summary>Why somebody who wanted to sign in is not.</summary>
static class NotSignedIn
{
    public const string Hospital = "hospital";
    public const string Role = "role";
    public const string Failed = "failed";
    public const string Away = "away";
}
