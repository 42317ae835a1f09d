using System.Text.Json.Nodes;
using Xunit;
using static Periop.Server.Tests.Devices;

namespace Periop.Server.Tests.Implants;

/// <summary>Recall campaigns: every case that a notice concerns, until somebody says what came of it.</summary>
public sealed class Campaigns(PeriopHost host) : IClassFixture<PeriopHost>
{
    const string Path = "/api/implants/recalls/campaigns";

    readonly TestHospital hospital = host.NewHospital();

    [Fact]
    public async Task A_campaign_is_all_recalls_of_one_notice()
    {
        var (one, first) = await hospital.PlacedAsync(Scanned("A1"));
        var (other, _) = await hospital.PlacedAsync(Typed("B2"));
        await hospital.PlacedAsync(Scanned("C3"));
        await AnnouncedAsync("FSCA-1", "A1");
        await AnnouncedAsync(" fsca-1", "B2");
        await AnnouncedAsync("FSCA-2", "C3");
        var cases = await CasesAsync("FSCA-1");
        Assert.Equal(Ids(one, other), Ids(cases));
        var line = cases.Items.Single(i => i.Text("caseId") == $"{one.Id}");
        Assert.Equal(("open", "exact", $"[\"{first}\"]", 1),
            (line.Text("state"), line.Text("certainty"), line!["entryIds"]!.ToJsonString(), line["inPlace"]!.GetValue<int>()));
        Assert.Equal((2, 2, 0), (cases.Json["campaign"]!["cases"]!.GetValue<int>(), cases.Json["campaign"]!["open"]!.GetValue<int>(), Count(cases, "closed")));
        var all = (await hospital.Quality.GetAsync(Path)).Is(200).Items;
        Assert.Equal(["FSCA-1", "FSCA-2"], all.Select(c => c.Text("notice")).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_case_that_is_recorded_later_is_in_it_too()
    {
        await AnnouncedAsync("FSCA-1", "A1");
        Assert.Empty((await CasesAsync("FSCA-1")).Items);
        var (surgicalCase, _) = await hospital.PlacedAsync(Scanned("A1"));
        Assert.Equal(Ids(surgicalCase), Ids(await CasesAsync("FSCA-1")));
    }

    [Fact]
    public async Task A_case_is_open_until_somebody_closes_it_and_open_again_when_another_device_is_affected()
    {
        var (surgicalCase, _) = await hospital.PlacedAsync(Scanned("A1"));
        await AnnouncedAsync("FSCA-1", "A1");
        var closed = await ClosedAsync("FSCA-1", surgicalCase);
        Assert.Equal(("informed", "by telephone", "quality-1"), (closed.Json.Text("outcome"), closed.Json.Text("reason"), closed.Json.Text("closedBy")));
        await IsAsync("FSCA-1", "closed", "informed");
        host.Clock.Advance(TimeSpan.FromSeconds(1));
        await surgicalCase.RecordedAsync("dressing", new { });
        await IsAsync("FSCA-1", "closed", "informed");
        await surgicalCase.PlacedAsync(Scanned("A1"));
        await IsAsync("FSCA-1", "open", "informed");
    }

    [Fact]
    public async Task A_case_is_overdue_after_seven_days_and_was_not_as_of_before()
    {
        await hospital.PlacedAsync(Scanned("A1"));
        await AnnouncedAsync("FSCA-1", "A1");
        var before = await CasesAsync("FSCA-1");
        foreach (var (days, state) in new[] { (7, "open"), (1, "overdue") })
        {
            host.Clock.Advance(TimeSpan.FromDays(days));
            await hospital.CaseAsync();     // so that a later instant is settled
            await IsAsync("FSCA-1", state, null);
        }

        Assert.Equal(before.Text, (await hospital.Quality.GetAsync($"{Path}/FSCA-1?asOf={before.Json.Text("asOf")}")).Is(200).Text);
    }

    [Fact]
    public async Task What_was_taken_out_before_is_not_in_it_and_what_is_taken_out_since_stays()
    {
        var (before, early) = await hospital.PlacedAsync(Scanned("A1"));
        await before.RemovedAsync(early);
        var (since, late) = await hospital.PlacedAsync(Scanned("A1"));
        await AnnouncedAsync("FSCA-1", "A1");
        await since.RemovedAsync(late);
        var only = (await CasesAsync("FSCA-1")).Items.Single();
        Assert.Equal(($"{since.Id}", 0, "open"), (only.Text("caseId"), only!["inPlace"]!.GetValue<int>(), only.Text("state")));
    }

    [Fact]
    public async Task A_case_entered_in_error_and_a_device_that_was_wasted_are_not_in_it()
    {
        var (surgicalCase, _) = await hospital.PlacedAsync(Scanned("A1"));
        var wasted = Scanned("A1");
        wasted["code"] = "dropped";
        await (await hospital.CaseInOperationAsync()).RecordedAsync("hardware-waste", wasted);
        await AnnouncedAsync("FSCA-1", "A1");
        await surgicalCase.RetractedAsync(surgicalCase.Id);
        Assert.Empty((await CasesAsync("FSCA-1")).Items);
    }

    [Fact]
    public async Task A_campaign_whose_recalls_have_ended_keeps_its_cases_and_nothing_is_overdue()
    {
        await hospital.PlacedAsync(Scanned("A1"));
        await hospital.EndedAsync(await AnnouncedAsync("FSCA-1", "A1"));
        host.Clock.Advance(TimeSpan.FromDays(30));
        await hospital.CaseAsync();
        await IsAsync("FSCA-1", "open", null);
        Assert.NotNull((await CasesAsync("FSCA-1")).Json["campaign"]!["endedAt"]);
    }

    [Theory]
    [InlineData("FSCA 2026/014")]
    [InlineData("FSCA-1?x=#1")]
    [InlineData("\u00C4rzte-7")]
    public async Task A_notice_may_be_called_anything(string notice)
    {
        var (surgicalCase, _) = await hospital.PlacedAsync(Scanned("A1"));
        await AnnouncedAsync(notice, "A1");
        await ClosedAsync(notice, surgicalCase);
        await IsAsync(notice, "closed", "informed");
    }

    [Fact]
    public async Task A_recall_without_a_notice_is_a_campaign_of_its_own()
    {
        await hospital.PlacedAsync(Scanned("A1"));
        var recall = await hospital.RecalledAsync(new { lots = new[] { "A1" } });
        Assert.Single((await CasesAsync(recall.Json.Text("recallId"))).Items);
    }

    [Fact]
    public async Task A_closure_sent_again_is_recorded_once_and_another_under_its_id_is_refused()
    {
        var ((one, _), (other, _)) = (await hospital.PlacedAsync(Scanned("A1")), await hospital.PlacedAsync(Scanned("A1")));
        var recall = await AnnouncedAsync("FSCA-1", "A1");
        var id = Guid.NewGuid();
        var first = await ClosedAsync("FSCA-1", one, id);
        var again = await ClosedAsync("FSCA-1", one, id);
        Assert.Equal((first.Text, false, true), (again.Text, first.IsReplay, again.IsReplay));
        (await CloseAsync("FSCA-1", one, new { outcome = "revised", reason = "x", entryId = id })).IsProblem(422, "entry-id-reused");
        (await CloseAsync("FSCA-1", other, new { outcome = "informed", reason = "by telephone", entryId = id })).IsProblem(422, "entry-id-reused");
        Assert.Equal(2L, await host.SqlAsync("select count(*) from periop_events.mt_events where stream_id = $1", Guid.Parse(recall.Json.Text("recallId"))));
        await hospital.EndedAsync(recall);
        Assert.True((await ClosedAsync("FSCA-1", one, id)).IsReplay);
    }

    [Fact]
    public async Task What_is_not_known_or_not_affected_is_not_closed()
    {
        var (surgicalCase, _) = await hospital.PlacedAsync(Scanned("A1"));
        var unaffected = await hospital.CaseInOperationAsync();
        await AnnouncedAsync("FSCA-1", "A1");
        (await hospital.Quality.GetAsync($"{Path}/FSCA-9")).IsProblem(404);
        (await CloseAsync("FSCA-9", surgicalCase, new { outcome = "informed", reason = "x" })).IsProblem(404);
        (await CloseAsync("FSCA-1", await host.NewHospital().CaseAsync(), new { outcome = "informed", reason = "x" })).IsProblem(404);
        (await CloseAsync("FSCA-1", unaffected, new { outcome = "informed", reason = "x" })).IsProblem(409, "case-not-affected");
        (await CloseAsync("FSCA-1", surgicalCase, new { outcome = "informed" })).PointsAt("/reason");
        (await CloseAsync("FSCA-1", surgicalCase, new { reason = "x" })).PointsAt("/outcome");
    }

    [Fact]
    public async Task The_list_is_paged_without_gap_or_double_and_whole_as_csv_and_ndjson()
    {
        for (var i = 0; i < 5; i++)
            await hospital.PlacedAsync(Scanned("A1"));
        await AnnouncedAsync("FSCA-1", "A1");
        await host.SettledAsync();
        var seen = new List<JsonNode>();
        for (string? next = ""; next is not null;)
        {
            var page = (await hospital.Quality.GetAsync($"{Path}/FSCA-1?limit=2{(next.Length > 0 ? $"&cursor={next}" : "")}")).Is(200);
            seen.AddRange(page.Items!);
            next = page.Json["next"]?.GetValue<string>();
        }

        Assert.Equal(5, seen.Select(c => c.Text("caseId")).Distinct().Count());
        Assert.Equal(6, Csv.Read((await hospital.Quality.GetAsync($"{Path}/FSCA-1?format=csv")).Is(200).Bytes).Count);
        Assert.Contains("""{"end":true,"count":5}""", (await hospital.Quality.GetAsync($"{Path}/FSCA-1?format=ndjson")).Is(200).Text, StringComparison.Ordinal);
        Assert.Contains("FSCA-1", (await hospital.Quality.GetAsync($"{Path}?format=csv")).Is(200).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whom_to_call_is_in_it_and_may_be_looked_up()
    {
        var (surgicalCase, _) = await hospital.PlacedAsync(Scanned("A1"));
        await surgicalCase.RecordedAsync("patient-corrections", new { patientRef = "p-1", reason = "named late" });
        await AnnouncedAsync("FSCA-1", "A1");
        Assert.Equal("p-1", (await CasesAsync("FSCA-1")).Items.Single().Text("patientRef"));
        (await hospital.Quality.GetAsync("/api/patients/p-1")).Is(200);
    }

    Task<Answer> AnnouncedAsync(string notice, string lot) => hospital.RecalledAsync(new { lots = new[] { lot }, notice });

    async Task<Answer> CasesAsync(string notice)
    {
        await host.SettledAsync();
        return (await hospital.Quality.GetAsync($"{Path}/{Uri.EscapeDataString(notice)}")).Is(200);
    }

    Task<Answer> CloseAsync(string notice, TestCase surgicalCase, object closure) =>
        hospital.Quality.PostAsync($"{Path}/{Uri.EscapeDataString(notice)}/cases/{surgicalCase.Id}/closures", closure);

    async Task<Answer> ClosedAsync(string notice, TestCase surgicalCase, Guid? id = null) =>
        (await CloseAsync(notice, surgicalCase, new { outcome = "informed", reason = "by telephone", entryId = id ?? Guid.NewGuid() })).Is(200);

    async Task IsAsync(string notice, string state, string? outcome)
    {
        var only = (await CasesAsync(notice)).Items.Single();
        Assert.Equal((state, outcome), (only.Text("state"), only!["outcome"]?.GetValue<string>()));
    }

    static int Count(Answer cases, string member) => cases.Json["campaign"]![member]!.GetValue<int>();

    static IEnumerable<string> Ids(params TestCase[] cases) => cases.Select(c => $"{c.Id}").Order(StringComparer.Ordinal);

    static IEnumerable<string> Ids(Answer cases) => cases.Items.Select(i => i.Text("caseId")).Order(StringComparer.Ordinal);
}
