using System.Text.Json.Nodes;
using Xunit;

namespace Periop.Server.Tests.Audit;

/// <summary>How the record is kept: which milestones were recorded promptly, and which stops were overridden.</summary>
public sealed class RecordKeeping(PeriopHost host) : IClassFixture<PeriopHost>
{
    const string Path = "/api/audit/record-keeping", Prompt = $"{Path}?metric=prompt-recording", Stops = $"{Path}?metric=stops-overridden";

    /// <summary>The milestones between room entry and room exit in their normal order, and how each is recorded.</summary>
    static readonly (string Name, string Command, JsonObject Body)[] InRoom =
    [
        ("room-entry", "room-entry", []), ("anesthesia-start", "anesthesia-start", new() { ["type"] = "general" }),
        ("sign-in", "safety-checks", new() { ["phase"] = "sign-in" }), ("induction", "induction", []), ("anesthesia", "anesthesia", []),
        ("position", "position", new() { ["position"] = "prone" }), ("skin-prep", "skin-prep", []),
        ("time-out", "safety-checks", new() { ["phase"] = "time-out" }), ("incision", "incision", []),
        ("exposure", "exposure", new() { ["levels"] = new JsonArray("L2") }), ("closing-start", "closing-start", []),
        ("closure", "closure", new() { ["method"] = "sutures" }), ("dressing", "dressing", []),
        ("sign-out", "safety-checks", new() { ["phase"] = "sign-out" }), ("emergence", "emergence", []), ("room-exit", "room-exit", []),
    ];

    readonly TestHospital hospital = host.NewHospital();

    [Fact]
    public async Task Of_each_milestone_the_share_is_told_that_was_recorded_promptly()
    {
        await OperatedAsync(0, 4, 6);
        await OperatedAsync(0, 20, 21);
        await hospital.OperatedAsync(incision: hospital.Now.AddHours(-1));
        var found = (await hospital.AskedAsync(Prompt)).Json;
        Assert.Equal(("recorded-within-5-minutes", 2, "prompt-recording"), (
            found["definition"]!.Str("id"), found["definition"]!.Int("version"), found["definition"]!.Str("metric")));
        Assert.Equal(
            ["room-entry 2/2 1", "time-out 2/2 1", "incision 1/2 0.5", "room-exit 0/2 0"],
            SharesOf(found, "all").Where(s => s.Int("denominator") > 0).Select(Told));
        var shares = SharesOf(found, "all").ToDictionary(s => s.Str("of")!);
        Assert.Equal("""{"delayed":1,"prompt":1,"unknown":1}""", shares["incision"]["how"]!.ToJsonString());
        Assert.Equal("""{"not-recorded":1,"prompt":2}""", shares["room-entry"]["how"]!.ToJsonString());
        Assert.Equal("""{"not-recorded":2}""", shares["closure"]["how"]!.ToJsonString());
        Assert.Equal("""{"not-recorded":1,"prompt":2}""", shares["time-out"]["how"]!.ToJsonString());
        Assert.Equal("""{"not-recorded":3}""", shares["sign-in"]["how"]!.ToJsonString());
        Assert.Equal("{}", shares["dressing"]["how"]!.ToJsonString());
        Assert.Equal([0.0945312057342, 0.905468794266], shares["incision"]["wilson"]!.AsArray().Select(v => v!.GetValue<double>()));
        Assert.Null(shares["closure"]["wilson"]);
        var within20 = (await hospital.AskedAsync($"{Prompt}&definition=recorded-within-20-minutes")).Json;
        Assert.Equal(["incision 2/2 1", "room-exit 1/2 0.5"], SharesOf(within20, "all").Where(s => s.Str("of") is "incision" or "room-exit").Select(Told));
    }

    /// <summary>Each is recorded later than the one before, by a minute: the first six of them promptly.</summary>
    [Fact]
    public async Task Every_milestone_between_room_entry_and_room_exit_has_its_share()
    {
        var surgicalCase = await hospital.CaseAsync();
        string[] names = [.. InRoom.Select(m => m.Name)];
        host.Clock.Advance(TimeSpan.FromHours(1));
        foreach (var (minutes, (_, command, body)) in InRoom.Index())
        {
            host.Clock.Advance(TimeSpan.FromMinutes(10));
            var said = body.DeepClone();
            said["occurredAt"] = hospital.Now.AddMinutes(-minutes);
            await surgicalCase.RecordedAsync(command, said);
        }

        await surgicalCase.RecordedAsync("incision");       // a further stage
        var shares = SharesOf((await hospital.AskedAsync(Prompt)).Json, "all");
        Assert.Equal([.. names.Select((name, minutes) => minutes <= 5 ? $"{name} 1/1 1" : $"{name} 0/1 0")], shares.Select(Told));
        Assert.Equal(names.Reverse(), (await ListAsync(Prompt)).OrderByDescending(l => l.Str("occurredAt"), StringComparer.Ordinal).Select(l => l.Str("of")));
    }

    [Fact]
    public async Task The_first_version_of_a_definition_is_answered_as_it_always_was()
    {
        await OperatedAsync(0, 4, 6);
        var found = (await hospital.AskedAsync($"{Prompt}&definition=recorded-within-5-minutes&version=1")).Json;
        Assert.Equal(
            ["room-entry 1/1 1", "incision 1/1 1", "closure 0/0 ", "dressing 0/0 ", "room-exit 0/1 0"], SharesOf(found, "all").Select(Told));
        Assert.Equal("""{"not-recorded":1}""", SharesOf(found, "all")[2]["how"]!.ToJsonString());
    }

    [Fact]
    public async Task The_shares_are_a_table_too()
    {
        await OperatedAsync(0, 4, 6);
        var lines = (await hospital.AskedAsync($"{Prompt}&groupBy=room&format=csv")).Text.Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal("key,of,numerator,denominator,rate,wilson,how,explain", lines[0]);
        Assert.Equal(InRoom.Length, lines.Length - 1);
        Assert.StartsWith("OR-1,room-entry,1,1,1,", lines[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_corrected_time_is_as_late_as_it_is_now_known_to_have_been_recorded()
    {
        var (surgicalCase, incision) = await OperatedAsync(0, 0, 0);
        await surgicalCase.RecordedAsync("time-corrections", new
        { targetEntryId = incision, correctedTo = hospital.Now.AddMinutes(-67), reason = "read off the monitor" });
        Assert.Equal("incision 0/1 0", Told(SharesOf((await hospital.AskedAsync(Prompt)).Json, "all").Single(s => s.Str("of") == "incision")));
    }

    [Fact]
    public async Task Of_the_answers_to_a_stop_the_share_is_told_that_went_past_it()
    {
        await OverriddenAsync();
        await ResolvedAsync();
        await ResolvedAsync();
        var waited = await hospital.CaseInRoomAsync();
        (await waited.PostAsync("incision", new { }, ("Periop-Waited", "300"))).Is(200);
        (await (await hospital.CaseInRoomAsync()).PostAsync("incision")).IsProblem(409);
        var found = (await hospital.AskedAsync(Stops)).Json;
        Assert.Equal(
            ["before-room-entry 0/0 ", "before-incision 0/0 ", "time-out-missing 1/3 0.333333333333", "level-outside-plan 0/0 "],
            SharesOf(found, "all").Select(Told));
        Assert.Equal("""{"not-stopped":1,"overridden":1,"recorded-after-stop":2}""", SharesOf(found, "all")[2]["how"]!.ToJsonString());
    }

    [Fact]
    public async Task A_stop_that_is_another_flag_of_an_overridden_step_is_none()
    {
        var surgicalCase = await OverriddenAsync();
        var flags = (await hospital.AskedAsync("/api/register/deviations")).Items;
        Assert.Contains(flags, f => f!["overridden"]!.GetValue<bool>() && f.Str("code") == "antibiotic-not-in-window");
        Assert.Equal(["time-out-missing"], (await ListAsync(Stops)).Select(l => l.Str("of")));
        await surgicalCase.RecordedAsync("retractions", new { targetEntryId = (await ListAsync(Stops))[0]["entryIds"]![0]!.GetValue<Guid>(), reason = "no" });
        Assert.Empty(await ListAsync(Stops));
    }

    [Fact]
    public async Task An_answer_to_a_stop_keeps_naming_it_whatever_becomes_of_its_case()
    {
        var surgicalCase = await ResolvedAsync();
        await surgicalCase.RecordedAsync("plan-changes", new { surgeon = "surgeon-9", reason = "exchanged" });
        await surgicalCase.RecordedAsync("flag-acknowledgements", new { code = "recorded-after-stop", reason = "well done" });
        var line = Assert.Single(await ListAsync($"{Stops}&surgeon=surgeon-9"));
        Assert.Equal(("time-out-missing", "recorded-after-stop", "surgeon-9", false, true), (
            line.Str("of"), line.Str("how"), line.Str("surgeon"), line["inNumerator"]!.GetValue<bool>(), line["inDenominator"]!.GetValue<bool>()));
    }

    [Theory]
    [InlineData(Prompt, "incision", 2)]
    [InlineData(Stops, "time-out-missing", 1)]
    public async Task Every_count_has_an_address(string question, string of, int denominator)
    {
        await OperatedAsync(0, 0, 0);
        await OverriddenAsync();
        await hospital.OperatedAsync(surgeon: "surgeon-4");
        var share = SharesOf((await hospital.AskedAsync($"{question}&groupBy=surgeon")).Json, "surgeon-3").Single(s => s.Str("of") == of);
        Assert.Equal(denominator, share.Int("denominator"));
        var lines = (await hospital.AskedAsync(share.Str("explain")!)).Items;
        Assert.Equal(denominator, lines.Count(l => l!["inDenominator"]!.GetValue<bool>()));
        Assert.All(lines, l => Assert.Equal((of, "surgeon-3"), (l!.Str("of"), l!.Str("key"))));
        foreach (var (how, count) in share["how"]!.AsObject())
            Assert.Equal(count!.GetValue<int>(), (await hospital.AskedAsync($"{share.Str("explain")}&how={how}")).Items.Count);
    }

    [Theory]
    [InlineData(Prompt, 12)]
    [InlineData(Stops, 3)]
    public async Task The_list_comes_in_pages_and_whole(string question, int count)
    {
        for (var n = 0; n < 3; n++)
            if (question == Prompt)
                await OperatedAsync(0, 0, 0);
            else
                await OverriddenAsync();
        var list = question.Replace(Path, $"{Path}/entries", StringComparison.Ordinal);
        var all = (await hospital.AskedAsync($"{list}&limit=500")).Items.Where(l => l!.Str("how") != "not-recorded").Select(l => l!.ToJsonString()).ToArray();
        Assert.Equal(count, all.Length);
        var paged = new List<JsonNode>();
        for (var cursor = ""; ;)
        {
            var page = await hospital.AskedAsync($"{list}&limit=2{cursor}");
            paged.AddRange(page.Items!);
            if (page.Json.Str("next") is not { } next)
                break;
            cursor = $"&cursor={next}";
        }

        Assert.Equal(all, paged.Where(l => l.Str("how") != "not-recorded").Select(l => l.ToJsonString()));
        Assert.Equal(paged.Count + 1, (await hospital.AskedAsync($"{list}&format=csv")).Text.TrimEnd().Split('\n').Length);
        Assert.EndsWith(
            $$"""{"end":true,"count":{{paged.Count}}}""", (await hospital.AskedAsync($"{list}&format=ndjson")).Text.TrimEnd(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Prompt)]
    [InlineData(Stops)]
    public async Task It_is_asked_by_group_and_by_the_hospitals_days(string question)
    {
        var noon = hospital.Now.UtcDateTime.Date.AddDays(1).AddHours(11);        // so that all of it is of one day
        hospital.Host.Clock.SetUtcNow(new DateTimeOffset(noon, TimeSpan.Zero));
        await OperatedAsync(0, 0, 0);
        await OverriddenAsync();
        var day = DateOnly.FromDateTime(hospital.Now.ToOffset(TimeSpan.FromHours(1)).DateTime);
        foreach (var (narrowed, keys) in new[]
        {
            ("", "all"), ("&groupBy=room", "OR-1"), ("&groupBy=month", $"{day:yyyy-MM}"), ("&groupBy=quarter", $"{day.Year}-Q1"),
            ("&groupBy=procedure&room=OR-1", "spinal-osteotomy"), ($"&groupBy=service&from={day:O}&to={day.AddDays(1):O}", "unknown"),
            ($"&groupBy=room&from={day.AddDays(1):O}", ""), ($"&groupBy=room&to={day:O}", ""), ("&groupBy=room&room=OR-7", ""),
        })
            Assert.Equal(keys, string.Join(',', (await hospital.AskedAsync(question + narrowed)).Json["groups"]!.AsArray().Select(g => g!.Str("key"))));
    }

    [Theory]
    [InlineData(Prompt)]
    [InlineData(Stops)]
    public async Task The_same_question_as_of_an_instant_gives_the_same_bytes_whatever_was_recorded_since(string question)
    {
        var surgicalCase = await OverriddenAsync();
        var before = await hospital.AskedAsync(question);
        host.Clock.Advance(TimeSpan.FromSeconds(2));
        await surgicalCase.RecordedAsync("retractions", new { targetEntryId = surgicalCase.Id, reason = "another hospital's" });
        await OperatedAsync(9, 9, 9);
        await ResolvedAsync();
        Assert.NotEqual(before.Json["groups"]!.ToJsonString(), (await hospital.AskedAsync(question)).Json["groups"]!.ToJsonString());
        var again = await hospital.AskedAsync($"{question}&asOf={Uri.EscapeDataString(before.Json.Str("asOf")!)}");
        Assert.Equal((before.Text, before.ETag), (again.Text, again.ETag));
    }

    [Theory]
    [InlineData("", "/metric")]
    [InlineData("?metric=turnover", "/metric")]
    [InlineData("?metric=prompt-recording&definition=answered-stops-overridden", "/definition")]
    [InlineData("?metric=prompt-recording&definition=recorded-within-5-minutes&version=9", "/version")]
    [InlineData("?metric=prompt-recording&definition=recorded-within-5-minutes&version=x", "/version")]
    [InlineData("?metric=stops-overridden&groupBy=month-due", "/groupBy")]
    [InlineData("?metric=stops-overridden&from=soon", "/from")]
    public async Task A_question_that_cannot_be_meant_is_answered_with_what_can(string question, string pointer)
    {
        (await hospital.Quality.GetAsync(Path + question)).PointsAt(pointer);
        (await hospital.Quality.GetAsync($"{Path}/entries{question}")).PointsAt(pointer);
    }

    [Theory]
    [InlineData("of=time-out-missing", "/of")]
    [InlineData("how=slowly", "/how")]
    public async Task A_word_of_the_list_that_is_none_is_answered_with_those_there_are(string question, string pointer) =>
        (await hospital.Quality.GetAsync($"{Path}/entries?metric=prompt-recording&{question}")).PointsAt(pointer);

    /// <summary>A case whose room entry, incision and room exit were recorded so many minutes after they had happened.</summary>
    async Task<(TestCase Case, Guid Incision)> OperatedAsync(int entry, int incision, int exit)
    {
        var surgicalCase = await hospital.CaseAsync();
        await RecordedAsync("room-entry", entry);
        await surgicalCase.RecordedAsync("safety-checks", new { phase = "time-out", occurredAt = hospital.Now.AddMinutes(-entry) });
        host.Clock.Advance(TimeSpan.FromMinutes(60));
        var incised = await RecordedAsync("incision", incision);
        host.Clock.Advance(TimeSpan.FromMinutes(60));
        await RecordedAsync("room-exit", exit);
        return (surgicalCase, incised.EntryId);

        Task<Answer> RecordedAsync(string command, int minutes) =>
            surgicalCase.RecordedAsync(command, new { occurredAt = hospital.Now.AddMinutes(-minutes) });
    }

    /// <summary>A case whose incision came before the time-out, for a reason.</summary>
    async Task<TestCase> OverriddenAsync()
    {
        var surgicalCase = await hospital.CaseInRoomAsync();
        await surgicalCase.RecordedAsync("incision", new { @override = "bleeding" });
        return surgicalCase;
    }

    /// <summary>A case whose time-out was recorded because the incision had been stopped.</summary>
    async Task<TestCase> ResolvedAsync()
    {
        var surgicalCase = await hospital.CaseInRoomAsync();
        (await surgicalCase.PostAsync("incision")).IsProblem(409);
        await surgicalCase.RecordedAsync("safety-checks", new { phase = "time-out", afterStop = "time-out-missing" });
        await surgicalCase.RecordedAsync("incision");
        return surgicalCase;
    }

    async Task<JsonNode[]> ListAsync(string question) =>
        [.. (await hospital.AskedAsync(question.Replace(Path, $"{Path}/entries", StringComparison.Ordinal))).Items.Select(i => i!)];

    static JsonNode[] SharesOf(JsonNode answer, string key) =>
        [.. answer["groups"]!.AsArray().Single(g => g!.Str("key") == key)!["shares"]!.AsArray().Select(s => s!)];

    static string Told(JsonNode share) => $"{share.Str("of")} {share.Int("numerator")}/{share.Int("denominator")} {share["rate"]?.ToJsonString()}";
}
