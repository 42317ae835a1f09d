using System.Text;
using Xunit;

namespace Periop.Server.Tests.Access;

/// <summary>What is answered, and entered, before anything is done.</summary>
public sealed class RefusedBefore(PeriopHost host) : IClassFixture<PeriopHost>, IAsyncLifetime
{
    readonly TestHospital hospital = host.NewHospital();
    TestCase surgicalCase = null!;

    public async ValueTask InitializeAsync() => surgicalCase = await hospital.CaseAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task A_new_role_is_denied_everything_until_it_is_named()
    {
        var newcomer = hospital.Named("newcomer", "new-role");
        Assert.NotEmpty(host.ApiRoutes());
        foreach (var (method, path, takes, _) in host.ApiRoutes())
            (await newcomer.SendAsync(new HttpMethod(method), Filled(path), takes is null ? null : new StringContent("{}", Encoding.UTF8, takes)))
                .IsProblem(403);
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/json; charset=utf-16")]
    [InlineData(null)]
    public async Task Who_may_not_send_anything_is_not_told_how_to_send_it(string? type)
    {
        foreach (var (method, path, _, _) in host.ApiRoutes().Where(route => route.Takes is not null))
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
        var everybody = hospital.Named("everybody", WhoMayWhat.Roles);
        foreach (var (method, path, takes, _) in host.ApiRoutes())
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
    public async Task An_unknown_path_tells_nothing_to_someone_without_a_token() => (await hospital.WithToken(null).GetAsync("/api/nothing")).IsProblem(401);

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

    string Filled(string path) => path
        .Replace("{caseId}", $"{surgicalCase.Id}").Replace("{targetEntryId}", $"{surgicalCase.Id}")
        .Replace("{patientRef}", "p-1").Replace("{recallId}", $"{Guid.NewGuid()}").Replace("{importId}", $"{Guid.NewGuid()}")
        .Replace("{displayId}", $"{Guid.NewGuid()}").Replace("{name}", "coding").Replace("{id}", "death").Replace("{version}", "1");

    static StringContent? Body(string? takes, string text) => takes is null ? null : new StringContent(text, Encoding.UTF8, takes);
}
