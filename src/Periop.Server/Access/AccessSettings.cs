namespace Periop.Server.Access;

/// <summary>The configuration section <c>Access</c>: whose tokens are believed, and what their claims are called.</summary>
sealed class AccessSettings
{
    /// <summary>The hospital's identity provider (OpenID Connect issuer). Required outside Development.</summary>
    public string? Authority { get; set; }

    /// <summary>What the identity provider knows the pages by. Required outside Development; in Development personas sign in without it.</summary>
    public string? ClientId { get; set; }

    public string? ClientSecret { get; set; }

    /// <summary>What is asked of the identity provider for somebody who signs in, with blanks between.</summary>
    public string Scopes { get; set; } = "openid";

    /// <summary>Whether people sign in at the identity provider.</summary>
    public bool HasIdentityProvider => Authority is not null && ClientId is not null;

    public string Audience { get; set; } = "periop";

    public string RolesClaim { get; set; } = "roles";

    public string HospitalClaim { get; set; } = "hospital";

    /// <summary>How many requests a person, or an origin without a token, may send in ten seconds.</summary>
    public int RequestsPerTenSeconds { get; set; } = 20_000;

    /// <summary>How long somebody stays signed in.</summary>
    public SittingLimits Sitting { get; set; } = new();

    public static AccessSettings Of(IConfiguration configuration) => configuration.GetSection("Access").Get<AccessSettings>() ?? new AccessSettings();
}
