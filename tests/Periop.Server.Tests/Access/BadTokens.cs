using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.IdentityModel.Tokens;
using Periop.Server.Access;

namespace Periop.Server.Tests.Access;

/// <summary>Tokens with every role that let nobody in, or into no hospital.</summary>
static class BadTokens
{
    /// <summary>By what is wrong with them: how they are made, and how they are answered at every door.</summary>
    public static readonly IReadOnlyDictionary<string, (int Status, Func<TestHospital, string?> Make)> All =
        new Dictionary<string, (int, Func<TestHospital, string?>)>
        {
            ["none"] = (401, _ => null),
            ["empty"] = (401, _ => ""),
            ["garbage"] = (401, _ => "garbage"),
            ["of three parts that are none"] = (401, _ => "a.b.c"),
            ["unsigned"] = (401, hospital => Unsigned(hospital.Id)),
            ["expired"] = (401, hospital => Token(hospital, expires: -10)),
            ["not valid yet"] = (401, hospital => Token(hospital, notBefore: 30, expires: 60)),
            ["of another signer"] = (401, hospital => Token(hospital, key: new SymmetricSecurityKey(RandomNumberGenerator.GetBytes(32)))),
            ["of another issuer"] = (401, hospital => Token(hospital, issuer: "elsewhere")),
            ["for another audience"] = (401, hospital => Token(hospital, audience: "elsewhere")),
            ["changed on its way"] = (401, Changed),
            ["without a subject"] = (401, hospital => Saying(hospital, ("sub", null))),
            ["without an end"] = (401, hospital => Saying(hospital, ("exp", null))),
            ["without a hospital"] = (403, hospital => Saying(hospital, ("hospital", null))),
            ["of an unknown hospital"] = (403, hospital => Saying(hospital, ("hospital", "nowhere"))),
            ["of two hospitals"] = (403, hospital => Saying(hospital, ("hospital", new JsonArray(hospital.Id, "h002")))),
            ["without a role"] = (403, hospital => Saying(hospital, ("roles", null))),
        };

    static string Token(
        TestHospital hospital, int notBefore = -60, int expires = 60, string? issuer = null, string? audience = null, SecurityKey? key = null) => Tokens.Sign(
        new SecurityTokenDescriptor
        {
            Issuer = issuer,
            Audience = audience,
            SigningCredentials = new SigningCredentials(key ?? DevelopmentKey.Load(hospital.Host.Configuration), SecurityAlgorithms.HmacSha256),
        },
        hospital.Id, TimeSpan.FromMinutes(notBefore), TimeSpan.FromMinutes(expires), Role.All);

    static string Saying(TestHospital hospital, (string Claim, JsonNode? Value) claim) => Tokens.Saying(
        hospital.Host.Configuration, hospital.Id,
        claim.Claim == "roles" ? claim : ("roles", new JsonArray([.. Role.All.Select(role => (JsonNode)role)])), claim);

    /// <summary>What a believed token says, with the header of one that nobody signed.</summary>
    static string Unsigned(string hospital)
    {
        var ends = TimeProvider.System.GetUtcNow().AddHours(1).ToUnixTimeSeconds();
        var says = $$"""{"iss":"{{DevelopmentKey.Issuer}}","aud":"periop","exp":{{ends}},"sub":"someone","hospital":"{{hospital}}","roles":["or-staff"]}""";
        return $"{Encode("""{"alg":"none"}""")}.{Encode(says)}.";
    }

    /// <summary>The signature of a wall display's token under what another person's says.</summary>
    static string Changed(TestHospital hospital)
    {
        var display = TokenVerb.Sign(hospital.Host.Configuration, ["display"], hospital.Id, "someone").Split('.');
        var everybody = TokenVerb.Sign(hospital.Host.Configuration, Role.All, hospital.Id, "someone").Split('.');
        return $"{display[0]}.{everybody[1]}.{display[2]}";
    }

    static string Encode(string json) => Base64UrlEncoder.Encode(Encoding.UTF8.GetBytes(json));
}
