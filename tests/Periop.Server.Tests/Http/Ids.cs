using Xunit;

namespace Periop.Server.Tests.Http;

/// <summary>Whether an id in a path is of another hospital, of nothing or no id at all is not told.</summary>
public sealed class Ids(PeriopHost host) : IClassFixture<PeriopHost>, IAsyncLifetime
{
    readonly TestHospital hospital = host.NewHospital();
    TestCase surgicalCase = null!;

    public async ValueTask InitializeAsync() => surgicalCase = await hospital.CaseInOperationAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Theory]
    [InlineData("GET", "/api/cases/{id}", null)]
    [InlineData("GET", "/api/cases/{id}/timeline", null)]
    [InlineData("GET", "/api/cases/{id}/codes", null)]
    [InlineData("POST", "/api/cases/{id}/room-ready", "{}")]
    [InlineData("POST", "/api/cases/{case}/complications/{id}/reviews", """{"decision":"confirmed","reason":"seen"}""")]
    [InlineData("POST", "/api/cases/{case}/entries/{id}/masking", """{"reason":"seen"}""")]
    [InlineData("GET", "/api/implants/recalls/{id}", null)]
    [InlineData("DELETE", "/api/implants/recalls/{id}", null)]
    [InlineData("GET", "/api/patients/{id}", null)]
    [InlineData("DELETE", "/api/patients/{id}?reason=as+asked", null)]
    public async Task An_unknown_and_a_malformed_one_cannot_be_told_apart(string method, string path, string? body)
    {
        var answers = new List<Answer>();
        foreach (var id in new[]
        {
            $"{Guid.NewGuid()}", $"{Guid.Empty}", "malformed", "17", "%01", $"{Guid.NewGuid()}%01", "%FF", "a%20b", new string('x', 500),
        })
        {
            using var content = body is null ? null : new StringContent(body, System.Text.Encoding.UTF8, "application/json");
            answers.Add(await hospital.Everyone.SendAsync(
                new HttpMethod(method), path.Replace("{case}", $"{surgicalCase.Id}").Replace("{id}", id), content));
        }

        Assert.All(answers, a => a.IsProblem(404, "not-found"));
        Assert.Single(answers.Select(a => a.WithoutTrace()).Distinct());
    }

    [Theory]
    [InlineData("GET", "/api/cases/malformed", "case")]
    [InlineData("GET", "/api/cases/malformed/timeline", "timeline")]
    [InlineData("POST", "/api/cases/malformed/room-ready", "room-ready")]
    [InlineData("GET", "/api/implants/recalls/malformed", "recall")]
    [InlineData("DELETE", "/api/implants/recalls/malformed", "recall-end")]
    [InlineData("GET", "/api/patients/mal%20formed", "patient")]
    public async Task Who_asked_for_a_malformed_one_stands_in_the_access_log(string method, string path, string action)
    {
        var person = hospital.Named("guesser", "or-staff", "quality");
        using var content = method == "POST" ? new StringContent("{}", System.Text.Encoding.UTF8, "application/json") : null;
        (await person.SendAsync(new HttpMethod(method), path, content)).IsProblem(404);
        var log = (await hospital.Auditor.GetAsync("/api/access-log?subject=guesser")).Is(200).Items;
        Assert.Contains(action, log.Select(entry => entry!["action"]!.GetValue<string>()));
    }

    [Fact]
    public async Task Of_a_known_case_a_wrong_method_is_told_and_of_a_malformed_one_the_same()
    {
        foreach (var id in new[] { $"{surgicalCase.Id}", $"{Guid.NewGuid()}", "malformed" })
            (await hospital.Everyone.SendAsync(HttpMethod.Put, $"/api/cases/{id}", null)).IsProblem(405);
    }

    [Fact]
    public async Task Who_may_not_ask_is_told_that_whatever_the_id()
    {
        foreach (var id in new[] { $"{surgicalCase.Id}", $"{Guid.NewGuid()}", "malformed" })
            (await hospital.Display.GetAsync($"/api/cases/{id}")).IsProblem(403);
    }
}
