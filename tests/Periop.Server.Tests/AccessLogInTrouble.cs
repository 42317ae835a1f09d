using System.Text;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Periop.Server.Access;
using Xunit;

namespace Periop.Server.Tests;

/// <summary>What is answered when the access log, or the record, cannot be written, and what is not entered one by one.</summary>
public sealed class AccessLogInTrouble(TestDatabases databases) : IAsyncLifetime
{
    const string Away = "create or replace function periop.is_away() returns trigger language plpgsql as 'begin raise ''away'' using errcode = ''57P03''; end'";

    readonly PeriopHost host = new(databases);
    readonly SaidInTheLog said = new();
    TestHospital hospital = null!;

    public async ValueTask InitializeAsync()
    {
        await host.StartAsync(await databases.CopyAsync(), said.Listen);
        hospital = host.NewHospital();
        await host.SqlAsync(Away);
    }

    public ValueTask DisposeAsync() => host.DisposeAsync();

    [Fact]
    public async Task What_cannot_be_entered_is_not_answered()
    {
        var surgicalCase = await hospital.CaseAsync();
        await host.SqlAsync("create trigger away before insert on periop_access.mt_doc_accessentry for each row execute function periop.is_away()");
        foreach (var request in Requests(role => hospital.As(role), surgicalCase.Path))
        {
            var answer = (await request()).IsProblem(503);
            Assert.NotNull(answer.Header("Retry-After"));
            Assert.DoesNotContain($"{surgicalCase.Id}", answer.Text, StringComparison.Ordinal);
        }

        (await hospital.WithToken(null).GetAsync(surgicalCase.Path)).IsProblem(401);
    }

    [Fact]
    public async Task What_cannot_be_written_is_entered_as_what_it_came_to()
    {
        var surgicalCase = await hospital.CaseAsync();
        await host.SqlAsync("create trigger away before insert on periop_events.mt_events for each row execute function periop.is_away()");
        var (answer, entry) = await Entered.OnceAsync(hospital, () => hospital.Nurse.PostAsync($"{surgicalCase.Path}/room-ready", "{}"));
        answer.IsProblem(503);
        Assert.Equal(("room-ready", $"{surgicalCase.Id}"), (Entered.Text(entry, "action"), Entered.Text(entry, "caseId")));
    }

    [Fact]
    public async Task What_comes_without_a_valid_token_or_from_an_unknown_hospital_is_counted_and_not_entered()
    {
        var stranger = hospital.WithToken(TokenVerb.Sign(host.Configuration, [Role.Auditor], "nowhere", "stranger"));
        for (var i = 0; i < 3; i++)
            (await hospital.WithToken(null).GetAsync("/api/board")).IsProblem(401);
        (await hospital.WithToken("garbage").PostAsync("/api/cases", "{}")).IsProblem(401);
        (await stranger.GetAsync("/api/access-log")).IsProblem(403);
        Assert.Equal(0L, await host.SqlAsync("select count(*) from periop_access.mt_doc_accessentry"));
        host.Clock.Advance(TimeSpan.FromMinutes(1));
        await Eventually.BecomesAsync(
            () => Task.FromResult(said.Of<RefusedRequests>()),
            lines => lines is [var line] && line.StartsWith("5 requests from unknown", StringComparison.Ordinal), "they are told in one line");
        Assert.Contains("periop_access_refused", (await hospital.As("operations").GetAsync("/metrics")).Is(200).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task On_the_wire_it_is_the_same()
    {
        var surgicalCase = await hospital.CaseAsync();
        var tokens = new[] { "or-staff", "display" }.ToDictionary(role => role, role => TokenVerb.Sign(host.Configuration, [role], hospital.Id, "someone"));
        await host.StopAsync();
        await using var program = new OnTheWire(host);
        program.UseKestrel(0);
        program.StartServer();
        using var client = program.CreateClient();
        foreach (var request in Requests(role => new Person(client, tokens[role]), surgicalCase.Path))
            await Entered.OnceAsync(hospital, request);
        await host.SqlAsync("create trigger away before insert on periop_access.mt_doc_accessentry for each row execute function periop.is_away()");
        foreach (var request in Requests(role => new Person(client, tokens[role]), surgicalCase.Path))
            (await request()).IsProblem(503);
    }

    /// <summary>One that is answered, and others that are refused at each place where that is done.</summary>
    static Func<Task<Answer>>[] Requests(Func<string, Person> someone, string path) =>
    [
        () => someone("or-staff").GetAsync(path),
        () => someone("or-staff").GetAsync("/api/cases?format=csv&limit=0&status=lost"),
        () => someone("or-staff").GetAsync("/api/board?date=2026-03-02&date=2026-03-03"),
        () => someone("or-staff").GetAsync("/api/nothing"),
        () => someone("or-staff").SendAsync(HttpMethod.Patch, path, null),
        () => someone("or-staff").SendAsync(HttpMethod.Post, $"{path}/incision", new StringContent("now")),
        () => someone("or-staff").SendAsync(HttpMethod.Put, "/api/patients/p-1", new StringContent("{", Encoding.UTF8, "application/json")),
        () => someone("or-staff").PostAsync($"{path}/incision", "{"),
        () => someone("display").GetAsync(path),
    ];

    sealed class OnTheWire(PeriopHost host) : WebApplicationFactory<Program>
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder) => host.Configure(builder, host.ConnectionString);
    }
}
