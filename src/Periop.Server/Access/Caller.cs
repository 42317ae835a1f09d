using System.Security.Claims;

namespace Periop.Server.Access;

/// <summary>Who is calling, from the token.</summary>
static class Caller
{
    public const string HospitalClaim = "hospital";

    public static string Hospital(this ClaimsPrincipal caller) => caller.FindFirstValue(HospitalClaim)!;

    public static string Subject(this ClaimsPrincipal caller) => caller.FindFirstValue("sub") ?? "unnamed";
}
