using System.Text;
using Xunit;

namespace Periop.Server.Tests.Access;

/// <summary>For every way into the interface a request that succeeds when it is allowed.</summary>
static class AllowedRequests
{
    /// <summary>Everything but the commands of a case, with requests that succeed when they are allowed, in this order.</summary>
    public static async Task<IReadOnlyList<(string Operation, int Success, Func<Person, Task<Answer>> Send)>> OfAsync(
        TestHospital hospital, TestCase surgicalCase)
    {
        (await hospital.Scheduler.SendAsync(HttpMethod.Put, "/api/patients/p-1", Json("{}"))).Is(200);
        var recall = (await hospital.Quality.PostAsync("/api/implants/recalls", new { lots = new[] { "A1" }, notice = "N-1" })).Is(201).Header("Location")!;
        const string Campaigns = "/api/implants/recalls/campaigns";
        var (affected, _) = await hospital.PlacedAsync(Devices.Scanned("A1"));
        await hospital.Host.SettledAsync();
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

    static StringContent Json(string text) => new(text, Encoding.UTF8, "application/json");
}
