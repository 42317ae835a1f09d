using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Periop.Server.Tests.Register;
using Xunit;

namespace Periop.Server.Tests.Audit;

/// <summary>
/// What register and audit answered once, kept while a year goes on: operations, corrections, retractions, late complications, reviews and
/// new versions of definitions. A year later they are asked for the same instants.
/// </summary>
public sealed partial class KeptAnswers(TestDatabases databases) : IAsyncLifetime
{
    const int Months = 12;

    const string Reconciled = "/api/audit/reconciliation?source=coding&definition=infection-deep";

    readonly NextRegister next = new();
    readonly PeriopHost host = new(databases) { Hospitals = 1 };
    readonly List<Kept> kept = [];
    PeriopHost? later;

    /// <summary>An answer, and the address that asks for it again.</summary>
    sealed record Kept(string Path, string Text, string? ETag);

    public ValueTask InitializeAsync() => host.InitializeAsync();

    public async ValueTask DisposeAsync()
    {
        next.Build();
        if (later is not null)
            await later.DisposeAsync();
        await host.DisposeAsync();
        next.Dispose();
    }

    [Fact]
    public async Task Answers_are_the_same_a_year_later_after_a_rebuild_and_by_the_next_register()
    {
        var (hospital, since) = (host.NewHospital(), (string?)null);
        var year = new BusyYear(hospital, 12);
        await hospital.PublishShippedAsync();
        for (var month = 0; month < Months; month++)
        {
            host.Clock.Advance(TimeSpan.FromDays(30));
            await PublishAsync(hospital, month);
            await year.MonthAsync(10, 40);
            await PlaceAsync(hospital, month);
            await UploadAsync(hospital, month);
            await StopAsync(hospital, month);
            var instant = (await hospital.AskedAsync("/api/audit/rates?definition=death")).Json["asOf"]!.GetValue<string>();
            foreach (var question in Questions(since ??= instant))
                await KeepAsync(hospital, question);
        }

        Assert.True(kept.Count > 300, $"{kept.Count} answers");
        await SameAsync(hospital, "a year later");
        await host.RebuildAsync();
        await host.StartAsync(host.ConnectionString);
        await SameAsync(hospital, "rebuilt");
        await SameByTheNextAsync(hospital);
    }

    static string[] Questions(string since) =>
    [
        "/api/audit/rates?definition=infection-deep", "/api/audit/rates?definition=infection&groupBy=surgeon",
        "/api/audit/rates?definition=death&version=1&groupBy=month&model=parsonnet", "/api/audit/rates?definition=blood-loss&groupBy=region&from=2026-04-01",
        "/api/audit/rates?definition=return-to-room&groupBy=quarter&family=spinal-osteotomy&to=2026-10-01",
        "/api/audit/definitions/infection-deep/comparison?groupBy=surgeon", "/api/audit/definitions/blood-loss/comparison",
        $"/api/audit/changes?definition=infection-deep&since={since}&limit=3", $"/api/audit/changes?definition=death&since={since}&format=csv",
        "/api/audit/definitions?limit=500", "/api/audit/definitions?kind=infection-deep&format=csv", "/api/audit/risk-models",
        "/api/register/outcomes?definition=infection-deep&limit=10", "/api/register/outcomes?limit=15", "/api/register/outcomes?definition=death&format=csv",
        "/api/register/outcomes?definition=readmission&groupBy=surgeon&key=surgeon-1&state=due-not-assessed&format=ndjson",
        "/api/register/complications?limit=10", "/api/register/complications?kind=infection-deep&by=incision&format=ndjson",
        "/api/register/complications?by=recorded&format=csv", "/api/register/follow-ups/due?limit=20", "/api/audit/rates?definition=infection-deep&version=2",
        "/api/audit/funnel?definition=infection-deep", "/api/audit/cusum?definition=death&version=1&surgeon=surgeon-1",
        "/api/audit/chart?definition=infection-deep&kind=p&by=month", $"/api/audit/changes?since={since}&limit=5",
        "/api/register/follow-ups/due?definition=infection-deep&until=2026-12-31&format=csv", "/api/implants?limit=3", "/api/implants?lot=A1&format=ndjson",
        "/api/register/corrections?limit=10", "/api/register/corrections?kind=retraction&format=csv", "/api/register/deviations?limit=10",
        "/api/register/deviations?severity=safety&format=ndjson", "/api/audit/second-sources", Reconciled, $"{Reconciled}&from=2026-05-01&surgeon=surgeon-1",
        Reconciled.Replace("reconciliation", "reconciliation/cases", StringComparison.Ordinal) + "&limit=5", "/api/audit/times?metric=on-time-start",
        "/api/audit/times?metric=cut-to-close&groupBy=surgeon", "/api/audit/times?metric=turnover&groupBy=month&from=2026-04-01",
        "/api/audit/times?metric=utilisation&groupBy=room", "/api/audit/times?metric=schedule-accuracy&groupBy=quarter",
        "/api/audit/record-keeping?metric=prompt-recording&groupBy=month", "/api/audit/record-keeping?metric=stops-overridden&groupBy=surgeon",
        "/api/audit/record-keeping/entries?metric=prompt-recording&limit=7", "/api/audit/record-keeping/entries?metric=stops-overridden&limit=4",
        "/api/audit/benefits?measure=pain", "/api/audit/benefits?measure=disability&groupBy=surgeon", "/api/audit/benefits/cases?measure=pain&limit=7",
        "/api/codes/summary",
    ];

    /// <summary>Keeps what is answered now, and of a page the next one, under the instant that it is settled for.</summary>
    async Task KeepAsync(TestHospital hospital, string question)
    {
        var answer = await hospital.AskedAsync(question);
        var asOf = answer.Header("Periop-As-Of") ?? answer.Json["asOf"]!.GetValue<string>();
        kept.Add(new Kept($"{question}{(question.Contains('?', StringComparison.Ordinal) ? '&' : '?')}asOf={asOf}", answer.Text, answer.ETag));
        if (question.Contains("limit=", StringComparison.Ordinal) && answer.Json["next"] is { } cursor)
        {
            var page = $"{question}&cursor={cursor.GetValue<string>()}";
            var second = await hospital.AskedAsync(page);
            kept.Add(new Kept(page, second.Text, second.ETag));
        }
    }

    async Task SameAsync(TestHospital hospital, string when)
    {
        foreach (var (path, text, tag) in kept)
        {
            var again = await hospital.AskedAsync(path);
            Assert.True((text, tag) == (again.Text, again.ETag), $"{when}: {path}\n{tag}: {text}\n{again.ETag}: {again.Text}");
        }
    }

    /// <summary>Equal but for the engine, and so for where a page goes on.</summary>
    async Task SameByTheNextAsync(TestHospital hospital)
    {
        await host.StopAsync();
        later = new PeriopHost(databases) { Hospitals = 1, Clock = host.Clock, Register = next.Version };
        await later.StartAsync(host.ConnectionString);
        next.Build();
        var there = new TestHospital(later, hospital.Id);
        await Eventually.BecomesAsync(() => there.Quality.GetAsync("/api/audit/rates?definition=death"),
            a => a.Status == 200 && a.Json.Int("engine") == next.Version.Number, "the next register answers");
        foreach (var (path, text, _) in kept.Where(k => !k.Path.Contains("cursor=", StringComparison.Ordinal)))
        {
            var again = await there.AskedAsync(path);
            Assert.True(Plain(text) == Plain(again.Text), $"{path}\n{text}\n{again.Text}");
        }
    }

    /// <summary>New versions come in the third, sixth and ninth month, of a definition and of the risk model.</summary>
    static async Task PublishAsync(TestHospital hospital, int month)
    {
        if (month % 3 != 0)
            return;
        await PutAsync(hospital, $"risk-models/parsonnet/versions/{month + 1}", new JsonObject
        {
            ["intercept"] = -3.68 - (month / 100.0),
            ["coefficients"] = new JsonObject { ["parsonnet"] = 0.077 },
        });
        await PutAsync(hospital, $"definitions/infection-deep/versions/{month + 10}", new JsonObject
        {
            ["kind"] = "infection-deep",
            ["title"] = $"Deep infection within {40 + month} days",
            ["window"] = new JsonObject { ["days"] = 40 + month },
            ["anchor"] = "first-incision",
            ["evidence"] = "seen-alive-after-close",
            ["review"] = month == 6 ? "required" : "not-required",
            ["source"] = "These tests",
        });
    }

    static async Task PutAsync(TestHospital hospital, string path, JsonObject body)
    {
        using var content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json");
        (await hospital.Quality.SendAsync(HttpMethod.Put, $"/api/audit/{path}", content)).Is(201);
    }

    /// <summary>An operation with a device, and a risk.</summary>
    static async Task PlaceAsync(TestHospital hospital, int month)
    {
        var surgicalCase = await hospital.OperatedAsync(hospital.Now.AddDays(-44), riskFactors: new { parsonnet = month });
        var placed = await surgicalCase.RecordedAsync(
            "hardware", new { kind = "rod", manufacturer = "ACME", reference = "R-1", lot = $"A{month}", source = "downtime" });
        await surgicalCase.RecordedAsync("follow-ups", new { painScore = month % 10, disabilityScore = month * 5, source = "downtime" });
        if (month % 2 == 0)
            await surgicalCase.RecordedAsync("hardware-removals", new { targetEntryId = placed.EntryId, source = "downtime" });
    }

    /// <summary>An incision before the time-out, in turn with a reason and after the time-out that its stop asks for; and what was coded.</summary>
    static async Task StopAsync(TestHospital hospital, int month)
    {
        var surgicalCase = await hospital.CaseInRoomAsync();
        (await surgicalCase.PostAsync("incision")).IsProblem(409);
        if (month % 3 == 0)
            await surgicalCase.RecordedAsync("safety-checks", new { phase = "time-out", afterStop = "time-out-missing" });
        await surgicalCase.RecordedAsync("incision", new { @override = month % 3 == 0 ? null : "bleeding" });
        await surgicalCase.RecordedAsync("room-exit");
        object[] codes = month % 2 == 0 ? [] : [new { code = "22210", units = 1 }];
        await surgicalCase.RecordedAsync("codings", new { codes, reason = "as the note has it" });
    }

    /// <summary>What was coded of the cases so far: of some another kind every second month, and of one that there is not.</summary>
    static async Task UploadAsync(TestHospital hospital, int month)
    {
        var lines = Enumerable.Range(0, (month + 1) * 3).Select(n => $"2025/{(n * 3) + 1:0000},{(month % 2 == 0 ? "infection-deep" : "infection")}\n");
        using var file = new StringContent($"caseNumber,kind\nnone,infection-deep\n{string.Concat(lines)}", Encoding.UTF8, "text/csv");
        (await hospital.Quality.SendAsync(HttpMethod.Put, "/api/audit/second-sources/coding", file)).Is(month == 0 ? 201 : 200);
    }

    static string Plain(string text) => Next().Replace(Engine().Replace(text, "\"engine\":0"), "\"next\":null");

    [GeneratedRegex("\"engine\":[0-9]+", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Engine();

    [GeneratedRegex("\"next\":\"[^\"]*\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Next();
}
