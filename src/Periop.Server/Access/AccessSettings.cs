namespace Periop.Server.Access;

/// <summary>The configuration section <c>Access</c>: whose tokens are believed, and what their claims are called.</summary>
sealed class AccessSettings
{
    /// <summary>The hospital's identity provider (OpenID Connect issuer). Required outside Development.</summary>
    public string? Authority { get; set; }

    public string Audience { get; set; } = "periop";

    public string RolesClaim { get; set; } = "roles";

    public string HospitalClaim { get; set; } = "hospital";

    /// <summary>How many requests a person, or an origin without a token, may send in ten seconds.</summary>
    public int RequestsPerTenSeconds { get; set; } = 20_000;

    public static AccessSettings Of(IConfiguration configuration) => configuration.GetSection("Access").Get<AccessSettings>() ?? new AccessSettings();
}
