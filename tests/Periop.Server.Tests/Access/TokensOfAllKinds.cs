using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Tokens;
using Periop.Server.Access;
using Xunit;

namespace Periop.Server.Tests.Access;

/// <summary>Whose token lets in, and how long.</summary>
public sealed class TokensOfAllKinds(PeriopHost host, TestDatabases databases) : IClassFixture<PeriopHost>
{
    const string Unsaid = "";

    readonly TestHospital hospital = host.NewHospital();

    [Theory]
    [InlineData("nowhere")]
    [InlineData("H001")]
    [InlineData("")]
    public async Task A_token_of_an_unknown_hospital_is_answered_with_403(string unknown)
    {
        var stranger = hospital.WithToken(TokenVerb.Sign(host.Configuration, Role.All, unknown, "stranger"));
        (await stranger.GetAsync((await hospital.CaseAsync()).Path)).IsProblem(403);
        (await stranger.GetAsync("/api/board")).IsProblem(403);
        (await stranger.PostAsync("/api/cases", new { caseNumber = "X-1" })).IsProblem(403);
    }

    [Fact]
    public async Task A_token_that_has_just_ended_lets_in_at_every_door_for_as_long_as_clocks_differ()
    {
        var display = hospital.WithToken(Tokens.Sign(host.Configuration, hospital.Id, TimeSpan.FromSeconds(-10), "display"));
        (await display.GetAsync("/api/board")).Is(200);
        await using var stream = await EventStream.OpenAsync(display);
        Assert.Equal("snapshot", (await stream.NextAsync()).Type);
    }

    [Fact]
    public async Task A_token_that_has_ended_a_minute_ago_lets_in_at_no_door()
    {
        var display = hospital.WithToken(Tokens.Sign(host.Configuration, hospital.Id, TimeSpan.FromMinutes(-1), "display"));
        (await display.GetAsync("/api/board")).IsProblem(401);
        (await display.GetAsync("/api/board/stream")).IsProblem(401);
    }

    [Fact]
    public async Task A_token_that_ends_in_the_far_future_opens_a_stream()
    {
        var display = Saying(("exp", 1_000_000_000_000_000_000));
        await using var stream = await EventStream.OpenAsync(display);
        Assert.Equal("snapshot", (await stream.NextAsync()).Type);
    }

    public static TheoryData<string> NoEnds => ["-5", "0", "\"soon\"", Unsaid, "1e400", "-1000000000000000000"];

    [Theory]
    [MemberData(nameof(NoEnds))]
    public async Task A_token_without_an_end_ahead_lets_nobody_in(string end)
    {
        var display = Saying(("exp", Claim(end)));
        (await display.GetAsync("/api/board")).IsProblem(401);
        (await display.GetAsync("/api/board/stream")).IsProblem(401);
    }

    [Fact]
    public async Task A_stream_that_may_not_begin_any_more_is_answered_with_401()
    {
        await using var late = new PeriopHost(databases);
        await late.StartAsync(await databases.CopyAsync(), web => web.ConfigureTestServices(services =>
            services.PostConfigure<JwtBearerOptions>(JwtBearerDefaults.AuthenticationScheme, bearer =>
            {
                var judge = bearer.Events.OnTokenValidated;
                bearer.Events.OnTokenValidated = validated =>
                {
                    validated.Properties.ExpiresUtc = DateTimeOffset.UnixEpoch;     // it has ended since it was found valid
                    return judge(validated);
                };
            })));
        var answer = (await late.NewHospital().Display.GetAsync("/api/board/stream")).IsProblem(401);
        Assert.NotNull(answer.Header("WWW-Authenticate"));
    }

    [Fact]
    public async Task A_stream_that_ends_with_its_token_is_no_fault()
    {
        await using var watched = new PeriopHost(databases);
        var said = new SaidInTheLog();
        await watched.StartAsync(await databases.CopyAsync(), said.Listen);
        var place = watched.NewHospital();
        await using (await EventStream.OpenAsync(place.Display))
        {
            // the first stream of a host takes longest, and may take longer than the token lives
        }

        var display = place.WithToken(Tokens.Sign(watched.Configuration, place.Id, TokenLife.Grace * -1 + TimeSpan.FromSeconds(4), "display"));
        await using var stream = await EventStream.OpenAsync(display);
        Assert.Equal("snapshot", (await stream.NextAsync()).Type);
        await stream.EndsAsync();
        Assert.Empty(said.Faults);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(-1)]
    public void What_is_left_of_a_token_can_be_told_of_every_end(int sign)
    {
        var now = new DateTimeOffset(2026, 3, 2, 6, 0, 0, TimeSpan.Zero);
        Assert.Equal(TimeSpan.FromDays(20), TokenLife.Left(DateTimeOffset.MaxValue, now));
        Assert.True(TokenLife.Left(DateTimeOffset.MinValue, now) < TimeSpan.Zero);
        Assert.Equal(TimeSpan.Zero, TokenLife.Left(null, now));
        Assert.Equal(TokenLife.Grace + TimeSpan.FromSeconds(sign), TokenLife.Left(now.AddSeconds(sign), now));
    }

    public static TheoryData<string> NoSubjects =>
    [
        Unsaid, "\"\"", "\" \"", "\" nurse\"", "\"or\\u00a0nurse\"", "\"or\\u0000nurse\"", "\"nurse\\n\"", "\"nurse\\u200b\"", "[\"one\", \"other\"]",
        $"\"{new string('n', 129)}\"",
    ];

    [Theory]
    [MemberData(nameof(NoSubjects))]
    public async Task A_token_that_does_not_say_of_whom_it_is_lets_nobody_in(string subject)
    {
        var someone = Saying(("sub", Claim(subject)));
        (await someone.GetAsync("/api/board")).IsProblem(401);
        (await someone.GetAsync("/api/board/stream")).IsProblem(401);
    }

    public static TheoryData<string> Subjects =>
        ["7", "auth0|5f7c8ec7c33c6c004bbafe82", "anna@periop.example", "Zoë.Müller-42", "CN=Anna Meier, OU=OR", "麻酔", new string('n', 128)];

    [Theory]
    [MemberData(nameof(Subjects))]
    public async Task Whoever_is_named_by_visible_characters_gets_in(string subject)
    {
        (await Saying(("sub", subject)).GetAsync("/api/board")).Is(200);
        var entries = (await hospital.Auditor.GetAsync("/api/access-log?subject=" + Uri.EscapeDataString(subject))).Is(200).Items;
        Assert.Single(entries);
    }

    [Fact]
    public async Task A_token_of_two_hospitals_is_of_none() =>
        (await Saying(("hospital", new JsonArray(hospital.Id, host.NewHospital().Id))).GetAsync("/api/board")).IsProblem(403);

    [Fact]
    public async Task A_token_is_believed_when_it_is_signed_as_identity_providers_sign()
    {
        using var rsa = RSA.Create(2048);
        using var curve = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var other = ECDsa.Create(ECCurve.NamedCurves.nistP384);
        SecurityKey[] keys = [new RsaSecurityKey(rsa), new ECDsaSecurityKey(curve), new ECDsaSecurityKey(other)];
        await using var trusting = new PeriopHost(databases);
        await trusting.StartAsync(await databases.CopyAsync(), web => web.ConfigureTestServices(services => services.PostConfigure<JwtBearerOptions>(
            JwtBearerDefaults.AuthenticationScheme, bearer => bearer.TokenValidationParameters.IssuerSigningKeys = keys)));
        var place = trusting.NewHospital();
        foreach (var (key, algorithm, status) in new[]
        {
            (0, SecurityAlgorithms.RsaSha256, 200), (0, SecurityAlgorithms.RsaSsaPssSha256, 200), (1, SecurityAlgorithms.EcdsaSha256, 200),
            (0, SecurityAlgorithms.RsaSha512, 401), (0, SecurityAlgorithms.RsaSsaPssSha384, 401), (2, SecurityAlgorithms.EcdsaSha384, 401),
        })
        {
            var token = Tokens.Sign(
                new SecurityTokenDescriptor { SigningCredentials = new(keys[key], algorithm) }, place.Id, TimeSpan.Zero, TimeSpan.FromMinutes(1), "display");
            (await place.WithToken(token).GetAsync("/api/board")).Is(status);
        }
    }

    [Theory]
    [InlineData("Development", "RS256 ES256 PS256 HS256")]
    [InlineData("Production", "RS256 ES256 PS256")]
    public async Task A_key_that_two_know_signs_in_development_alone(string environment, string algorithms)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = environment });
        builder.Configuration["StateFolder"] = databases.StateFolder;
        builder.AddAccess();
        await using var services = builder.Services.BuildServiceProvider();
        var bearer = services.GetRequiredService<IOptionsMonitor<JwtBearerOptions>>().Get(JwtBearerDefaults.AuthenticationScheme);
        Assert.Equal(algorithms.Split(' '), bearer.TokenValidationParameters.ValidAlgorithms);
    }

    static JsonNode? Claim(string json) => json == Unsaid ? null : JsonNode.Parse(json);

    Person Saying(params (string Claim, JsonNode? Value)[] claims) => hospital.WithToken(Tokens.Saying(host.Configuration, hospital.Id, claims));
}
