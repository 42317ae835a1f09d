using System.Security.Claims;

namespace Periop.Server.Access;

/// <summary>Who asks or records: the person of a token, in one hospital.</summary>
/// <param name="Subject">As the record and the access log name the person.</param>
public sealed record Caller(string Hospital, string Subject, IReadOnlySet<string> Roles)
{
    /// <summary>Whether one of these roles is the caller's.</summary>
    public bool HasOneOf(IEnumerable<string> roles) => roles.Any(Roles.Contains);
}

/// <summary>Who is calling, from the token.</summary>
static class CallerClaims
{
    public const string SubjectClaim = "sub";
    public const string HospitalClaim = "hospital";

    public static string Hospital(this ClaimsPrincipal user) => user.FindFirstValue(HospitalClaim)!;

    public static string Subject(this ClaimsPrincipal user) => user.FindFirstValue(SubjectClaim)!;

    public static Caller Caller(this ClaimsPrincipal user) =>
        new(user.Hospital(), user.Subject(), user.Identities.SelectMany(i => i.FindAll(i.RoleClaimType)).Select(c => c.Value).ToHashSet());
}
