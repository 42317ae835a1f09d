using System.Security.Cryptography;
using Microsoft.IdentityModel.Tokens;
using Periop.Server.Access;
using Xunit;

namespace Periop.Server.Tests;

public sealed class WhoMayWhat(PeriopHost host) : IClassFixture<PeriopHost>, IAsyncLifetime
{
    static readonly string[] Roles = ["or-staff", "scheduler", "quality", "coder", "auditor", "display", "operations", "admin"];
    static readonly string[] CaseReaders = ["or-staff", "scheduler", "quality", "coder", "auditor", "operations", "admin"];

    readonly TestHospital hospital = host.NewHospital();
    TestCase surgicalCase = null!;

    public async ValueTask InitializeAsync() => surgicalCase = await hospital.CaseAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Theory]
    [MemberData(nameof(Command.Rows), MemberType = typeof(Command))]
    public async Task A_command_is_for_its_roles_alone(int index, string name)
    {
        Assert.NotEmpty(name);
        var command = Command.All[index];
        await OnlyAsync(command.AllowedRoles,
            person => person.PostAsync($"{surgicalCase.Path}/{command.Path.Replace("{complication}", $"{Guid.NewGuid()}")}", """{"unknown":1}"""));
    }

    [Fact]
    public Task Scheduling_is_for_schedulers_and_operating_room_staff() => OnlyAsync(["scheduler", "or-staff"], person => person.PostAsync("/api/cases", "{}"));

    [Theory]
    [InlineData("/api/cases")]
    [InlineData("/api/cases/{case}")]
    [InlineData("/api/cases/{case}/timeline")]
    public Task Cases_are_for_everyone_but_displays(string path) =>
        OnlyAsync(CaseReaders, person => person.GetAsync(path.Replace("{case}", $"{surgicalCase.Id}")));

    [Fact]
    public Task The_board_is_for_everyone() => OnlyAsync(Roles, person => person.GetAsync("/api/board"));

    [Fact]
    public async Task The_live_board_is_for_everyone()
    {
        foreach (var role in Roles)
            using (var response = await hospital.As(role).OpenAsync("/api/board/stream"))
                Assert.Equal("text/event-stream", response.EnsureSuccessStatusCode().Content.Headers.ContentType!.MediaType);
    }

    [Fact]
    public Task The_access_log_is_for_auditors() => OnlyAsync(["auditor"], person => person.GetAsync("/api/access-log"));

    [Fact]
    public Task The_implant_ledger_is_for_quality_and_operating_room_staff() =>
        OnlyAsync(["quality", "or-staff"], person => person.GetAsync("/api/implants?gtin=0"));

    [Fact]
    public async Task Recalls_are_for_quality_alone()
    {
        await OnlyAsync(["quality"], person => person.GetAsync("/api/implants/recalls"));
        await OnlyAsync(["quality"], person => person.PostAsync("/api/implants/recalls", "{}"));
        var recall = (await hospital.Quality.PostAsync("/api/implants/recalls", """{"lot":"A1"}""")).Is(201).Header("Location")!;
        await OnlyAsync(["quality"], person => person.GetAsync(recall));
        await OnlyAsync(["quality"], person => person.SendAsync(HttpMethod.Delete, recall, null));
    }

    [Fact]
    public async Task A_person_with_several_roles_may_what_each_of_them_may()
    {
        var both = hospital.As("display", "auditor");
        (await both.GetAsync("/api/board")).Is(200);
        (await both.GetAsync("/api/access-log")).Is(200);
        (await both.PostAsync($"{surgicalCase.Path}/room-ready", "{}")).IsProblem(403);
    }

    [Theory]
    [InlineData("nurse")]
    [InlineData("OR-STAFF")]
    [InlineData("or-staff,quality")]
    [InlineData("")]
    public async Task A_role_that_is_none_may_nothing(string role)
    {
        var someone = hospital.Named("someone", role);
        (await someone.GetAsync(surgicalCase.Path)).IsProblem(403);
        (await someone.PostAsync($"{surgicalCase.Path}/room-ready", "{}")).IsProblem(403);
        (await someone.GetAsync("/api/board")).IsProblem(403);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("garbage")]
    [InlineData("a.b.c")]
    [InlineData("eyJhbGciOiJub25lIn0.eyJzdWIiOiJ4Iiwicm9sZXMiOlsib3Itc3RhZmYiXSwiaG9zcGl0YWwiOiJoMDAxIn0.")]
    public Task Without_a_token_that_is_one_nobody_gets_in(string? token) => NobodyGetsInAsync(token);

    [Fact]
    public Task An_expired_token_lets_nobody_in() => NobodyGetsInAsync(Token(expires: -10));

    [Fact]
    public Task A_token_that_is_not_valid_yet_lets_nobody_in() => NobodyGetsInAsync(Token(notBefore: 30, expires: 60));

    [Fact]
    public Task A_token_of_another_signer_lets_nobody_in() => NobodyGetsInAsync(Token(key: new SymmetricSecurityKey(RandomNumberGenerator.GetBytes(32))));

    [Fact]
    public Task A_token_of_another_issuer_lets_nobody_in() => NobodyGetsInAsync(Token(issuer: "elsewhere"));

    [Fact]
    public Task A_token_for_another_audience_lets_nobody_in() => NobodyGetsInAsync(Token(audience: "elsewhere"));

    [Fact]
    public async Task A_token_changed_on_its_way_lets_nobody_in()
    {
        var parts = TokenVerb.Sign(host.Configuration, ["display"], hospital.Id, "someone").Split('.');
        var other = TokenVerb.Sign(host.Configuration, ["or-staff"], hospital.Id, "someone").Split('.');
        await NobodyGetsInAsync($"{parts[0]}.{other[1]}.{parts[2]}");
    }

    [Theory]
    [InlineData("nowhere")]
    [InlineData("H001")]
    [InlineData("")]
    public async Task A_token_of_an_unknown_hospital_is_answered_with_403(string unknown)
    {
        var stranger = hospital.WithToken(TokenVerb.Sign(host.Configuration, Roles, unknown, "stranger"));
        (await stranger.GetAsync(surgicalCase.Path)).IsProblem(403);
        (await stranger.GetAsync("/api/board")).IsProblem(403);
        (await stranger.PostAsync("/api/cases", new { caseNumber = "X-1" })).IsProblem(403);
    }

    [Fact]
    public async Task An_unknown_path_tells_nothing_to_someone_without_a_token() => (await hospital.WithToken(null).GetAsync("/api/nothing")).IsProblem(401);

    [Fact]
    public async Task Another_hospitals_case_an_unknown_and_a_malformed_id_cannot_be_told_apart()
    {
        var foreign = await host.NewHospital().CaseAsync();
        string[] ids = [$"{foreign.Id}", $"{Guid.NewGuid()}", "malformed", "17", $"{surgicalCase.Id}x", "00000000-0000-0000-0000-000000000000"];
        foreach (var what in new[] { "", "/timeline", "?asOf=2026-03-02T06:00:00Z" })
            await SameAsync(id => hospital.Nurse.GetAsync($"/api/cases/{id}{what}"));
        foreach (var command in Command.All.Where(c => !c.Path.Contains('{')).Take(8))
            await SameAsync(id => hospital.Everyone.PostAsync($"/api/cases/{id}/{command.Path}", command.Least));
        await SameAsync(
            id => hospital.Quality.PostAsync($"/api/cases/{id}/complications/{Guid.NewGuid()}/reviews", """{"decision":"confirmed","reason":"seen"}"""));

        async Task SameAsync(Func<string, Task<Answer>> ask)
        {
            var answers = await Task.WhenAll(ids.Select(ask));
            Assert.All(answers, a => a.IsProblem(404));
            Assert.Single(answers.Select(a => a.WithoutTrace()).Distinct());
        }
    }

    [Fact]
    public async Task Another_hospitals_case_shows_nowhere()
    {
        var stranger = host.NewHospital();
        Assert.Empty((await stranger.Nurse.GetAsync("/api/cases")).Is(200).Items);
        Assert.DoesNotContain($"{surgicalCase.Id}", (await stranger.Nurse.GetAsync("/api/board")).Is(200).Text, StringComparison.Ordinal);
        Assert.DoesNotContain($"{surgicalCase.Id}", (await stranger.Auditor.GetAsync("/api/access-log")).Is(200).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_method_is_answered_with_405()
    {
        foreach (var method in new[] { HttpMethod.Put, HttpMethod.Delete, HttpMethod.Patch })
        {
            (await hospital.Everyone.SendAsync(method, surgicalCase.Path, null)).IsProblem(405);
            (await hospital.Everyone.SendAsync(method, "/api/cases", null)).IsProblem(405);
        }

        (await hospital.Everyone.GetAsync($"{surgicalCase.Path}/incision")).IsProblem(405);
        (await hospital.Everyone.PostAsync($"{surgicalCase.Path}/timeline", "{}")).IsProblem(405);
        (await hospital.Everyone.PostAsync("/api/board", "{}")).IsProblem(405);
    }

    [Theory]
    [InlineData("GET", "/api/nothing")]
    [InlineData("POST", "/api/cases/{case}/nothing")]
    [InlineData("GET", "/api/cases/{case}/nothing")]
    [InlineData("POST", "/api/cases/{case}/complications/malformed/reviews")]
    public async Task An_unknown_path_is_answered_with_404(string method, string path) =>
        (await hospital.Everyone.SendAsync(new HttpMethod(method), path.Replace("{case}", $"{surgicalCase.Id}"), null)).IsProblem(404);

    async Task OnlyAsync(IReadOnlyList<string> allowed, Func<Person, Task<Answer>> send)
    {
        foreach (var role in Roles)
        {
            var answer = await send(hospital.As(role));
            if (!allowed.Contains(role))
                answer.IsProblem(403);
            else
                Assert.True(answer.Status is 200 or 400, $"{role}, {answer.Request}: {answer.Status}");
        }
    }

    async Task NobodyGetsInAsync(string? token)
    {
        var someone = hospital.WithToken(token);
        (await someone.GetAsync(surgicalCase.Path)).IsProblem(401);
        (await someone.GetAsync("/api/board")).IsProblem(401);
        (await someone.GetAsync("/api/access-log")).IsProblem(401);
        (await someone.GetAsync("/api/implants")).IsProblem(401);
        (await someone.GetAsync("/api/implants/recalls")).IsProblem(401);
        (await someone.PostAsync("/api/implants/recalls", "{}")).IsProblem(401);
        (await someone.PostAsync($"{surgicalCase.Path}/room-ready", "{}")).IsProblem(401);
        (await someone.PostAsync("/api/cases", new { caseNumber = "X-1" })).IsProblem(401);
        Assert.NotNull((await someone.GetAsync("/api/board/stream")).IsProblem(401).Header("WWW-Authenticate"));
    }

    string Token(int notBefore = -60, int expires = 60, string? issuer = null, string? audience = null, SecurityKey? key = null) => Tokens.Sign(
        new SecurityTokenDescriptor
        {
            Issuer = issuer,
            Audience = audience,
            SigningCredentials = new SigningCredentials(key ?? DevelopmentKey.Load(host.Configuration), SecurityAlgorithms.HmacSha256),
        },
        hospital.Id, TimeSpan.FromMinutes(notBefore), TimeSpan.FromMinutes(expires), Roles);
}
