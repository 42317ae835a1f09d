using System.Text.Json.Nodes;
using Periop.Server.Tests.Import;
using Xunit;

namespace Periop.Server.Tests.Audit;

/// <summary>How operating rooms are used, over HTTP: a Monday and a Tuesday in February in two rooms.</summary>
public sealed class TimesOfRooms(PeriopHost host) : IClassFixture<PeriopHost>, IAsyncLifetime
{
    const string TwoDays = """
        caseNumber,room,surgeon,scheduledStart,scheduledMinutes,roomIn,incision,closure,roomOut,cancelled
        A,OR-1,surgeon-1,2026-02-02T08:00,120,2026-02-02T08:00,2026-02-02T08:30,2026-02-02T09:45,2026-02-02T10:00,
        B,OR-1,surgeon-2,2026-02-02T10:30,60,2026-02-02T10:25,2026-02-02T10:45,2026-02-02T11:30,2026-02-02T11:45,
        C,OR-2,surgeon-1,2026-02-02T08:00,60,2026-02-02T08:10,2026-02-02T08:20,2026-02-02T09:00,,
        D,OR-2,surgeon-2,2026-02-03T08:00,60,2026-02-03T08:00,2026-02-03T08:10,2026-02-03T08:50,2026-02-03T09:00,
        E,OR-2,surgeon-2,2026-02-03T12:00,60,,,,,yes

        """;

    readonly TestHospital hospital = host.NewHospital();
    readonly Dictionary<string, Guid> ids = [];

    public async ValueTask InitializeAsync()
    {
        Assert.Empty((await hospital.ImportAsync(TwoDays, "?timeZone=Europe/Zurich")).Refused());
        foreach (var listed in (await hospital.Scheduler.GetAsync("/api/cases")).Is(200).Items)
            ids.Add(listed!["caseNumber"]!.GetValue<string>(), listed["caseId"]!.GetValue<Guid>());
        await host.SettledAsync();
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Theory]
    [InlineData("metric=on-time-start", "share", 2, 3, .666666666667)]
    [InlineData("metric=on-time-start&groupBy=room&room=OR-2", "share", 1, 2, .5)]
    [InlineData("metric=turnover", "mean", 25, 1, 25)]
    [InlineData("metric=utilisation", "share", 260, 960, .270833333333)]
    [InlineData("metric=utilisation&definition=raw-utilisation-10-hours&room=OR-1", "share", 200, 600, .333333333333)]
    [InlineData("metric=cut-to-close", "mean", 200, 4, 50)]
    [InlineData("metric=cut-to-close&surgeon=surgeon-1", "mean", 115, 2, 57.5)]
    [InlineData("metric=cut-to-close&from=2026-02-03", "mean", 40, 1, 40)]
    [InlineData("metric=cut-to-close&to=2026-02-03", "mean", 160, 3, 53.3333333333)]
    [InlineData("metric=schedule-accuracy", "mean", 20, 3, 6.66666666667)]
    [InlineData("metric=schedule-accuracy&definition=duration-within-15-minutes", "share", 2, 3, .666666666667)]
    public async Task A_metric_is_what_its_definition_makes_of_the_cases(string question, string statistic, double above, double below, double value)
    {
        var group = Assert.Single(await GroupsAsync(question))!;
        Assert.Equal((statistic, above, below, value),
            (Text(group, "statistic"), Number(group, "numerator"), Number(group, "denominator"), Number(group, "value")));
    }

    [Fact]
    public async Task A_figure_names_its_cases_its_entries_and_what_it_leaves_out()
    {
        var group = Assert.Single(await GroupsAsync("metric=turnover"))!;
        var pair = Assert.Single(group["measured"]!.AsArray())!;
        Assert.Equal([ids["A"], ids["B"]], Ids(pair["caseIds"]!));
        Assert.Equal((25, "unknown", "2026-02-02", "OR-1"), (Number(pair, "minutes"), Text(pair, "lateness"), Text(pair, "day"), Text(pair, "room")));
        Assert.Equal([await EntryAsync("A", "patient_left_room"), await EntryAsync("B", "patient_entered_room")], Ids(pair["entryIds"]!));
        Assert.Equal(
            [$"cancelled: {ids["E"]}", $"the first of its room and day: {string.Join(' ', new[] { ids["A"], ids["C"], ids["D"] }.Order())}"],
            group["notMeasured"]!.AsArray().Select(n => $"{Text(n!, "reason")}: {string.Join(' ', Ids(n!["caseIds"]!))}"));
        Assert.Equal("""{"prompt":0,"delayed":0,"late":0,"unknown":1}""", group["lateness"]!.ToJsonString());
    }

    [Fact]
    public async Task What_is_not_recorded_is_said_and_is_no_minute()
    {
        var missing = Assert.Single(await GroupsAsync("metric=schedule-accuracy"))!["notMeasured"]!.AsArray();
        Assert.Equal(["cancelled", "room-exit is not recorded"], missing.Select(n => Text(n!, "reason")));
    }

    [Theory]
    [InlineData("metric=on-time-start&groupBy=room", "OR-1 1,OR-2 0.5")]
    [InlineData("metric=utilisation&groupBy=room", "OR-1 0.416666666667,OR-2 0.125")]
    [InlineData("metric=cut-to-close&groupBy=surgeon", "surgeon-1 57.5,surgeon-2 42.5")]
    [InlineData("metric=cut-to-close&groupBy=month", "2026-02 50")]
    [InlineData("metric=cut-to-close&groupBy=quarter", "2026-Q1 50")]
    [InlineData("metric=cut-to-close&from=2026-02-03&groupBy=surgeon", "surgeon-2 40")]
    [InlineData("metric=turnover&groupBy=surgeon", "surgeon-1 ,surgeon-2 25")]
    public async Task It_is_asked_by_group(string question, string figures) => Assert.Equal(
        figures, string.Join(',', (await GroupsAsync(question)).Select(g => $"{Text(g!, "key")} {g!["value"]?.ToJsonString()}")));

    [Fact]
    public async Task The_definition_is_named_with_its_parameters()
    {
        var usual = (await AskAsync("metric=turnover")).Json["definition"]!;
        Assert.Equal(("turnover", "turnover-90-minutes", 1, 90),
            (Text(usual, "metric"), Text(usual, "id"), usual["version"]!.GetValue<int>(), usual["capMinutes"]!.GetValue<int>()));
        Assert.NotEqual("", Text(usual, "source"));
        Assert.Equal("turnover-60-minutes", Text((await AskAsync("metric=turnover&definition=turnover-60-minutes&version=1")).Json["definition"]!, "id"));
    }

    [Fact]
    public async Task The_same_question_as_of_an_instant_gives_the_same_bytes_whatever_was_corrected_since()
    {
        var before = await AskAsync("metric=turnover");
        host.Clock.Advance(TimeSpan.FromMinutes(1));
        var exit = await EntryAsync("A", "patient_left_room");
        (await hospital.Nurse.PostAsync($"/api/cases/{ids["A"]}/time-corrections",
            new { targetEntryId = exit, correctedTo = "2026-02-02T10:05:00+01:00", reason = "read off the monitor" })).Is(200);
        await host.SettledAsync();
        Assert.Equal(20, Number(Assert.Single(await GroupsAsync("metric=turnover"))!, "value"));
        Assert.Equal(before.Text, (await AskAsync($"metric=turnover&asOf={Uri.EscapeDataString(Text(before.Json, "asOf")!)}")).Text);
    }

    [Theory]
    [InlineData("", "/metric")]
    [InlineData("metric=speed", "/metric")]
    [InlineData("metric=turnover&definition=first-case-no-grace", "/definition")]
    [InlineData("metric=turnover&definition=turnover-any&version=9", "/version")]
    [InlineData("metric=turnover&groupBy=weekday", "/groupBy")]
    [InlineData("metric=utilisation&groupBy=surgeon", "/groupBy")]
    [InlineData("metric=turnover&groupBy=month-due", "/groupBy")]
    [InlineData("metric=utilisation&surgeon=surgeon-1", "/surgeon")]
    [InlineData("metric=turnover&from=yesterday", "/from")]
    public async Task What_cannot_be_read_is_pointed_at(string question, string pointer) =>
        (await hospital.Quality.GetAsync($"/api/audit/times?{question}")).PointsAt(pointer);

    async Task<Answer> AskAsync(string question) => (await hospital.Scheduler.GetAsync($"/api/audit/times?{question}")).Is(200);

    async Task<JsonArray> GroupsAsync(string question) => (await AskAsync(question)).Json["groups"]!.AsArray();

    async Task<Guid> EntryAsync(string number, string type) =>
        (await hospital.TimelineOfAsync(number)).Single(e => Text(e!, "type") == type)!["entryId"]!.GetValue<Guid>();

    static Guid[] Ids(JsonNode list) => [.. list.AsArray().Select(id => id!.GetValue<Guid>())];

    static string? Text(JsonNode node, string member) => node[member]?.GetValue<string>();

    static double Number(JsonNode node, string member) => node[member]!.GetValue<double>();
}
