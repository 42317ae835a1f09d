using System.Text.Json.Nodes;
using Xunit;
using static Periop.Server.Tests.Devices;

namespace Periop.Server.Tests.Implants;

/// <summary>The recall list: announced once, ended once, and never without a trace.</summary>
public sealed class Recalls(PeriopHost host) : IClassFixture<PeriopHost>
{
    const string Path = "/api/implants/recalls";

    readonly TestHospital hospital = host.NewHospital();

    [Fact]
    public async Task A_recall_is_answered_with_all_that_was_said_and_where_it_is()
    {
        var id = Guid.NewGuid();
        var answer = await hospital.RecalledAsync(
            new { entryId = id, gtin = "4006381333931", lots = new[] { "a 1" }, serials = new[] { "0017" }, notice = "FSCA-1", reason = "may loosen" });
        Assert.Equal($"{Path}/{id}", answer.Header("Location"));
        Assert.Equal($$"""
            {"recallId":"{{id}}","gtin":"04006381333931","manufacturer":null,"reference":null,"lots":["a 1"],"serials":["0017"],"notice":"FSCA-1",
            "reason":"may loosen","announcedAt":"{{answer.Json["announcedAt"]}}","announcedBy":"quality-1","endedAt":null,"endedBy":null}
            """.ReplaceLineEndings(""), answer.Text);
        Assert.Equal(host.Now, answer.Json["announcedAt"]!.GetValue<DateTimeOffset>());
        Assert.Equal(answer.Text, (await hospital.Quality.GetAsync($"{Path}/{id}")).Is(200).Text);
    }

    [Theory]
    [InlineData("""{"gtin":"51022222233336"}""")]
    [InlineData("""{"lots":["A1"]}""")]
    [InlineData("""{"serials":["7"]}""")]
    public async Task One_part_is_enough(string body) => Assert.NotNull((await hospital.RecalledAsync(body)).Json["recallId"]);

    [Fact]
    public async Task A_recall_is_stored_as_events()
    {
        var recall = await hospital.RecalledAsync(new { lots = new[] { "A1" } });
        await hospital.EndedAsync(recall);
        await hospital.EndedAsync(recall);
        Assert.Equal("recall_announced,recall_ended", await host.SqlAsync(
            "select string_agg(type, ',' order by version) from periop_events.mt_events where stream_id = $1", recall.Json["recallId"]!.GetValue<Guid>()));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_same_recall_sent_again_is_recorded_once_also_after_its_end(bool inHeader)
    {
        var id = Guid.NewGuid();
        var first = await SendAsync();
        Assert.False(first.IsReplay);
        host.Clock.Advance(TimeSpan.FromDays(1));
        Same(await SendAsync());
        await hospital.EndedAsync(first);
        Same(await SendAsync());
        Assert.Single((await hospital.Quality.GetAsync(Path)).Items);

        Task<Answer> SendAsync() => inHeader
            ? hospital.Quality.PostAsync(Path, """{"reason":"x", "lots":["A1"]}""", ("Idempotency-Key", $"{id}"))
            : hospital.Quality.PostAsync(Path, $$"""{"lots":["A1"],"entryId":"{{id}}","reason":"x"}""");

        void Same(Answer again)
        {
            Assert.True(again.Is(201).IsReplay);
            Assert.Equal((first.Text, first.Header("Location")), (again.Text, again.Header("Location")));
        }
    }

    [Fact]
    public async Task An_id_is_of_one_recall_or_case_alone()
    {
        var (id, surgicalCase) = (Guid.NewGuid(), await hospital.CaseAsync());
        await hospital.RecalledAsync(new { lots = new[] { "A1" }, entryId = id });
        foreach (var other in new object[]
        {
            new { lots = new[] { "A2" }, entryId = id }, new { lots = new[] { "a1" }, entryId = id },
            new { lots = new[] { "A1" }, reason = "x", entryId = id }, new { lots = new[] { "A1" }, entryId = surgicalCase.Id },
        })
            (await hospital.Quality.PostAsync(Path, other)).IsProblem(422, "entry-id-reused");
        (await hospital.Scheduler.PostAsync("/api/cases", new { caseNumber = Story.NewNumber(), entryId = id })).IsProblem(422, "entry-id-reused");
        Assert.Single((await hospital.Quality.GetAsync(Path)).Items);
    }

    [Fact]
    public async Task The_id_of_another_hospitals_recall_or_case_is_free_and_tells_nothing()
    {
        var stranger = host.NewHospital();
        var (theirs, surgicalCase) = (await stranger.RecalledAsync(new { lots = new[] { "A1" } }), await stranger.CaseAsync());
        foreach (var id in new[] { theirs.Json.Text("recallId"), $"{surgicalCase.Id}" })
            Assert.False((await hospital.RecalledAsync(new { lots = new[] { $"B{id[^4..]}" }, entryId = id })).IsReplay);
        Assert.Equal(theirs.Text, (await stranger.Quality.GetAsync(theirs.Header("Location")!)).Is(200).Text);
    }

    [Theory]
    [InlineData("""{"lots":["A 213-b1"]}""", """{"lots":["a213-B1"]}""")]
    [InlineData("""{"gtin":"4006381333931"}""", """{"gtin":"04006381333931","reason":"x"}""")]
    [InlineData("""{"gtin":"51022222233336","serials":["0017"]}""", """{"gtin":"51022222233336","serials":[" 0017"],"notice":"R-2"}""")]
    public async Task Devices_under_recall_are_not_recalled_once_more_until_it_ends(string first, string again)
    {
        var recall = await hospital.RecalledAsync(first);
        var refused = (await hospital.Quality.PostAsync(Path, again)).IsProblem(409, "already-recalled");
        Assert.Equal(recall.Json.Text("recallId"), refused.Json.Text("entryId"));
        await hospital.EndedAsync(recall);
        await hospital.RecalledAsync(again);
    }

    [Theory]
    [InlineData("""{"lots":["0017"]}""")]
    [InlineData("""{"serials":["0018"]}""")]
    [InlineData("""{"serials":["17"]}""")]
    [InlineData("""{"gtin":"51022222233336","serials":["0017"]}""")]
    public async Task Other_devices_are_another_recall(string other)
    {
        await hospital.RecalledAsync(new { serials = new[] { "0017" } });
        await hospital.RecalledAsync(other);
    }

    [Fact]
    public async Task Of_many_who_announce_the_same_devices_at_once_one_does()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => hospital.Quality.PostAsync(Path, """{"lots":["A1"]}""")));
        Assert.Equal([201, 409], answers.Select(a => a.Status).Distinct().Order());
        Assert.Single(answers, a => a.Status == 201);
        Assert.Single((await hospital.Quality.GetAsync(Path)).Items);
    }

    [Fact]
    public async Task One_recall_sent_many_times_at_once_is_one_and_ended_many_times_at_once_ends_once()
    {
        var id = Guid.NewGuid();
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => hospital.RecalledAsync(new { lots = new[] { "A1" }, entryId = id })));
        Assert.Single(answers, a => !a.IsReplay);
        Assert.Single(answers.Select(a => a.Text).Distinct());
        Assert.Single((await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => hospital.EndedAsync(answers[0])))).Select(a => a.Text).Distinct());
        Assert.Equal(2L, await host.SqlAsync("select count(*) from periop_events.mt_events where stream_id = $1", id));
    }

    [Fact]
    public async Task A_recall_ends_once_and_stays_in_the_list_with_its_end()
    {
        var recall = await hospital.RecalledAsync(new { lots = new[] { "A1" } });
        host.Clock.Advance(TimeSpan.FromDays(7));
        var ended = await hospital.EndedAsync(recall);
        Assert.Equal((host.Now, "quality-1", "quality-1"),
            (ended.Json["endedAt"]!.GetValue<DateTimeOffset>(), ended.Json.Text("endedBy"), ended.Json.Text("announcedBy")));
        host.Clock.Advance(TimeSpan.FromDays(7));
        Assert.Equal(ended.Text, (await hospital.EndedAsync(recall)).Text);
        Assert.Equal(ended.Json.ToJsonString(), (await hospital.Quality.GetAsync(Path)).Items.Single()!.ToJsonString());
    }

    [Fact]
    public async Task Another_hospitals_recall_a_case_an_unknown_and_a_malformed_id_cannot_be_told_apart()
    {
        var foreign = (await host.NewHospital().RecalledAsync(new { lots = new[] { "A1" } })).Json.Text("recallId");
        string[] ids = [foreign, $"{Guid.NewGuid()}", $"{(await hospital.CaseAsync()).Id}", $"{Guid.Empty}", "malformed", "17"];
        foreach (var method in new[] { HttpMethod.Get, HttpMethod.Delete })
        {
            var answers = await Task.WhenAll(ids.Select(id => hospital.Quality.SendAsync(method, $"{Path}/{id}", null)));
            Assert.All(answers, a => a.IsProblem(404));
            Assert.Single(answers.Select(a => a.WithoutTrace()).Distinct());
        }

        Assert.Empty((await hospital.Quality.GetAsync(Path)).Items);
    }

    [Fact]
    public async Task A_recall_is_no_case()
    {
        var recall = await hospital.RecalledAsync(new { lots = new[] { "A1" } });
        var notOne = new TestCase(hospital, recall.Json["recallId"]!.GetValue<Guid>());
        foreach (var what in new[] { "", "/timeline", "/codes", "?asOf=2026-03-02T06:00:00Z" })
            (await hospital.Nurse.GetAsync(notOne.Path + what)).IsProblem(404);
        foreach (var (command, body) in new (string, object)[]
        {
            ("room-entry", "{}"), ("hardware", Scanned("A1")),
            ("retractions", new { targetEntryId = notOne.Id, reason = "x" }), ("addenda", new { text = "x" }),
        })
            (await notOne.PostAsync(command, body)).IsProblem(404);
        Assert.Empty((await hospital.Nurse.GetAsync("/api/cases")).Items);
        Assert.Equal(recall.Text, (await hospital.Quality.GetAsync(recall.Header("Location")!)).Text);
    }

    [Fact]
    public async Task The_list_is_newest_first_and_paged_without_gap_or_double_while_recalls_are_added()
    {
        for (var i = 0; i < 13; i++)
        {
            host.Clock.Advance(TimeSpan.FromMicroseconds(i % 3));       // some of one instant
            await hospital.RecalledAsync(new { lots = new[] { $"A{i}" } });
        }

        var seen = new List<JsonNode>();
        for (string? next = ""; next is not null;)
        {
            var page = (await hospital.Quality.GetAsync($"{Path}?limit=2{(next.Length > 0 ? $"&cursor={next}" : "")}")).Is(200);
            seen.AddRange(page.Items!);
            next = page.Json["next"]?.GetValue<string>();
            host.Clock.Advance(TimeSpan.FromSeconds(1));
            await hospital.RecalledAsync(new { serials = new[] { $"{seen.Count}" } });
        }

        Assert.Equal(13, seen.Select(r => r.Text("recallId")).Distinct().Count());
        Assert.Equal(
            seen.OrderByDescending(r => r["announcedAt"]!.GetValue<DateTimeOffset>())
                .ThenByDescending(r => r.Text("recallId"), StringComparer.Ordinal).Select(r => r!["lots"]!.ToJsonString()),
            seen.Select(r => r!["lots"]!.ToJsonString()));
    }

    [Fact]
    public async Task A_whole_list_has_what_the_pages_have()
    {
        await hospital.EndedAsync(await hospital.RecalledAsync(new { lots = new[] { "=A1" }, reason = "may \"loosen\",\nor not" }));
        await hospital.RecalledAsync(new { gtin = Gtin });
        var items = (await hospital.Quality.GetAsync(Path)).Items;
        var (csv, lines) = (Csv.Read((await hospital.Quality.GetAsync(Path, ("Accept", "text/csv"))).Is(200).Bytes),
            (await hospital.Quality.GetAsync($"{Path}?format=ndjson")).Is(200).Text);
        Assert.Equal([.. items.Select(i => i!.ToJsonString()), """{"end":true,"count":2}""", ""],
            lines.Split('\n').Select(l => l.Length == 0 ? l : JsonNode.Parse(l)!.ToJsonString()));
        Assert.Equal(items[0]!.AsObject().Select(m => m.Key), csv[0]);
        Assert.Equal(
            items.Select(i => i!.AsObject().Select(m => CellOf(m.Value) is ['=', ..] formula ? "'" + formula : CellOf(m.Value))), csv.Skip(1));
    }

    static string CellOf(JsonNode? value) => value is JsonArray list ? string.Join(' ', list) : value?.ToString() ?? "";
}
