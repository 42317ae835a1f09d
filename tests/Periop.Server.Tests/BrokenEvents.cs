using System.Text.Json.Nodes;
using Xunit;

namespace Periop.Server.Tests;

/// <summary>An event that cannot even be read stops what shows it, never the recording; repaired, nothing is missing.</summary>
public sealed class BrokenEvents(PeriopHost host) : IClassFixture<PeriopHost>
{
    const string BoardState = "select agent_status from periop_events.mt_event_progression where name = 'Board:V2:All'";

    readonly TestHospital hospital = host.NewHospital();

    [Theory]
    [InlineData("case_unheard_of", "{}", false)]
    [InlineData("case_scheduled", """{"caseNumber":17}""", true)]
    [InlineData("case_scheduled", "[]", true)]
    public async Task An_unreadable_event_stops_the_board_and_nothing_else(string type, string body, bool isNamed)
    {
        var before = await hospital.CaseInRoomAsync();
        await OnBoardAsync("OR-1", before);
        var broken = await BrokenEvent.UnreadableAsync(host, type, body, before);
        await Eventually.BecomesAsync(async () => await host.SqlAsync(BoardState) as string, state => state == "Paused", "the board's shard is paused");
        Assert.Equal(
            isNamed ? broken.Sequence : DBNull.Value,
            await host.SqlAsync("select failure_event_sequence from periop_events.mt_event_progression where name = 'Board:V2:All'"));

        var after = await hospital.CaseInRoomAsync("OR-2");
        await after.RecordedAsync("induction");
        Assert.Equal("in-room", (await after.ReadAsync()).Json["phase"]!.GetValue<string>());
        Assert.Equal(2, (await hospital.Nurse.GetAsync("/api/cases")).Is(200).Items.Count);
        Assert.Null((await RoomAsync("OR-2"))["current"]);
        var last = await host.SqlAsync("select max(seq_id) from periop_events.mt_events");
        await Eventually.BecomesAsync(
            async () => Convert.ToInt64(await host.SqlAsync("select last_seq_id from periop_events.mt_event_progression where name = 'HighWaterMark'")),
            mark => mark >= Convert.ToInt64(last), "the high-water mark goes on");

        await broken.DeleteAsync();
        await host.RestartAsync();
        await OnBoardAsync("OR-1", before);
        await OnBoardAsync("OR-2", after);
    }

    [Fact]
    public async Task A_paused_board_makes_the_server_not_ready()
    {
        var before = await hospital.CaseInRoomAsync();
        await OnBoardAsync("OR-1", before);
        await Eventually.BecomesAsync(() => AnybodyAsync("/health/ready"), h => h.Status == 200, "the server has warmed up");
        var broken = await BrokenEvent.UnreadableAsync(host, "case_unheard_of", "{}", before);
        var health = await Eventually.BecomesAsync(() => AnybodyAsync("/health/ready"), h => h.Status == 503, "the server is not ready");
        Assert.Contains(health.Json["projections"]!.AsArray(),
            p => p!["name"]!.GetValue<string>().Contains("Board", StringComparison.Ordinal) && p["state"]!.GetValue<string>() == "paused");
        Assert.DoesNotContain("case_unheard_of", health.Text, StringComparison.Ordinal);
        (await AnybodyAsync("/health/live")).Is(200);

        await broken.DeleteAsync();
        await host.RestartAsync();
        await Eventually.BecomesAsync(() => AnybodyAsync("/health/ready"), h => h.Status == 200, "the server is ready again");
    }

    [Fact]
    public async Task An_unreadable_event_stops_the_register_whose_answers_stay_right_and_become_no_newer()
    {
        var before = await hospital.CaseInOperationAsync();
        await before.RecordedAsync("hardware", new { kind = "rod", lot = "before" });
        await Eventually.BecomesAsync(() => LedgerAsync(""), l => l.Items.Count == 1, "the device is in the ledger");
        var broken = await BrokenEvent.UnreadableAsync(host, "case_scheduled", "[]", before);
        await Eventually.BecomesAsync(
            async () => await host.SqlAsync(BoardState.Replace("Board:V2:All", host.Register.Shard)) as string, state => state == "Paused",
            "the register's shard is paused");

        await before.RecordedAsync("hardware", new { kind = "rod", lot = "after" });
        var stands = await Eventually.BecomesAsync(
            () => LedgerAsync(""), l => l.Header("Periop-Behind") is not (null or "0"), "the ledger says that it is behind");
        Assert.Equal("before", Assert.Single(stands.Items)!["lot"]!.GetValue<string>());
        Assert.Equal(stands.Text, (await LedgerAsync("?asOf=" + stands.Json["asOf"]!.GetValue<string>())).Text);
        Assert.Equal(2, (await before.ReadAsync()).Json["implants"]!.AsArray().Count);

        await broken.DeleteAsync();
        await host.RestartAsync();
        await Eventually.BecomesAsync(() => LedgerAsync(""), l => l.Items.Count == 2, "the register goes on");
        Assert.Equal(stands.Text, (await LedgerAsync("?asOf=" + stands.Json["asOf"]!.GetValue<string>())).Text);

        async Task<Answer> LedgerAsync(string question) => (await hospital.Quality.GetAsync("/api/implants" + question)).Is(200);
    }

    Task<Answer> AnybodyAsync(string path) => hospital.WithToken(null).GetAsync(path);

    Task<JsonNode> OnBoardAsync(string room, TestCase surgicalCase) =>
        Eventually.BecomesAsync(
            () => RoomAsync(room), r => r["current"]?["caseId"]?.GetValue<string>() == $"{surgicalCase.Id}", $"{surgicalCase.Id} is in {room}");

    async Task<JsonNode> RoomAsync(string room) =>
        (await hospital.Display.GetAsync("/api/board")).Is(200).Json["rooms"]!.AsArray().Single(r => r!["room"]!.GetValue<string>() == room)!;
}
