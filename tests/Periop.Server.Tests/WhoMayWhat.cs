using System.Text;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Periop.Server.Access;
using Xunit;

namespace Periop.Server.Tests;

public sealed class WhoMayWhat(PeriopHost host) : IClassFixture<PeriopHost>, IAsyncLifetime
{
    static readonly string[] ReadsOfCases = ["GET /api/cases", "GET /api/cases/{caseId}", "GET /api/cases/{caseId}/timeline", "GET /api/cases/{caseId}/codes"];
    static readonly string[] Boards = ["GET /api/board", "GET /api/board/stream", "GET /api/board/rows"];
    static readonly string[] Recalls =
        [
            "GET /api/implants/recalls", "POST /api/implants/recalls", "GET /api/implants/recalls/{recallId}", "DELETE /api/implants/recalls/{recallId}",
            "GET /api/implants/recalls/campaigns", "GET /api/implants/recalls/campaigns/{notice}",
            "POST /api/implants/recalls/campaigns/{notice}/cases/{caseId}/closures",
        ];

    static readonly string[] Definitions =
        [
            "GET /api/audit/definitions", "GET /api/audit/definitions/{id}/versions/{version}", "PUT /api/audit/definitions/{id}/versions/{version}",
            "GET /api/audit/risk-models", "GET /api/audit/risk-models/{id}/versions/{version}", "PUT /api/audit/risk-models/{id}/versions/{version}",
        ];

    static readonly string[] Audit =
        ["GET /api/register/deviations",
            "GET /api/audit/rates", "GET /api/audit/funnel", "GET /api/audit/cusum", "GET /api/audit/chart", "GET /api/audit/changes",
            "GET /api/audit/definitions/{id}/comparison", "GET /api/register/outcomes", "GET /api/register/complications",
            "GET /api/register/follow-ups/due"];

    static readonly string[] SecondSources =
        [
            "GET /api/audit/second-sources", "PUT /api/audit/second-sources/{name}", "GET /api/audit/reconciliation", "GET /api/audit/reconciliation/cases",
        ];

    static readonly string[] RecordKeeping = ["GET /api/audit/record-keeping", "GET /api/audit/record-keeping/entries"];

    static readonly string[] Coding = ["GET /api/codes", "GET /api/codes/summary"];

    static readonly string[] Benefits = ["GET /api/audit/benefits", "GET /api/audit/benefits/cases"];

    /// <summary>What every role may that may open a case.</summary>
    static readonly string[] OfThemselves = ["GET /api/sitting"];

    /// <summary>
    /// What each role may besides recording into a case, written from the contract and not from the program. A role that does not stand
    /// here may nothing.
    /// </summary>
    static readonly Dictionary<string, string[]> May = new()
    {
        ["or-staff"] =
            [.. ReadsOfCases, .. Boards, "POST /api/cases", "PUT /api/patients/{patientRef}", "GET /api/patients/{patientRef}", "GET /api/implants",
                "POST /api/cases/{caseId}/moves"],
        ["scheduler"] =
            [.. ReadsOfCases, .. Boards, "POST /api/cases", "PUT /api/patients/{patientRef}", "GET /api/patients/{patientRef}", "POST /api/imports/cases",
                "POST /api/imports/{importId}/retraction", "GET /api/audit/times"],
        ["quality"] =
            [.. ReadsOfCases, .. Boards, "GET /api/patients/{patientRef}", "GET /api/implants", .. Recalls, "GET /api/register/corrections", .. Coding,
                "GET /api/audit/times", .. Definitions, .. Audit, .. SecondSources, .. Benefits, .. RecordKeeping],
        ["coder"] = [.. ReadsOfCases, .. Boards, .. Coding],
        ["auditor"] = [.. ReadsOfCases, .. Boards, "GET /api/access-log", "GET /api/maskings", "GET /api/register/corrections"],
        ["admin"] = [.. ReadsOfCases, .. Boards, "DELETE /api/patients/{patientRef}", "GET /api/maskings", "GET /api/displays"],
        ["display"] = [.. Boards],
        ["operations"] = ["GET /metrics", "GET /api/displays", "POST /api/displays", "DELETE /api/displays/{displayId}"],
    };

    /// <summary>All that the program knows, whoever adds one.</summary>
    static readonly string[] Roles = [.. typeof(Role).GetFields().Where(f => f.IsLiteral).Select(f => (string)f.GetRawConstantValue()!)];

    readonly TestHospital hospital = host.NewHospital();
    TestCase surgicalCase = null!;

    public async ValueTask InitializeAsync() => surgicalCase = await hospital.CaseAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    public static TheoryData<string> AnyRole => [.. Roles];

    [Fact]
    public void Every_role_that_may_something_is_one_of_the_program() => Assert.Subset(Roles.ToHashSet(), May.Keys.ToHashSet());

    [Fact]
    public void A_token_can_be_printed_for_every_role() => Assert.Equal(Roles.Order(StringComparer.Ordinal), Role.All.Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(AnyRole))]
    public async Task A_role_may_what_is_named_for_it_and_nothing_else(string role)
    {
        var person = hospital.As(role);
        foreach (var (operation, success, send) in await RequestsAsync())
        {
            var (answer, entries) = await Entered.ByAsync(hospital, () => send(person));
            if (May.GetValueOrDefault(role, []).Concat(Role.CaseReaders.Contains(role) ? OfThemselves : []).Contains(operation))
                answer.Is(success);
            else
                answer.IsProblem(403);
            Assert.Equal(EntriesOf(operation, answer), entries.Count);
            Assert.All(entries, entry => Assert.Equal($"{answer.Status}", Entered.Text(entry, "outcome")));
            Assert.DoesNotContain("unknown", entries.Select(entry => Entered.Text(entry, "action")));
        }
    }

    [Theory]
    [MemberData(nameof(Command.Rows), MemberType = typeof(Command))]
    public async Task A_command_is_for_its_roles_alone(int index)
    {
        var command = Command.All[index];
        var (inOperation, fill) = await hospital.CaseWithTargetsAsync();
        var body = fill(command.Full(Guid.NewGuid(), hospital.Now).ToJsonString());
        foreach (var role in Roles)
        {
            var (answer, entry) = await Entered.OnceAsync(hospital, () => hospital.As(role).PostAsync($"{inOperation.Path}/{fill(command.Path)}", body));
            Assert.Equal((command.Path.Split('/')[^1], $"{inOperation.Id}"), (Entered.Text(entry, "action"), Entered.Text(entry, "caseId")));
            if (command.AllowedRoles.Contains(role))
                answer.Is(200);     // recorded by the first, a repeat by the others
            else
                answer.IsProblem(403);
        }
    }

    [Fact]
    public async Task A_new_role_is_denied_everything_until_it_is_named()
    {
        var newcomer = hospital.Named("newcomer", "new-role");
        Assert.NotEmpty(Routes());
        foreach (var (method, path, takes) in Routes())
            (await newcomer.SendAsync(new HttpMethod(method), Filled(path), takes is null ? null : new StringContent("{}", Encoding.UTF8, takes)))
                .IsProblem(403);
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/json; charset=utf-16")]
    [InlineData(null)]
    public async Task Who_may_not_send_anything_is_not_told_how_to_send_it(string? type)
    {
        foreach (var (method, path, _) in Routes().Where(r => r.Takes is not null))
        {
            using var content = new ByteArrayContent("{}"u8.ToArray());
            if (type is not null)
                content.Headers.TryAddWithoutValidation("Content-Type", type);
            (await hospital.Display.SendAsync(new HttpMethod(method), Filled(path), content)).IsProblem(403);
        }
    }

    [Fact]
    public async Task A_request_that_is_refused_for_its_shape_leaves_one_entry()
    {
        var everybody = hospital.Named("everybody", Roles);
        foreach (var (method, path, takes) in Routes())
        {
            var filled = Filled(path);
            await RefusedAsync(400, new HttpMethod(method), $"{filled}?twice=1&twice=2", Body(takes, "{}"));
            if (path.Contains("{caseId}", StringComparison.Ordinal) && takes is null)
                await RefusedAsync(404, new HttpMethod(method), filled.Replace($"{surgicalCase.Id}", "malformed"), Body(takes, "{}"));
            if (takes is null)
                continue;
            await RefusedAsync(415, new HttpMethod(method), filled, Body("application/xml", "<a/>"));
            await RefusedAsync(400, new HttpMethod(method), filled, Body(takes, "{"));
            if (takes == "application/json" && method == "POST")
                await RefusedAsync(413, new HttpMethod(method), filled, Body(takes, $$"""{"note":"{{new string('n', 80_000)}}"}"""));
        }

        async Task RefusedAsync(int status, HttpMethod method, string path, HttpContent? content)
        {
            var (answer, entry) = await Entered.OnceAsync(hospital, () => everybody.SendAsync(method, path, content));
            answer.IsProblem(status);
            Assert.Equal("everybody", Entered.Text(entry, "subject"));
            Assert.NotEqual("unknown", Entered.Text(entry, "action"));
            Assert.Equal(path.Contains($"/cases/{surgicalCase.Id}", StringComparison.Ordinal) ? $"{surgicalCase.Id}" : null, Entered.Text(entry, "caseId"));
            Assert.Equal(path.Contains("/patients/p-1", StringComparison.Ordinal) ? "p-1" : null, Entered.Text(entry, "patientRef"));
        }
    }

    [Theory]
    [InlineData("PATCH", "/api/cases/{case}", 405)]
    [InlineData("GET", "/api/cases/{case}/incision", 405)]
    [InlineData("DELETE", "/api/board", 405)]
    [InlineData("GET", "/api/nothing", 404)]
    [InlineData("POST", "/api/nothing/%F0%9F", 404)]
    [InlineData("GET", "/api", 404)]
    public async Task What_is_no_operation_leaves_one_entry_that_says_what_was_tried(string method, string path, int status)
    {
        var filled = path.Replace("{case}", $"{surgicalCase.Id}");
        var (_, entry) = await Entered.OnceAsync(hospital, () => hospital.Nurse.SendAsync(new HttpMethod(method), filled, null));
        Assert.Equal(("unknown", $"{status}"), (Entered.Text(entry, "action"), Entered.Text(entry, "outcome")));
        Assert.Equal(path == filled ? null : $"{surgicalCase.Id}", Entered.Text(entry, "caseId"));
        Assert.Equal((method, filled), (Entered.Text(entry["question"]!, "method"), Entered.Text(entry["question"]!, "path")));
    }

    [Fact]
    public async Task Every_route_is_asked_of_every_role() => Assert.Equal(
        Routes().Select(r => $"{r.Method} {r.Path}").Order(StringComparer.Ordinal),
        (await RequestsAsync()).Select(r => r.Operation).Where(o => o != "GET /metrics")
            .Concat(Command.All.Select(c => c.Path.Replace("{complication}", "{targetEntryId}").Replace("{entry}", "{targetEntryId}"))
                .Select(path => $"POST /api/cases/{{caseId}}/{path}").Distinct())
            .Order(StringComparer.Ordinal));

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
        await Eventually.BecomesAsync(() => hospital.Display.GetAsync("/api/board"), Shows, "its own hospital's board shows it");
        Assert.True(Shows(await hospital.Auditor.GetAsync("/api/access-log")));
        Assert.Empty((await stranger.Nurse.GetAsync("/api/cases")).Is(200).Items);
        Assert.False(Shows(await stranger.Nurse.GetAsync("/api/board")));
        Assert.False(Shows(await stranger.Auditor.GetAsync("/api/access-log")));

        bool Shows(Answer answer) => answer.Is(200).Text.Contains($"{surgicalCase.Id}", StringComparison.Ordinal);
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
    public async Task An_unknown_path_is_answered_with_404(string method, string path) =>
        (await hospital.Everyone.SendAsync(new HttpMethod(method), path.Replace("{case}", $"{surgicalCase.Id}"), null)).IsProblem(404);

    /// <summary>Everything but the commands of a case, with requests that succeed when they are allowed, in this order.</summary>
    async Task<IReadOnlyList<(string Operation, int Success, Func<Person, Task<Answer>> Send)>> RequestsAsync()
    {
        (await hospital.Scheduler.SendAsync(HttpMethod.Put, "/api/patients/p-1", Json("{}"))).Is(200);
        var recall = (await hospital.Quality.PostAsync("/api/implants/recalls", new { lots = new[] { "A1" }, notice = "N-1" })).Is(201).Header("Location")!;
        const string Campaigns = "/api/implants/recalls/campaigns";
        var (affected, _) = await hospital.PlacedAsync(Devices.Scanned("A1"));
        await host.SettledAsync();
        return
        [
            ("GET /api/cases", 200, p => p.GetAsync("/api/cases")),
            ("GET /api/cases/{caseId}", 200, p => p.GetAsync(surgicalCase.Path)),
            ("GET /api/cases/{caseId}/timeline", 200, p => p.GetAsync($"{surgicalCase.Path}/timeline")),
            ("GET /api/cases/{caseId}/codes", 200, p => p.GetAsync($"{surgicalCase.Path}/codes")),
            ("GET /api/sitting", 200, p => p.GetAsync("/api/sitting")),
            ("GET /api/board", 200, p => p.GetAsync("/api/board")),
            ("GET /api/board/stream", 200, p => OpenedAsync(p, "/api/board/stream")),
            ("GET /api/board/rows", 200, p => OpenedAsync(p, "/api/board/rows")),
            ("POST /api/cases", 201, p => p.PostAsync("/api/cases", new { caseNumber = Story.NewNumber() })),
            ("POST /api/imports/{importId}/retraction", 404, p => p.PostAsync($"/api/imports/{Guid.NewGuid()}/retraction", new { reason = "wrong" })),
            ("POST /api/imports/cases", 200,
                p => p.SendAsync(HttpMethod.Post, "/api/imports/cases", new StringContent("caseNumber\nI-1\n", Encoding.UTF8, "text/csv"))),
            ("PUT /api/patients/{patientRef}", 200, p => p.SendAsync(HttpMethod.Put, "/api/patients/p-1", Json("{}"))),
            ("GET /api/patients/{patientRef}", 200, p => p.GetAsync("/api/patients/p-1")),
            ("DELETE /api/patients/{patientRef}", 204, p => p.SendAsync(HttpMethod.Delete, "/api/patients/p-1?reason=as+asked", null)),
            ("GET /api/maskings", 200, p => p.GetAsync("/api/maskings")),
            ("GET /api/implants", 200, p => p.GetAsync("/api/implants?lot=A1")),
            ("GET /api/implants/recalls", 200, p => p.GetAsync("/api/implants/recalls")),
            ("POST /api/implants/recalls", 201, p => p.PostAsync("/api/implants/recalls", new { lots = new[] { "A2" } })),
            ("GET /api/implants/recalls/{recallId}", 200, p => p.GetAsync(recall)),
            ("GET /api/implants/recalls/campaigns", 200, p => p.GetAsync(Campaigns)),
            ("GET /api/implants/recalls/campaigns/{notice}", 200, p => p.GetAsync($"{Campaigns}/N-1")),
            ("POST /api/implants/recalls/campaigns/{notice}/cases/{caseId}/closures", 200,
                p => p.PostAsync($"{Campaigns}/N-1/cases/{affected.Id}/closures", new { outcome = "informed", reason = "by telephone" })),
            ("DELETE /api/implants/recalls/{recallId}", 200, p => p.SendAsync(HttpMethod.Delete, recall, null)),
            ("GET /api/access-log", 200, p => p.GetAsync("/api/access-log")),
            ("GET /api/codes/summary", 200, p => p.GetAsync("/api/codes/summary")),
            ("GET /api/codes", 200, p => p.GetAsync("/api/codes")),
            ("GET /api/register/corrections", 200, p => p.GetAsync("/api/register/corrections")),
            ("GET /api/register/complications", 200, p => p.GetAsync("/api/register/complications")),
            ("GET /api/register/follow-ups/due", 200, p => p.GetAsync("/api/register/follow-ups/due")),
            ("GET /api/register/outcomes", 200, p => p.GetAsync("/api/register/outcomes")),
            ("GET /api/audit/times", 200, p => p.GetAsync("/api/audit/times?metric=turnover")),
            ("GET /api/audit/rates", 404, p => p.GetAsync("/api/audit/rates?definition=none")),
            ("GET /api/audit/funnel", 404, p => p.GetAsync("/api/audit/funnel?definition=none")),
            ("GET /api/audit/cusum", 404, p => p.GetAsync("/api/audit/cusum?definition=none")),
            ("GET /api/audit/chart", 404, p => p.GetAsync("/api/audit/chart?definition=none")),
            ("GET /api/audit/changes", 404, p => p.GetAsync($"/api/audit/changes?definition=none&since={hospital.Now:yyyy-MM-ddTHH:mm:ssZ}")),
            ("GET /api/audit/definitions/{id}/comparison", 404, p => p.GetAsync("/api/audit/definitions/none/comparison")),
            ("GET /api/register/deviations", 200, p => p.GetAsync("/api/register/deviations")),
            ("POST /api/cases/{caseId}/moves", 409, p => p.PostAsync($"{surgicalCase.Path}/moves", new
            {
                targetEntryIds = new[] { surgicalCase.Id }, toCaseId = Guid.NewGuid(), reason = "wrong screen",
            })),
            ("PUT /api/audit/definitions/{id}/versions/{version}", 201,
                p => p.SendAsync(HttpMethod.Put, "/api/audit/definitions/death/versions/1", Json(
                    """{"kind":"death","title":"Death","window":{"days":30},"anchor":"first-incision","evidence":"seen-alive-after-close","source":"own"}"""))),
            ("GET /api/audit/definitions", 200, p => p.GetAsync("/api/audit/definitions")),
            ("GET /api/audit/definitions/{id}/versions/{version}", 200, p => p.GetAsync("/api/audit/definitions/death/versions/1")),
            ("PUT /api/audit/risk-models/{id}/versions/{version}", 201,
                p => p.SendAsync(HttpMethod.Put, "/api/audit/risk-models/own/versions/1", Json("""{"intercept":-3.68,"coefficients":{"age":0.077}}"""))),
            ("GET /api/audit/risk-models", 200, p => p.GetAsync("/api/audit/risk-models")),
            ("GET /api/audit/risk-models/{id}/versions/{version}", 200, p => p.GetAsync("/api/audit/risk-models/own/versions/1")),
            ("GET /api/audit/record-keeping", 200, p => p.GetAsync("/api/audit/record-keeping?metric=prompt-recording")),
            ("GET /api/audit/record-keeping/entries", 200, p => p.GetAsync("/api/audit/record-keeping/entries?metric=stops-overridden")),
            ("GET /api/audit/second-sources", 200, p => p.GetAsync("/api/audit/second-sources")),
            ("PUT /api/audit/second-sources/{name}", 201, p => p.SendAsync(
                HttpMethod.Put, "/api/audit/second-sources/coding", new StringContent("caseNumber,kind\nA 1,death\n", Encoding.UTF8, "text/csv"))),
            ("GET /api/audit/reconciliation", 404, p => p.GetAsync("/api/audit/reconciliation?definition=none&source=coding")),
            ("GET /api/audit/reconciliation/cases", 404, p => p.GetAsync("/api/audit/reconciliation/cases?definition=none&source=coding")),
            ("GET /api/audit/benefits", 200, p => p.GetAsync("/api/audit/benefits?measure=pain")),
            ("GET /api/audit/benefits/cases", 200, p => p.GetAsync("/api/audit/benefits/cases?measure=pain")),
            ("GET /api/displays", 200, p => p.GetAsync("/api/displays")),
            ("POST /api/displays", 404, p => p.PostAsync("/api/displays", new { code = "2222-2222", name = "OR wall" })),
            ("DELETE /api/displays/{displayId}", 404, p => p.SendAsync(HttpMethod.Delete, $"/api/displays/{Guid.NewGuid()}", null)),
            ("GET /metrics", 200, p => p.GetAsync("/metrics")),
        ];
    }

    /// <summary>The beginning of a live board's answer; the rest never ends.</summary>
    static async Task<Answer> OpenedAsync(Person person, string path)
    {
        using var response = await person.OpenAsync(path);
        if (!response.IsSuccessStatusCode)
            return await Answer.OfAsync(response);
        Assert.Equal("text/event-stream", response.Content.Headers.ContentType!.MediaType);
        return new Answer($"GET {path}", (int)response.StatusCode, [], Array.Empty<string>().ToLookup(_ => ""));
    }

    /// <summary>The routes of the interface, as the program has them, with the type of content that each takes.</summary>
    (string Method, string Path, string? Takes)[] Routes() =>
    [
        .. from endpoint in host.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
           let path = endpoint.RoutePattern.RawText!.Replace(":guid", "").TrimEnd('/')
           where path.StartsWith("/api", StringComparison.Ordinal)
           from method in endpoint.Metadata.GetRequiredMetadata<HttpMethodMetadata>().HttpMethods
           select (method, path, endpoint.Metadata.GetMetadata<IAcceptsMetadata>()?.ContentTypes[0]),
    ];

    string Filled(string path) => path
        .Replace("{caseId}", $"{surgicalCase.Id}").Replace("{targetEntryId}", $"{surgicalCase.Id}")
        .Replace("{patientRef}", "p-1").Replace("{recallId}", $"{Guid.NewGuid()}").Replace("{importId}", $"{Guid.NewGuid()}")
        .Replace("{displayId}", $"{Guid.NewGuid()}").Replace("{name}", "coding").Replace("{id}", "death").Replace("{version}", "1");

    /// <summary>A file of cases has an entry for its row besides.</summary>
    static int EntriesOf(string operation, Answer answer) =>
        operation == "GET /metrics" ? 0 : operation == "POST /api/imports/cases" && answer.Status == 200 ? 2 : 1;

    static StringContent? Body(string? takes, string text) => takes is null ? null : new StringContent(text, Encoding.UTF8, takes);

    static StringContent Json(string text) => new(text, Encoding.UTF8, "application/json");
}
