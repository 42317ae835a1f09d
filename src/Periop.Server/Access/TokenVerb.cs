using System.CommandLine;
using System.Security.Claims;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Periop.Server.Access;

/// <summary><c>token</c>: prints a signed token, in Development only.</summary>
static class TokenVerb
{
    static readonly TimeSpan Lifetime = TimeSpan.FromHours(12);

    public static Command Build(WebApplication app)
    {
        var roles = new Option<string[]>("--role") { Description = "A role; may be repeated.", Required = true, AllowMultipleArgumentsPerToken = true };
        roles.AcceptOnlyFromAmong(Role.All);
        var hospital = new Option<string>("--hospital") { Description = "The hospital.", DefaultValueFactory = _ => "general" };
        var name = new Option<string>("--name") { Description = "Who it is, as the record will say.", DefaultValueFactory = _ => "developer" };
        name.Validators.Add(given =>
        {
            if (!TokenClaims.IsSubject(given.GetValue(name)!))
                given.AddError("--name has to be 1 to 128 visible characters.");
        });
        var verb = new Command("token", "Print a token for trying things out (Development only).") { roles, hospital, name };
        verb.SetAction(parsed => Print(app, parsed.GetValue(roles)!, parsed.GetValue(hospital)!, parsed.GetValue(name)!));
        return verb;
    }

    static int Print(WebApplication app, string[] roles, string hospital, string name)
    {
        if (!app.Environment.IsDevelopment())
        {
            Console.Error.WriteLine("Tokens are printed in Development only; elsewhere the hospital's identity provider issues them.");
            return 1;
        }

        Console.WriteLine(Sign(app.Configuration, roles, hospital, name));
        return 0;
    }

    /// <summary>A token as the identity provider of a hospital would issue it, signed with this machine's own key.</summary>
    public static string Sign(IConfiguration configuration, IEnumerable<string> roles, string hospital, string name)
    {
        var settings = AccessSettings.Of(configuration);
        var now = TimeProvider.System.GetUtcNow().UtcDateTime;
        return new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
        {
            Issuer = DevelopmentKey.Issuer,
            Audience = settings.Audience,
            IssuedAt = now,
            NotBefore = now,
            Expires = now + Lifetime,
            Subject = new ClaimsIdentity([new Claim(JwtRegisteredClaimNames.Sub, name), new Claim(settings.HospitalClaim, hospital)]),
            Claims = new Dictionary<string, object> { [settings.RolesClaim] = roles.ToArray() },
            SigningCredentials = new SigningCredentials(DevelopmentKey.Load(configuration), DevelopmentKey.Algorithm),
        });
    }
}
