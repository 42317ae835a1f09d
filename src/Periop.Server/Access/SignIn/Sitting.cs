using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace Periop.Server.Access.SignIn;

/// <summary>From signing in to its end: what the cookie holds, and nothing more. Any node can judge it.</summary>
/// <param name="Began">When the person signed in.</param>
/// <param name="Touched">When the person last did something.</param>
sealed record Sitting(DateTimeOffset Began, DateTimeOffset Touched)
{
    /// <summary>What the role claims of a cookie are called, whatever they are called in tokens.</summary>
    const string RoleClaim = "roles";

    const string BeganItem = "began";

    /// <summary>When it ends if nothing more is done.</summary>
    /// <param name="atOpenWound">Whether a wound is open.</param>
    public DateTimeOffset End(SittingLimits limits, bool atOpenWound)
    {
        var (byAge, byTouch) = (Began + limits.Longest, Touched + (atOpenWound ? limits.UntouchedAtOpenWound : limits.Untouched));
        return byAge < byTouch ? byAge : byTouch;
    }

    /// <summary>As the cookie keeps it: until the last instant at which it could still be one.</summary>
    public void Write(AuthenticationProperties properties, SittingLimits limits)
    {
        properties.Items[BeganItem] = $"{Began.UtcTicks}";
        properties.IssuedUtc = Touched;
        var (open, closed) = (End(limits, atOpenWound: true), End(limits, atOpenWound: false));
        properties.ExpiresUtc = open > closed ? open : closed;
    }

    /// <summary>Null for a cookie that holds none.</summary>
    public static Sitting? Read(AuthenticationProperties properties) =>
        properties.IssuedUtc is { } touched && properties.Items.TryGetValue(BeganItem, out var ticks) && long.TryParse(ticks, out var began)
            ? new Sitting(new DateTimeOffset(began, TimeSpan.Zero), touched) : null;

    /// <summary>Who sits there.</summary>
    public static ClaimsPrincipal Of(string subject, string hospital, IEnumerable<string> roles)
    {
        var identity = new ClaimsIdentity(CookieAuthenticationDefaults.AuthenticationScheme, CallerClaims.SubjectClaim, RoleClaim);
        identity.AddClaim(new Claim(CallerClaims.SubjectClaim, subject));
        identity.AddClaim(new Claim(CallerClaims.HospitalClaim, hospital));
        identity.AddClaims(roles.Select(role => new Claim(RoleClaim, role)));
        return new ClaimsPrincipal(identity);
    }
}
