using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace Periop.Simulator.Tests;

/// <summary>As much of the contract as a player sees: receipts, replays, timelines, and on demand a bad day.</summary>
sealed class StubServer(TimeProvider clock) : HttpMessageHandler
{
    readonly Lock gate = new();
    readonly Dictionary<Guid, (JsonObject Receipt, string Body)> acknowledged = [];

    /// <summary>Each case's timeline; tests change it behind the server's back.</summary>
    public Dictionary<Guid, List<JsonObject>> Timelines { get; } = [];

    /// <summary>All that was received, refused or not.</summary>
    public List<(DateTimeOffset At, string Path, JsonObject Body)> Received { get; } = [];

    /// <summary>Answers in place of the server unless it returns null.</summary>
    public Func<string, JsonObject, HttpResponseMessage?> BadDay { get; set; } = (_, _) => null;

    public HttpClient Client() => new(this, disposeHandler: false) { BaseAddress = new("http://periop.example") };

    public static HttpResponseMessage Problem(HttpStatusCode status, string code, string detail = "No.", bool isStop = false)
    {
        var problem = new JsonObject { ["code"] = code, ["detail"] = detail };
        if (isStop)
            problem["flags"] = new JsonArray(new JsonObject { ["code"] = code });
        return Json(status, problem);
    }

    public static HttpResponseMessage Away(TimeSpan retryAfter)
    {
        var answer = Problem(HttpStatusCode.ServiceUnavailable, "unavailable");
        answer.Headers.RetryAfter = new RetryConditionHeaderValue(retryAfter);
        return answer;
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var path = request.RequestUri!.AbsolutePath;
        if (request.Headers.Authorization is not { Scheme: "Bearer", Parameter: "secret" })
            return Problem(HttpStatusCode.Unauthorized, "unauthorized");
        if (request.Method == HttpMethod.Get)
            return Timeline(Guid.Parse(path.Split('/')[3]));
        var body = JsonNode.Parse(await request.Content!.ReadAsStringAsync(cancellationToken))!.AsObject();
        lock (gate)
        {
            Received.Add((clock.GetUtcNow(), path, body));
            return BadDay(path, body) ?? Record(path, body);
        }
    }

    HttpResponseMessage Record(string path, JsonObject body)
    {
        var entryId = (Guid)body["entryId"]!;
        if (acknowledged.TryGetValue(entryId, out var earlier))
        {
            if (earlier.Body != body.ToJsonString())
                return Problem(HttpStatusCode.UnprocessableEntity, "entry-id-reused");
            var replay = Json(HttpStatusCode.OK, earlier.Receipt);
            replay.Headers.Add("Idempotent-Replay", "true");
            return replay;
        }
        var now = clock.GetUtcNow();
        var caseId = path == "/api/cases" ? Guid.NewGuid() : Guid.Parse(path.Split('/')[3]);
        if (!Timelines.TryGetValue(caseId, out var timeline))
            Timelines[caseId] = timeline = [];
        var by = Guid.NewGuid();
        if ((Guid?)body["replaces"] is { } replaced)
            Retract(timeline, replaced, by, now);
        var type = path.EndsWith("/retractions", StringComparison.Ordinal)
            ? "entry_retracted"
            : path.EndsWith("/time-corrections", StringComparison.Ordinal) ? "time_corrected" : "other";
        if (type == "entry_retracted")
            Find(timeline, (Guid)body["targetEntryId"]!)["retractedBy"] = entryId.ToString();
        if (type == "time_corrected")
            Find(timeline, (Guid)body["targetEntryId"]!)["correctedTo"] = body["correctedTo"]!.DeepClone();
        timeline.Add(Entry(entryId, type, body["occurredAt"]?.DeepClone(), body, now));
        var receipt =
            new JsonObject { ["caseId"] = caseId, ["entryId"] = entryId, ["version"] = timeline.Count, ["recordedAt"] = now, ["flags"] = new JsonArray() };
        acknowledged[entryId] = (receipt, body.ToJsonString());
        return Json(path == "/api/cases" ? HttpStatusCode.Created : HttpStatusCode.OK, receipt);
    }

    static void Retract(List<JsonObject> timeline, Guid target, Guid by, DateTimeOffset now)
    {
        Find(timeline, target)["retractedBy"] = by.ToString();
        timeline.Add(Entry(by, "entry_retracted", null, new() { ["targetEntryId"] = target.ToString() }, now));
    }

    static JsonObject Entry(Guid id, string type, JsonNode? occurredAt, JsonObject data, DateTimeOffset now) => new()
    {
        ["entryId"] = id.ToString(), ["type"] = type, ["occurredAt"] = occurredAt ?? JsonValue.Create(now), ["recordedAt"] = now, ["recordedBy"] = "or-nurse-7",
        ["source"] = "live", ["late"] = false, ["data"] = data.DeepClone(), ["somethingNew"] = true,
    };

    HttpResponseMessage Timeline(Guid caseId) => Timelines.TryGetValue(caseId, out var entries)
        ? Json(HttpStatusCode.OK,
            new JsonObject { ["caseId"] = caseId, ["version"] = entries.Count, ["entries"] = new JsonArray([.. entries.Select(entry => entry.DeepClone())]) })
        : Problem(HttpStatusCode.NotFound, "not-found");

    static JsonObject Find(List<JsonObject> timeline, Guid id) => timeline.Single(entry => (string)entry["entryId"]! == id.ToString());

    static HttpResponseMessage Json(HttpStatusCode status, JsonObject body) =>
        new(status) { Content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json") };
}
