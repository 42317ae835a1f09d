using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using Periop.Server.Tests.Import;
using Xunit;

namespace Periop.Server.Tests.Audit;

/// <summary>Funnels, CUSUM and control charts over HTTP, of the cases that rates count.</summary>
public sealed class Signals(PeriopHost host) : IClassFixture<PeriopHost>, IAsyncLifetime
{
    const string Death = "definition=death&version=1";

    readonly TestHospital hospital = host.NewHospital();

    public async ValueTask InitializeAsync() => await hospital.PublishShippedAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task A_funnel_compares_surgeons_by_the_exact_tail_and_leads_to_their_cases()
    {
        await ImportAsync([.. Cases("A", 20, died: 4), .. Cases("B", 40, died: 0)]);
        var funnel = (await hospital.AskedAsync($"/api/audit/funnel?{Death}&target=0.05")).Json;
        Assert.Equal((0.05, "surgeon"), (funnel["target"]!.GetValue<double>(), funnel.Str("groupBy")));
        var (a, b) = (funnel["points"]![0]!, funnel["points"]![1]!);
        Assert.Equal(("A", 20, 4, "high-95"), (a.Str("key"), a.Int("n"), a.Int("events"), a.Str("signal")));
        Assert.Equal(0.0159015260198, a["tail"]!.GetValue<double>(), 1e-12);
        Assert.Equal(0.142365, a["limits95"]![1]!.GetValue<double>(), 1e-6);
        Assert.Equal(("B", 40, 0, "none"), (b.Str("key"), b.Int("n"), b.Int("events"), b.Str("signal")));
        Assert.Equal(4, (await hospital.AskedAsync($"{a.Str("explain")}&state=present")).Items.Count);
    }

    [Fact]
    public async Task The_target_of_a_funnel_is_the_pooled_rate_and_overdispersion_stands_beside()
    {
        await ImportAsync([.. Cases("A", 30, died: 9), .. Cases("B", 30, died: 0), .. Cases("C", 40, died: 1)]);
        var funnel = (await hospital.AskedAsync($"/api/audit/funnel?{Death}&adjust=overdispersion")).Json;
        Assert.Equal(0.1, funnel["target"]!.GetValue<double>());
        Assert.Equal("arcsine", funnel["overdispersion"]!.Str("form"));
        Assert.True(funnel["overdispersion"]!["phi"]!.GetValue<double>() > 1);
        var point = funnel["points"]![0]!;
        Assert.True(point["adjusted95"]![1]!.GetValue<double>() > point["limits95"]![1]!.GetValue<double>());
        Assert.Equal(("high-95", "none"), (point.Str("signal"), point.Str("adjustedSignal")));
        Assert.NotNull(point["reliability"]);
    }

    [Fact]
    public async Task A_series_runs_in_order_of_incisions_against_the_rate_of_all_surgeons()
    {
        await ImportAsync([.. Cases("A", 10, died: 1), .. Cases("B", 10, died: 0)]);
        var cusum = (await hospital.AskedAsync($"/api/audit/cusum?{Death}&surgeon=A&signalAt=1.2")).Json;
        Assert.Equal((0.05, 1.2, 100, "deterioration"),
            (cusum["target"]!.GetValue<double>(), cusum["limit"]!.GetValue<double>(), cusum.Int("over"), cusum.Str("direction")));
        var points = cusum["points"]!.AsArray();
        Assert.Equal(Enumerable.Range(1, 10).Select(i => $"A-{i:000}"), points.Select(p => p!.Str("caseNumber")!));
        Assert.Equal(Math.Log(2 / 1.05), points[0]!["value"]!.GetValue<double>(), 1e-9);
        Assert.Equal(-0.5, points[9]!["vlad"]!.GetValue<double>(), 1e-9);
        Assert.Empty(cusum["signals"]!.AsArray());
        Assert.Null(cusum["falseAlarm"]!["asked"]);
    }

    [Fact]
    public async Task The_limit_of_a_series_is_for_the_number_of_cases_that_is_asked_and_not_for_those_there_are()
    {
        await ImportAsync(Cases("A", 20, died: 2));
        var cusum = (await hospital.AskedAsync($"/api/audit/cusum?{Death}&over=10")).Json;
        Assert.Equal(1.41227, cusum["limit"]!.GetValue<double>(), 1e-5);
        Assert.Equal((0.05, 0.05106), (cusum["falseAlarm"]!["asked"]!.GetValue<double>(), Math.Round(cusum["falseAlarm"]!["reached"]!.GetValue<double>(), 5)));
        // two deaths in a row are not yet on the limit
        Assert.Empty(cusum["signals"]!.AsArray());
    }

    [Fact]
    public async Task Improvement_is_watched_below_0()
    {
        await ImportAsync(Cases("A", 40, died: 0));
        var cusum = (await hospital.AskedAsync($"/api/audit/cusum?{Death}&direction=improvement&target=0.2&over=20")).Json;
        Assert.Equal(("improvement", 0.5), (cusum.Str("direction"), cusum["oddsRatio"]!.GetValue<double>()));
        Assert.True(cusum["limit"]!.GetValue<double>() < 0);
        Assert.NotEmpty(cusum["signals"]!.AsArray());
    }

    [Fact]
    public async Task An_outcome_that_comes_late_changes_past_signals_and_the_answer_says_which()
    {
        await ImportAsync([.. Cases("A", 10, died: 2), .. Cases("B", 10, died: 0)]);
        var question = $"/api/audit/cusum?{Death}&target=0.05&signalAt=1.2";
        var before = (await hospital.AskedAsync(question)).Json;
        Assert.Equal([2], before["signals"]!.AsArray().Select(i => i!.GetValue<int>()));
        host.Clock.Advance(TimeSpan.FromSeconds(2));
        // the second death was another patient's; a late follow-up tells of one at the third operation
        var entries = (await hospital.TimelineOfAsync("A-002")).Single(e => e!.Str("type") == "patient_died")!;
        var caseId = before["points"]![1]!["caseId"]!.GetValue<Guid>();
        await new TestCase(hospital, caseId).RecordedAsync(
            "retractions", new { targetEntryId = entries["entryId"]!.GetValue<Guid>(), reason = "another patient" });
        await new TestCase(hospital, caseId).ThenAsync("follow-ups", new DateTimeOffset(2025, 8, 1, 9, 0, 0, TimeSpan.Zero), new { alive = true });
        var third = new TestCase(hospital, before["points"]![2]!["caseId"]!.GetValue<Guid>());
        await third.ThenAsync("death", new DateTimeOffset(2025, 5, 20, 9, 0, 0, TimeSpan.Zero));
        var after = (await hospital.AskedAsync($"{question}&since={Uri.EscapeDataString(before.Str("asOf")!)}")).Json;
        Assert.Equal([3], after["signals"]!.AsArray().Select(i => i!.GetValue<int>()));
        Assert.Equal(before.Str("asOf"), after["changed"]!.Str("since"));
        Assert.Equal(["A-002"], after["changed"]!["gone"]!.AsArray().Select(c => c!.Str("caseNumber")!));
        Assert.Equal(["A-003"], after["changed"]!["come"]!.AsArray().Select(c => c!.Str("caseNumber")!));
    }

    [Fact]
    public async Task A_month_without_cases_is_a_gap_in_a_chart()
    {
        await ImportAsync([.. Cases("A", 10, died: 1, from: new(2025, 1, 10)), .. Cases("B", 10, died: 3, from: new(2025, 3, 10))]);
        var chart = (await hospital.AskedAsync($"/api/audit/chart?{Death}")).Json;
        Assert.Equal(["2025-01", "2025-02", "2025-03"], chart["points"]!.AsArray().Select(p => p!.Str("key")!));
        var (january, february) = (chart["points"]![0]!, chart["points"]![1]!);
        Assert.Equal((10, 1, 0.1), (january.Int("n"), january.Int("events"), january["value"]!.GetValue<double>()));
        Assert.Equal((0, true), (february.Int("n"), february["value"] is null));
        var phase = chart["phases"]![0]!;
        Assert.Equal((0.2, 2, true), (phase["centre"]!.GetValue<double>(), phase.Int("count"), phase["trial"]!.GetValue<bool>()));
        Assert.Equal(("anhoej", 1), (chart["rules"]!.Str("name"), chart["rules"]!.Int("version")));
    }

    [Fact]
    public async Task Two_events_on_one_day_are_two_values_of_a_g_chart()
    {
        await ImportAsync([.. Cases("A", 4, died: 0), .. Cases("B", 2, died: 2), .. Cases("C", 13, died: 0), .. Cases("D", 1, died: 1)]);
        var chart = (await hospital.AskedAsync($"/api/audit/chart?{Death}&kind=g")).Json;
        Assert.Equal([4.0, 0, 13], chart["points"]!.AsArray().Select(p => p!["value"]!.GetValue<double>()));
        Assert.Equal(24.105755581, chart["points"]![0]!["limits"]![1]!.GetValue<double>(), 1e-8);
    }

    [Fact]
    public async Task A_split_has_its_reason_and_limits_of_its_own()
    {
        await ImportAsync([.. Cases("A", 10, died: 1, from: new(2025, 1, 10)), .. Cases("B", 10, died: 3, from: new(2025, 3, 10))]);
        var chart = (await hospital.AskedAsync($"/api/audit/chart?{Death}&split=2025-03-01&reason=new%20protocol&rules=shewhart&shift=6")).Json;
        Assert.Equal([0.1, 0.3], chart["phases"]!.AsArray().Select(p => p!["centre"]!.GetValue<double>()));
        Assert.Equal(("new protocol", 6), (chart.Str("reason"), chart["rules"]!.Int("shift")));
        Assert.DoesNotContain("protocol", (await hospital.Auditor.GetAsync("/api/access-log?action=chart")).Is(200).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("funnel")]
    [InlineData("cusum")]
    [InlineData("chart")]
    public async Task The_same_question_is_drawn_with_the_instant_on_it_and_drawn_again_alike(string name)
    {
        await ImportAsync([.. Cases("A", 20, died: 4), .. Cases("B", 40, died: 0)]);
        var numbers = (await hospital.AskedAsync($"/api/audit/{name}?{Death}")).Json;
        var asOf = Uri.EscapeDataString(numbers.Str("asOf")!);
        var drawn = await hospital.AskedAsync($"/api/audit/{name}?{Death}&format=svg&asOf={asOf}");
        Assert.StartsWith("image/svg+xml", drawn.Header("Content-Type"), StringComparison.Ordinal);
        var words = XElement.Parse(drawn.Text).Descendants().Where(e => e.Name.LocalName == "text").Select(e => e.Value).ToList();
        Assert.StartsWith("Death within 30 days, version 1", words[0], StringComparison.Ordinal);
        Assert.Matches(@"60 cases assessed, \d+ % complete", words[1]);
        Assert.Contains("death version 1 · engine", words[2], StringComparison.Ordinal);
        await ImportAsync(Cases("C", 5, died: 5));
        Assert.Contains("65 cases assessed", (await hospital.AskedAsync($"/api/audit/{name}?{Death}&format=svg")).Text, StringComparison.Ordinal);
        var again = await hospital.AskedAsync($"/api/audit/{name}?{Death}&format=svg&asOf={asOf}");
        Assert.Equal((drawn.Text, drawn.ETag), (again.Text, again.ETag));
    }

    [Fact]
    public async Task A_picture_is_had_by_Accept_too_and_as_PNG()
    {
        Assert.SkipUnless(Periop.Server.Audit.Plots.PngImage.CanWrite, "there is no font here");
        await hospital.AskedAsync($"/api/audit/funnel?{Death}");
        var drawn = (await hospital.Quality.SendAsync(HttpMethod.Get, $"/api/audit/funnel?{Death}", null, ("Accept", "image/png"))).Is(200);
        Assert.Equal("image/png", drawn.Header("Content-Type"));
        Assert.Equal([0x89, (byte)'P', (byte)'N', (byte)'G'], drawn.Bytes[..4]);
    }

    [Theory]
    [InlineData("funnel?x=1", "")]
    [InlineData("funnel", "/definition")]
    [InlineData("funnel?definition=death&target=1.2", "/target")]
    [InlineData("funnel?definition=death&target=NaN", "/target")]
    [InlineData("funnel?definition=death&adjust=yes", "/adjust")]
    [InlineData("funnel?definition=death&format=pdf", "/format")]
    [InlineData("funnel?definition=death&groupBy=weather", "/groupBy")]
    [InlineData("cusum?definition=death&groupBy=surgeon", "/groupBy")]
    [InlineData("cusum?definition=death&oddsRatio=1", "/oddsRatio")]
    [InlineData("cusum?definition=death&direction=sideways", "/direction")]
    [InlineData("cusum?definition=death&falseAlarm=0", "/falseAlarm")]
    [InlineData("cusum?definition=death&over=0", "/over")]
    [InlineData("cusum?definition=death&signalAt=0", "/signalAt")]
    [InlineData("cusum?definition=death&signalAt=4&falseAlarm=0.1", "/signalAt")]
    [InlineData("cusum?definition=death&model=m&target=0.1", "/target")]
    [InlineData("cusum?definition=death&modelVersion=2", "/modelVersion")]
    [InlineData("cusum?definition=death&since=yesterday", "/since")]
    [InlineData("chart?definition=death&kind=pie", "/kind")]
    [InlineData("chart?definition=death&by=week", "/by")]
    [InlineData("chart?definition=death&kind=g&by=month", "/by")]
    [InlineData("chart?definition=death&rules=nelson", "/rules")]
    [InlineData("chart?definition=death&shift=8", "/shift")]
    [InlineData("chart?definition=death&baseline=2026-01-01", "/baseline")]
    [InlineData("chart?definition=death&split=soon", "/split")]
    [InlineData("chart?definition=death&split=2026-01-01", "/reason")]
    [InlineData("chart?definition=death&baseline=2025-01-01..2025-07-01&reason=%20", "/reason")]
    public async Task A_question_that_cannot_be_meant_is_answered_with_what_can(string question, string pointer)
    {
        var answer = await hospital.Quality.GetAsync($"/api/audit/{question}");
        if (pointer.Length == 0)
            answer.IsProblem(400, "unknown-parameter");
        else
            answer.PointsAt(pointer);
    }

    /// <summary>
    /// Two surgeons of the real operations, by a model of their risk: what Steiner et al. published on, as distributed in R, against figures
    /// computed there.
    /// </summary>
    [Fact]
    public async Task Real_operations_come_to_the_figures_that_R_gives_for_them()
    {
        var results = JsonNode.Parse(CaseFiles.Shared("cardiac-surgery-expected.json"))!;
        string[] surgeons = ["2", "4"];
        var rows = CaseFiles.Shared("cardiac-surgery.csv").Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1)
            .Select(line => line.TrimEnd('\r').Split(',').Select(c => int.Parse(c, CultureInfo.InvariantCulture)).ToArray())
            .Where(c => surgeons.Contains($"{c[5]}"));
        var file = new StringBuilder("caseNumber,surgeon,incision,death,lastSeenAlive,risk.parsonnet\n");
        foreach (var c in rows)
        {
            var (day, last) = (new DateOnly(2015, 1, 1).AddDays(c[1]), new DateOnly(2015, 1, 1).AddDays(c[1] + c[2]));
            file.Append(CultureInfo.InvariantCulture, $"R-{c[0]:00000},S-{c[5]},{day:yyyy-MM-dd}T08:00:00Z,");
            file.Append(c[3] == 1 ? "" : ",").Append(CultureInfo.InvariantCulture, $"{last:yyyy-MM-dd}").Append(c[3] == 1 ? ",," : ",").Append(c[4]);
            file.Append('\n');
        }

        Assert.Empty((await hospital.ImportAsync(file.ToString(), "?timeZone=UTC")).Is(200).Refused());
        (await hospital.Quality.SendAsync(HttpMethod.Put, "/api/audit/risk-models/parsonnet/versions/1",
            new StringContent("""{"intercept":-3.68,"coefficients":{"parsonnet":0.077}}""", Encoding.UTF8, "application/json"))).Is(201);

        var target = results["target"]!.GetValue<double>().ToString("R", CultureInfo.InvariantCulture);
        var plain = (await hospital.AskedAsync($"/api/audit/funnel?{Death}&target={target}")).Json["points"]!;
        var ratios = (await hospital.AskedAsync($"/api/audit/funnel?{Death}&model=parsonnet")).Json["points"]!;
        foreach (var (surgeon, n) in surgeons.Select((s, n) => (s, n)))
        {
            var expected = results["results"]!.AsArray().Single(r => r!.Str("series") == surgeon)!;
            Assert.Equal((expected.Int("n"), expected.Int("events")), (plain[n]!.Int("n"), plain[n]!.Int("events")));
            Close(expected["funnel95"]!, plain[n]!["limits95"]!);
            Close(expected["funnel998"]!, plain[n]!["limits998"]!);
            Assert.Equal(expected["expected"]!.GetValue<double>(), ratios[n]!["expected"]!.GetValue<double>(), 1e-7);
            Assert.Equal(expected["oe"]!.GetValue<double>(), ratios[n]!["rate"]!.GetValue<double>(), 1e-9);
            var cusum = (await hospital.AskedAsync($"/api/audit/cusum?{Death}&surgeon=S-{surgeon}&model=parsonnet&signalAt=4.5")).Json;
            Assert.Equal(expected["racusumR2"]!["resetAtH4_5"]!.Int("signals"), cusum["signals"]!.AsArray().Count);
            Assert.Equal(expected["racusumR2"]!["resetAtH4_5"]!["max"]!.GetValue<double>(),
                cusum["points"]!.AsArray().Max(p => p!["value"]!.GetValue<double>()), 1e-9);
            Assert.Equal(expected["vladFinalExpectedMinusObserved"]!.GetValue<double>(),
                cusum["points"]!.AsArray().Last()!["vlad"]!.GetValue<double>(), 1e-8);
        }
    }

    static void Close(JsonNode expected, JsonNode actual)
    {
        for (var i = 0; i < 2; i++)
            Assert.Equal(expected[i]!.GetValue<double>(), actual[i]!.GetValue<double>(), 1e-9);
    }

    async Task ImportAsync(IEnumerable<string> rows)
    {
        var file = $"caseNumber,surgeon,incision,death,lastSeenAlive\n{string.Join('\n', rows)}\n";
        Assert.Empty((await hospital.ImportAsync(file, "?timeZone=UTC")).Is(200).Refused());
    }

    /// <summary>Cases of a surgeon, one after the other on one day; the first of them died in the end.</summary>
    static IEnumerable<string> Cases(string surgeon, int count, int died, DateOnly? from = null)
    {
        var day = from ?? new DateOnly(2025, 5, 1).AddDays(surgeon[0] - 'A');
        return Enumerable.Range(1, count).Select(i =>
            string.Create(CultureInfo.InvariantCulture, $"{surgeon}-{i:000},{surgeon},{day:yyyy-MM-dd}T08:{i:00}:00Z,")
            + (i <= died ? $"{day.AddDays(5):yyyy-MM-dd}," : $",{day.AddDays(60):yyyy-MM-dd}"));
    }
}
