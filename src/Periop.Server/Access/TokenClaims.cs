using System.Globalization;
using System.Security.Claims;
using System.Text;

namespace Periop.Server.Access;

/// <summary>What a token has to say of its bearer before anybody is let in.</summary>
static class TokenClaims
{
    const int LongestSubject = 128;

    /// <summary>Why the bearer cannot be named as the record names people; null when it can.</summary>
    public static string? WhyNobody(ClaimsPrincipal? bearer) =>
        bearer?.FindAll(CallerClaims.SubjectClaim).ToArray() is not [{ Value: var subject }] ? "A token has one subject."
        : !IsSubject(subject) ? $"A subject has 1 to {LongestSubject} visible characters."
        : null;

    /// <summary>Blanks inside are seen, those around are not.</summary>
    public static bool IsSubject(string text) =>
        text.Length is >= 1 and <= LongestSubject && text[0] != ' ' && text[^1] != ' ' && text.EnumerateRunes().All(IsVisible);

    /// <summary>Whatever the identity provider calls the hospital, here it has one name. Two hospitals are none.</summary>
    public static void CallHospitalByOneName(ClaimsPrincipal? bearer, string claim)
    {
        if (bearer?.Identity is not ClaimsIdentity identity)
            return;
        var hospitals = identity.FindAll(claim).Select(c => c.Value).ToArray();
        foreach (var named in identity.FindAll(CallerClaims.HospitalClaim).ToArray())
            identity.RemoveClaim(named);
        if (hospitals is [var hospital])
            identity.AddClaim(new Claim(CallerClaims.HospitalClaim, hospital));
    }

    static bool IsVisible(Rune character) => character.Value == ' ' || Rune.GetUnicodeCategory(character) is not (
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned
        or UnicodeCategory.SpaceSeparator or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);
}
