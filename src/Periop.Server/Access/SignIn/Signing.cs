using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Periop.Domain.Cases;
using Periop.Server.Http;

namespace Periop.Server.Access.SignIn;

/// <summary>
/// Signatures at a screen: whoever signs signs in for this one act, whoever is signed in stays so. What signs is never the cookie of a sitting,
/// for anyone may stand before that.
/// </summary>
static class Signing
{
    /// <summary>What the access log calls signing in for a signature.</summary>
    public const string Action = "signature-sign-in";

    /// <summary>By what a request says that it is the signer's.</summary>
    public const string Header = "Periop-Signer";

    public static void MapSigning(this WebApplication app)
    {
        var hasProvider = AccessSettings.Of(app.Configuration).HasIdentityProvider;
        app.MapGet("/cases/{caseId:guid}/signature",
                (string caseId, string? role, string? meaning, string? entryId, HttpContext http) =>
                    BeginAsync(OneSignature.Read(caseId, role, meaning, entryId), http, hasProvider))
            .For(Role.OrStaff).ExcludeFromDescription();
    }

    /// <summary>Whether a request is to be judged by the cookie of a signer.</summary>
    public static bool IsSignersOwn(HttpRequest request) =>
        request.Headers[Header] == "1" && HttpMethods.IsPost(request.Method)
        && request.Path.StartsWithSegments("/api/cases", StringComparison.OrdinalIgnoreCase, out var rest)
        && rest.Value!.TrimEnd('/').EndsWith("/signatures", StringComparison.OrdinalIgnoreCase);

    /// <summary>Lets somebody sign once, if they may, beside whoever stays signed in. Where that leads.</summary>
    /// <param name="hospital">Of whoever stays.</param>
    /// <param name="signer">Who has signed in for it.</param>
    public static async Task<string> SignInAsync(HttpContext http, OneSignature signature, string hospital, ClaimsPrincipal signer)
    {
        var caller = signer.Caller();
        var why = caller.Hospital != hospital ? NotSignedIn.Hospital : caller.HasOneOf([Role.OrStaff]) ? null : NotSignedIn.Role;
        if (why is not null)
        {
            await http.RequestServices.GetRequiredService<AccessLog>().EnterAsync(
                caller, Action, StatusCodes.Status403Forbidden, caller.Hospital == hospital ? signature.CaseId : null, null, null);
            return signature.Refused(why);
        }

        var properties = new AuthenticationProperties();
        signature.Write(properties);
        await http.SignInAsync(Schemes.Signer, signer, properties);
        return signature.Going;
    }

    /// <summary>Why a signature is not taken from whoever sends it; null when it is.</summary>
    public static IResult? WhyNot(HttpContext http, Guid? caseId, SignRecord command)
    {
        var ticket = http.Features.Get<IAuthenticateResultFeature>()?.AuthenticateResult?.Ticket;
        return ticket switch
        {
            { AuthenticationScheme: JwtBearerDefaults.AuthenticationScheme } => null,
            { AuthenticationScheme: Schemes.Signer } => OneSignature.Read(ticket.Properties) is { } one && one == Meant(caseId, command) ? null
                : Problems.Of(StatusCodes.Status403Forbidden, "another-signature", "Whoever signs has signed in for another signature than this one."),
            _ => Problems.Of(StatusCodes.Status403Forbidden, "signer-needed", "Whoever signs signs in for it, also who is signed in already."),
        };
    }

    static OneSignature? Meant(Guid? caseId, SignRecord command) =>
        caseId is { } id && command.EntryId is { } entryId ? new OneSignature(id, command.Role, command.Meaning, entryId) : null;

    static async Task<IResult> BeginAsync(OneSignature? signature, HttpContext http, bool hasProvider)
    {
        if (signature is null)
            return TypedResults.StatusCode(StatusCodes.Status400BadRequest);
        // nobody is made to sign in for a signature by a page of another site
        if (http.Request.Headers["Sec-Fetch-Site"].ToString() is "cross-site" or "same-site")
            return TypedResults.LocalRedirect(signature.Page);
        // with the way back: a sign-in without one is of somebody who has gone, and the device lets go of what it keeps for them
        if (!hasProvider)
            return TypedResults.LocalRedirect(
                $"{SignInModule.Path}?hospital={Uri.EscapeDataString(http.User.Hospital())}&returnUrl={signature.Page}&signing={signature}");
        await IdentityProvider.HandOverAsync(http, signature);
        return TypedResults.Empty;
    }
}
