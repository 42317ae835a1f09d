using Xunit;

namespace Periop.Server.Tests.Implants;

/// <summary>The recall list is kept over the interface, as events; nothing leaves it.</summary>
public sealed class RecallLists(PeriopHost host) : IClassFixture<PeriopHost>
{
    readonly TestHospital hospital = host.NewHospital();

    Recalls List => new(hospital);

    [Fact]
    public async Task A_recall_is_announced_read_listed_and_ended()
    {
        var announced = (await List.PostAsync(new { gtin = "51022222233336", lot = "A213B1", reference = "FSCA-2026-014", reason = "set screws may loosen" })).Is(201);
        var id = announced.Json["recallId"]!.GetValue<Guid>();
        Assert.Equal($"{Recalls.Path}/{id}", announced.Header("Location"));
        Assert.Equal(("51022222233336", "A213B1", "FSCA-2026-014", "set screws may loosen", "quality-1"),
            (announced.Json.Text("gtin"), announced.Json.Text("lot"), announced.Json.Text("reference"), announced.Json.Text("reason"), announced.Json.Text("announcedBy")));
        Assert.Equal(announced.Text, (await hospital.Quality.GetAsync($"{Recalls.Path}/{id}")).Is(200).Text);
        Assert.Equal(announced.Json.ToJsonString(), Assert.Single((await List.ListAsync()).Items)!.ToJsonString());

        host.Clock.Advance(TimeSpan.FromDays(1));
        var ended = await List.EndAsync(id);
        Assert.Equal((hospital.Now, "quality-1"), (ended.Json["endedAt"]!.GetValue<DateTimeOffset>(), ended.Json.Text("endedBy")));
        host.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal(ended.Text, (await List.EndAsync(id)).Text);
        Assert.Equal(ended.Json.ToJsonString(), Assert.Single((await List.ListAsync()).Items)!.ToJsonString());
        Assert.Equal("recall_announced recall_ended", await host.SqlAsync("select string_agg(type, ' ' order by version) from periop_events.mt_events where stream_id = $1", id));
    }

    [Fact]
    public async Task The_list_is_paged_newest_first_and_had_whole()
    {
        foreach (var number in Enumerable.Range(0, 5))
        {
            host.Clock.Advance(TimeSpan.FromSeconds(1));
            await List.AnnounceAsync(new { lot = $"L{number}" });
        }

        var first = await List.ListAsync("?limit=3");
        var second = await List.ListAsync($"?limit=3&cursor={first.Json.Text("next")}");
        Assert.Equal(["L4", "L3", "L2", "L1", "L0"], first.Items.Concat(second.Items).Select(r => r.Text("lot")));
        Assert.EndsWith("""{"end":true,"count":5}""" + "\n", (await List.ListAsync("?format=ndjson")).Text, StringComparison.Ordinal);
        Assert.Equal(6, (await List.ListAsync("?format=csv")).Text.TrimEnd().Split('\n').Length);
    }

    [Fact]
    public async Task The_same_recall_sent_again_is_recorded_once()
    {
        var entryId = Guid.NewGuid();
        var body = new { entryId, lot = "A213B1" };
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => List.PostAsync(body)));
        Assert.Single(answers.Select(a => a.Is(201).Text).Distinct());
        Assert.Single(answers, a => !a.IsReplay);
        await List.EndAsync(entryId);
        var again = (await List.PostAsync(new { lot = "A213B1" }, ("Idempotency-Key", $"{entryId}"))).Is(201);
        Assert.Equal((answers[0].Text, true), (again.Text, again.IsReplay));
        (await List.PostAsync(new { entryId, lot = "A213B2" })).IsProblem(422, "entry-id-reused");
    }

    [Fact]
    public async Task Devices_are_under_one_recall_at_a_time_by_the_same_description()
    {
        var first = await List.AnnounceAsync(new { gtin = "51022222233336", lot = "A213B1" });
        var second = (await List.PostAsync(new { gtin = "51022222233336", lot = "a213 b1", reference = "another notice" })).IsProblem(409, "already-recalled");
        Assert.Equal(first, second.EntryId);
        await List.AnnounceAsync(new { lot = "A213B1" });
        await List.EndAsync(first);
        await List.AnnounceAsync(new { gtin = "51022222233336", lot = "A213B1" });
    }

    [Fact]
    public async Task A_recall_and_a_case_are_never_taken_for_each_other()
    {
        var surgicalCase = await hospital.CaseAsync();
        (await List.PostAsync(new { entryId = surgicalCase.Id, lot = "A" })).IsProblem(422, "entry-id-reused");
        var recall = await List.AnnounceAsync(new { lot = "A" });
        (await hospital.Scheduler.PostAsync("/api/cases", new { entryId = recall, caseNumber = Story.NewNumber() })).IsProblem(422, "entry-id-reused");
        (await hospital.Nurse.PostAsync($"/api/cases/{recall}/room-ready", "{}")).IsProblem(404);
        foreach (var what in new[] { "", "/timeline", "/codes" })
            (await hospital.Nurse.GetAsync($"/api/cases/{recall}{what}")).IsProblem(404);
    }

    [Theory]
    [InlineData("{}", "/gtin")]
    [InlineData("""{"reason":"no device"}""", "/gtin")]
    [InlineData("""{"gtin":"51022222233337"}""", "/gtin")]
    [InlineData("""{"gtin":51022222233336}""", "/gtin")]
    [InlineData("""{"lot":""}""", "/lot")]
    [InlineData("""{"lot":["A"]}""", "/lot")]
    [InlineData("""{"serial":"1","until":"2027-01-01"}""", "/until")]
    [InlineData("""{"serial":"1","entryId":"x"}""", "/entryId")]
    public async Task A_recall_that_cannot_be_meant_is_answered_with_what_is_wrong(string body, string pointer) => Assert.NotEmpty((await List.PostAsync(body)).PointsAt(pointer));

    [Theory]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{\"lot\":\"A\"")]
    [InlineData("""{"lot":"A","lot":"B"}""")]
    [InlineData("""{"lot":"\u0000"}""")]
    [InlineData("""{"lot":"\ud800"}""")]
    public async Task A_body_that_is_no_recall_is_answered_with_400(string body) => (await List.PostAsync(body)).IsProblem(400);

    [Fact]
    public async Task A_short_gtin_is_kept_with_all_its_digits() =>
        Assert.Equal("04000000000006", (await List.PostAsync(new { gtin = "4000000000006" })).Is(201).Json.Text("gtin"));

    [Fact]
    public async Task Recalls_are_for_quality_of_the_hospital_alone_and_logged()
    {
        var recall = await List.AnnounceAsync(new { lot = "A" });
        foreach (var role in new[] { "or-staff", "scheduler", "coder", "auditor", "display", "operations", "admin" })
        {
            (await hospital.As(role).GetAsync(Recalls.Path)).IsProblem(403);
            (await hospital.As(role).PostAsync(Recalls.Path, new { lot = "B" })).IsProblem(403);
            (await hospital.As(role).SendAsync(HttpMethod.Delete, $"{Recalls.Path}/{recall}", null)).IsProblem(403);
        }

        var stranger = host.NewHospital();
        foreach (var id in new[] { $"{recall}", $"{Guid.NewGuid()}", "malformed" })
        {
            (await stranger.Quality.GetAsync($"{Recalls.Path}/{id}")).IsProblem(404);
            (await stranger.Quality.SendAsync(HttpMethod.Delete, $"{Recalls.Path}/{id}", null)).IsProblem(404);
        }

        Assert.Empty((await new Recalls(stranger).ListAsync()).Items);
        await List.EndAsync(recall);
        var log = (await hospital.Auditor.GetAsync("/api/access-log")).Is(200).Items.Select(e => $"{e.Text("action")} {e.Text("outcome")}").ToArray();
        Assert.Contains("recall-announce 201", log);
        Assert.Contains("recall-end 200", log);
    }
}
