using System.Text.Json.Nodes;
using Periop.Server.Register;
using Xunit;

namespace Periop.Server.Tests.Audit;

/// <summary>All that was changed after it had been recorded.</summary>
public sealed class CorrectionList(PeriopHost host) : IClassFixture<PeriopHost>
{
    readonly TestHospital hospital = host.NewHospital();

    [Fact]
    public async Task Corrections_retractions_and_replacements_are_listed_with_both_values_newest_first()
    {
        var surgicalCase = await hospital.CaseInRoomAsync();
        var loss = await surgicalCase.RecordedAsync("blood-loss", new { cumulativeMl = 100 });
        await surgicalCase.RecordedAsync("time-corrections", new { targetEntryId = loss.EntryId, correctedTo = hospital.Now.AddMinutes(-5), reason = "clock" });
        var second = await surgicalCase.RecordedAsync("blood-loss", new { cumulativeMl = 300, replaces = loss.EntryId, reason = "a digit" });
        await surgicalCase.RecordedAsync("retractions", new { targetEntryId = second.EntryId, reason = "wrong case" });
        var found = (await ListAsync("")).Items;
        Assert.Equal(["retraction", "replacement", "time-correction"], found.Select(c => Text(c, "kind")));
        Assert.Equal(["wrong case", "a digit", "clock"], found.Select(c => Text(c, "reason")));
        Assert.All(found, c => Assert.Equal(("blood_loss_estimated", "surgeon-3", "or-staff-1"), (Text(c, "type"), Text(c, "surgeon"), Text(c, "recordedBy"))));
        Assert.Equal((300, null), (found[0]!["before"]!["cumulativeMl"]!.GetValue<int>(), found[0]!["after"]));
        Assert.Equal((100, 300), (found[1]!["before"]!["cumulativeMl"]!.GetValue<int>(), found[1]!["after"]!["cumulativeMl"]!.GetValue<int>()));
        Assert.Equal((hospital.Now, hospital.Now.AddMinutes(-5)),
            (found[2]!["timeBefore"]!.GetValue<DateTimeOffset>(), found[2]!["timeAfter"]!.GetValue<DateTimeOffset>()));
    }

    [Fact]
    public async Task They_are_found_by_day_person_surgeon_and_instant()
    {
        var surgicalCase = await hospital.CaseInRoomAsync();
        var loss = await surgicalCase.RecordedAsync("blood-loss", new { cumulativeMl = 100 });
        await surgicalCase.RecordedAsync("retractions", new { targetEntryId = loss.EntryId, reason = "wrong case" });
        var day = DateOnly.FromDateTime(hospital.Now.ToOffset(TimeSpan.FromHours(1)).DateTime);
        foreach (var (question, count) in new[]
        {
            ($"?from={day:O}&to={day.AddDays(1):O}", 1), ($"?from={day.AddDays(1):O}", 0), ($"?to={day:O}", 0), ("?by=or-staff-1", 1), ("?by=nobody", 0),
            ("?surgeon=surgeon-3", 1), ("?surgeon=surgeon-4", 0), ("?room=OR-1", 1), ("?room=OR-2", 0), ("?kind=retraction", 1),
            ("?kind=time-correction", 0),
        })
            Assert.True((await ListAsync(question)).Items.Count == count, $"{question} should find {count}");
        foreach (var (question, member) in new[]
        {
            ("from=yesterday", "/from"), ("to=2026-02-30", "/to"), ($"from={day:O}&to={day.AddDays(-1):O}", "/to"), ("kind=deletion", "/kind"), ("by=", "/by"),
            ("surgeon=%00", "/surgeon"), ("room=%00", "/room"),
        })
            (await hospital.Quality.GetAsync($"/api/register/corrections?{question}")).PointsAt(member);
    }

    [Fact]
    public async Task As_of_an_instant_the_answer_stays_the_same_to_the_byte_whatever_is_corrected_since()
    {
        var surgicalCase = await hospital.CaseInRoomAsync();
        var loss = await surgicalCase.RecordedAsync("blood-loss", new { cumulativeMl = 100 });
        await surgicalCase.RecordedAsync("time-corrections", new { targetEntryId = loss.EntryId, correctedTo = hospital.Now.AddMinutes(-5), reason = "clock" });
        var then = await ListAsync("");
        Assert.Equal((RegisterVersion.Shipped.Number, "0"), (then.Json["engine"]!.GetValue<int>(), then.Header("Periop-Behind")));
        await surgicalCase.RecordedAsync("plan-changes", new { surgeon = "surgeon-9" });
        await surgicalCase.RecordedAsync("retractions", new { targetEntryId = loss.EntryId, reason = "wrong case" });
        Assert.Equal(["surgeon-9", "surgeon-3"], (await ListAsync("")).Items.Select(c => Text(c, "surgeon")));
        Assert.Equal(then.Text, (await ListAsync($"?asOf={Text(then.Json, "asOf")}")).Text);
    }

    [Fact]
    public async Task What_was_masked_is_masked_here_too()
    {
        var surgicalCase = await hospital.CaseInRoomAsync();
        var specimen = await surgicalCase.RecordedAsync("specimens", new { label = "of Mr Smith" });
        await surgicalCase.RecordedAsync("retractions", new { targetEntryId = specimen.EntryId, reason = "wrong case" });
        Assert.Equal("of Mr Smith", (await ListAsync("")).Items[0]!["before"]!["label"]!.GetValue<string>());
        (await hospital.As("admin").PostAsync($"{surgicalCase.Path}/entries/{specimen.EntryId}/masking", new { reason = "names a patient" })).Is(200);
        Assert.DoesNotContain("Smith", (await ListAsync("")).Text, StringComparison.Ordinal);
        Assert.Equal(0L, await host.SqlAsync("select count(*) from periop_register.corrections_v4 c where c::text like '%Smith%'"));
    }

    [Fact]
    public async Task They_are_paged_and_come_as_a_whole()
    {
        var surgicalCase = await hospital.CaseInRoomAsync();
        for (var i = 0; i < 5; i++)
        {
            var loss = await surgicalCase.RecordedAsync("blood-loss", new { cumulativeMl = i });
            await surgicalCase.RecordedAsync("retractions", new { targetEntryId = loss.EntryId, reason = $"no {i}" });
        }

        var (seen, cursor) = (new List<string?>(), "");
        while (cursor is not null)
        {
            var page = await ListAsync($"?limit=2{(cursor.Length > 0 ? $"&cursor={cursor}" : "")}");
            seen.AddRange(page.Items.Select(c => Text(c, "reason")));
            cursor = page.Json["next"]?.GetValue<string>();
        }

        Assert.Equal(["no 4", "no 3", "no 2", "no 1", "no 0"], seen);
        Assert.Contains("\"count\":5", (await hospital.Auditor.GetAsync("/api/register/corrections?format=ndjson")).Is(200).Text, StringComparison.Ordinal);
    }

    async Task<Answer> ListAsync(string question)
    {
        await host.SettledAsync();
        return (await hospital.Quality.GetAsync("/api/register/corrections" + question)).Is(200);
    }

    static string? Text(JsonNode? item, string member) => item![member]?.GetValue<string>();
}
