using System.Net;
using System.Net.Http.Json;
using System.Security.Claims;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OpenIddict.Abstractions;
using Xunit;
using static OpenIddict.Abstractions.OpenIddictConstants;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace Periop.Server.Tests;

/// <summary>A hospital's identity provider, as real as one is (OpenIddict), which takes whoever comes for the person it is told.</summary>
sealed class HospitalProvider : IAsyncDisposable
{
    public const string Client = "periop-pages";
    public const string Secret = "known-to-both";

    readonly WebApplication app;

    HospitalProvider(WebApplication app) => this.app = app;

    public string Address => app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();

    /// <summary>What it says of whoever signs in.</summary>
    public IReadOnlyList<(string Claim, string Value)> Person { get; set; } = [];

    /// <summary>Whether whoever comes is let in.</summary>
    public bool IsWilling { get; set; } = true;

    /// <summary>The scopes that were asked for last.</summary>
    public string? Asked { get; private set; }

    /// <summary>What was asked last: <c>login</c>, that whoever comes says who they are, known or not.</summary>
    public string? Prompt { get; private set; }

    /// <summary>When it says that whoever comes has said so; null: it says nothing of it.</summary>
    public DateTimeOffset? AuthenticatedAt { get; set; }

    public int SignedOut { get; private set; }

    /// <param name="certificate">What it is known by, where only a provider that is known by one is believed.</param>
    public static async Task<HospitalProvider> StartAsync(X509Certificate2? certificate = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen =>
        {
            if (certificate is not null)
                listen.UseHttps(certificate);
        }));
        builder.Logging.ClearProviders();
        HospitalProvider? provider = null;
        builder.Services.AddOpenIddict().AddServer(server =>
        {
            server.SetAuthorizationEndpointUris("authorize").SetTokenEndpointUris("token").SetEndSessionEndpointUris("end");
            server.AllowAuthorizationCodeFlow().RequireProofKeyForCodeExchange().AllowClientCredentialsFlow();
            server.AddEphemeralEncryptionKey().AddEphemeralSigningKey().DisableAccessTokenEncryption();
            server.EnableDegradedMode();        // it keeps nothing: who may what is said below
            server.UseAspNetCore().DisableTransportSecurityRequirement();
            server.AddEventHandler<ValidateAuthorizationRequestContext>(handler => handler.UseInlineHandler(asked =>
            {
                if (asked.ClientId != Client)
                    asked.Reject(Errors.InvalidClient);
                return default;
            }));
            server.AddEventHandler<ValidateTokenRequestContext>(handler => handler.UseInlineHandler(asked =>
            {
                if (asked.ClientId != Client || asked.ClientSecret != Secret)
                    asked.Reject(Errors.InvalidClient);
                return default;
            }));
            server.AddEventHandler<ValidateEndSessionRequestContext>(handler => handler.UseInlineHandler(asked =>
            {
                if (asked.ClientId != Client)
                    asked.Reject(Errors.InvalidClient);
                return default;
            }));
            server.AddEventHandler<HandleAuthorizationRequestContext>(handler => handler.UseInlineHandler(asked =>
            {
                provider!.Answer(asked);
                return default;
            }));
            server.AddEventHandler<HandleTokenRequestContext>(handler => handler.UseInlineHandler(asked =>
            {
                if (asked.Request.IsClientCredentialsGrantType())
                    asked.SignIn(provider!.Principal(Destinations.AccessToken));
                return default;
            }));
            server.AddEventHandler<HandleEndSessionRequestContext>(handler => handler.UseInlineHandler(asked =>
            {
                provider!.SignedOut++;
                asked.SignOut();
                return default;
            }));
        });
        var built = builder.Build();
        built.UseAuthentication();
        provider = new HospitalProvider(built);
        await built.StartAsync();
        return provider;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    void Answer(HandleAuthorizationRequestContext asked)
    {
        (Asked, Prompt) = (asked.Request.Scope, asked.Request.Prompt);
        if (!IsWilling)
        {
            asked.Reject(Errors.AccessDenied);
            return;
        }

        var person = Principal(Destinations.IdentityToken);
        person.SetScopes(asked.Request.GetScopes());
        asked.SignIn(person);
    }

    /// <summary>A token for a program that acts for somebody, as it is sent with commands.</summary>
    public async Task<string> TokenAsync(HttpClient client, string subject, string hospital, params string[] roles)
    {
        Person = [("sub", subject), ("hospital", hospital), .. roles.Select(role => ("roles", role))];
        using var form = new FormUrlEncodedContent(
            [new("grant_type", "client_credentials"), new("client_id", Client), new("client_secret", Secret)]);
        using var answer = await client.PostAsync(new Uri($"{Address}/token"), form, TestContext.Current.CancellationToken);
        return (await answer.Content.ReadFromJsonAsync<JsonObject>(TestContext.Current.CancellationToken))!["access_token"]!.GetValue<string>();
    }

    ClaimsPrincipal Principal(string destination)
    {
        var identity = new ClaimsIdentity(nameof(HospitalProvider), Claims.Name, Claims.Role);
        foreach (var (claim, value) in Person)
            identity.AddClaim(new Claim(claim, value));
        if (AuthenticatedAt is { } at)
            identity.AddClaim(new Claim(Claims.AuthenticationTime, $"{at.ToUnixTimeSeconds()}", ClaimValueTypes.Integer64));
        identity.SetDestinations(_ => [destination]);
        var person = new ClaimsPrincipal(identity);
        person.SetResources("periop");
        return person;
    }
}
