using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Authorization;
using Microsoft.IdentityModel.Tokens;
using Periop.Server.Hospitals;
using Periop.Server.Http.Description;

namespace Periop.Server.Access;

/// <summary>Nobody gets in without a token of a known hospital; what a role may do stands at each route.</summary>
static class AccessControl
{
    /// <summary>What identity providers sign with. A token that chooses another algorithm is none.</summary>
    public static readonly string[] Algorithms = [SecurityAlgorithms.RsaSha256, SecurityAlgorithms.EcdsaSha256, SecurityAlgorithms.RsaSsaPssSha256];

    public static void AddAccess(this WebApplicationBuilder builder)
    {
        var settings = AccessSettings.Of(builder.Configuration);
        var services = builder.Services;
        services.AddSingleton(settings);
        services.AddScoped<AccessLog>();
        services.AddSingleton<GateMetrics>();
        services.AddSingleton<RequestLimits>();
        services.AddSingleton<RefusedRequests>();
        services.AddHostedService(provider => provider.GetRequiredService<RefusedRequests>());
        services.AddScoped<Asking>();
        services.AddScoped<AccessLogQuery>();
        services.AddSingleton<HospitalDirectory>();
        services.AddSingleton<IAuthorizationHandler, KnownHospitalHandler>();
        services.AddAuthentication(JwtBearerDefaults.AuthenticationScheme).AddJwtBearer(bearer =>
        {
            bearer.MapInboundClaims = false;
            bearer.Audience = settings.Audience;
            bearer.TokenValidationParameters.RoleClaimType = settings.RolesClaim;
            bearer.TokenValidationParameters.NameClaimType = CallerClaims.SubjectClaim;
            bearer.TokenValidationParameters.ClockSkew = TokenLife.Grace;
            bearer.TokenValidationParameters.ValidAlgorithms = builder.Environment.IsDevelopment() ? [.. Algorithms, DevelopmentKey.Algorithm] : Algorithms;
            bearer.Events = new JwtBearerEvents { OnTokenValidated = validated => Judge(validated, settings) };
            bearer.RefreshInterval = TokenLife.KeysAskedAgainAfter;
            bearer.RequireHttpsMetadata = !builder.Environment.IsDevelopment();
            if (settings.Authority is not null)
                bearer.Authority = settings.Authority;
            else if (builder.Environment.IsDevelopment())
                BelieveDevelopmentTokens(bearer.TokenValidationParameters, builder.Configuration);
        });
        var authenticated = new AuthorizationPolicyBuilder().RequireAuthenticatedUser().AddRequirements(new KnownHospital()).Build();
        services.AddAuthorizationBuilder().SetDefaultPolicy(authenticated).SetFallbackPolicy(authenticated);
    }

    /// <summary>Lets in callers of a known hospital that have one of the roles.</summary>
    public static TBuilder For<TBuilder>(this TBuilder endpoint, params string[] roles) where TBuilder : IEndpointConventionBuilder =>
        endpoint.RequireAuthorization(policy => policy.RequireRole(roles).AddRequirements(new KnownHospital())).WithMetadata(new RolesAllowed(roles));

    static Task Judge(TokenValidatedContext validated, AccessSettings settings)
    {
        if (TokenClaims.WhyNobody(validated.Principal) is { } nobody)
            validated.Fail(nobody);
        TokenClaims.CallHospitalByOneName(validated.Principal, settings.HospitalClaim);
        return Task.CompletedTask;
    }

    static void BelieveDevelopmentTokens(TokenValidationParameters parameters, IConfiguration configuration)
    {
        parameters.ValidIssuer = DevelopmentKey.Issuer;
        parameters.IssuerSigningKey = DevelopmentKey.Load(configuration);
    }
}

sealed class KnownHospital : IAuthorizationRequirement;

sealed class KnownHospitalHandler(HospitalDirectory hospitals) : AuthorizationHandler<KnownHospital>
{
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, KnownHospital requirement)
    {
        if (hospitals.Knows(context.User.FindFirst(CallerClaims.HospitalClaim)?.Value))
            context.Succeed(requirement);
        return Task.CompletedTask;
    }
}
