using System.Security.Claims;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Configuration;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using Periop.Server.Access;

namespace Periop.Server.Tests;

/// <summary>Tokens that no identity provider would issue, and short-lived ones.</summary>
static class Tokens
{
    public static string Sign(IConfiguration configuration, string hospital, TimeSpan lifetime, params string[] roles) =>
        Sign(new SecurityTokenDescriptor { SigningCredentials = new(DevelopmentKey.Load(configuration), SecurityAlgorithms.HmacSha256) },
            hospital, TimeSpan.FromHours(-1), lifetime, roles);

    /// <summary>A token that says what it is told to; a claim of null is left out.</summary>
    public static string Saying(IConfiguration configuration, string hospital, params (string Claim, JsonNode? Value)[] claims)
    {
        var said = new JsonObject
        {
            ["iss"] = DevelopmentKey.Issuer,
            ["aud"] = "periop",
            ["exp"] = TimeProvider.System.GetUtcNow().AddHours(1).ToUnixTimeSeconds(),
            ["sub"] = "someone",
            ["hospital"] = hospital,
            ["roles"] = new JsonArray("display"),
        };
        foreach (var (claim, value) in claims)
            if (value is null)
                said.Remove(claim);
            else
                said[claim] = value;
        return new JsonWebTokenHandler().CreateToken(
            said.ToJsonString(), new SigningCredentials(DevelopmentKey.Load(configuration), SecurityAlgorithms.HmacSha256));
    }

    /// <summary>A token as the descriptor has it, with what it lacks filled in; times from now.</summary>
    public static string Sign(SecurityTokenDescriptor token, string hospital, TimeSpan notBefore, TimeSpan expires, params string[] roles)
    {
        var now = TimeProvider.System.GetUtcNow().UtcDateTime;
        token.Issuer ??= DevelopmentKey.Issuer;
        token.Audience ??= "periop";
        token.IssuedAt = now.AddHours(-2);
        token.NotBefore = now + notBefore;
        token.Expires = now + expires;
        token.Subject = new ClaimsIdentity([new Claim("sub", "someone"), new Claim("hospital", hospital)]);
        token.Claims = new Dictionary<string, object> { ["roles"] = roles };
        return new JsonWebTokenHandler().CreateToken(token);
    }
}
