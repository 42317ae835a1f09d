using System.Text.Json.Nodes;
using Xunit;
using static Periop.Server.Tests.Devices;

namespace Periop.Server.Tests;

/// <summary>An event that cannot be applied halts board and register for its hospital alone; repaired and rebuilt, nothing is missing.</summary>
public sealed class HaltedHospitals(PeriopHost host) : IClassFixture<PeriopHost>
{
    readonly TestHospital hospital = host.NewHospital(), other = host.NewHospital();
    BrokenEvent? broken;

    [Fact]
    public async Task A_board_that_has_halted_keeps_what_it_shows_and_says_so_while_others_go_on()
    {
        var before = await hospital.CaseInRoomAsync();
        await OnBoardAsync(hospital, "OR-1", before);
        await using var stream = await EventStream.OpenAsync(hospital.Display);
        var shown = await stream.NextAsync();
        await BreakAsync();
        var told = await stream.NextAsync();
        Assert.Equal(("snapshot", true), (told.Type, long.Parse(told.Id!) > long.Parse(shown.Id!)));
        Assert.NotNull(told.Data["haltedSince"]);
        Assert.Equal($"{shown.Data["rooms"]}", $"{told.Data["rooms"]}");

        await hospital.CaseInRoomAsync("OR-2");
        var elsewhere = await other.CaseInRoomAsync("OR-2");
        await OnBoardAsync(other, "OR-2", elsewhere);
        var halted = await Eventually.BecomesAsync(
            () => hospital.Display.GetAsync("/api/board"), b => long.Parse(b.Header("Periop-Behind")!) > 3, "the board says how far it is behind");
        Assert.Null(RoomOf(halted, "OR-2")["current"]);
        Assert.Null((await other.Display.GetAsync("/api/board")).Json["haltedSince"]);
        await RepairAsync();
    }

    [Fact]
    public async Task A_register_that_has_halted_answers_up_to_there_and_is_503_after_it_while_others_go_on()
    {
        var placed = await hospital.CaseInOperationAsync();
        await placed.PlacedAsync(Scanned("before"));
        Assert.Single((await hospital.LedgerAsync()).Items);
        await BreakAsync();
        await placed.PlacedAsync(Scanned("after"));
        await (await other.CaseInOperationAsync()).PlacedAsync(Scanned("elsewhere"));
        await host.SettledAsync();
        Assert.Single((await other.Quality.GetAsync("/api/implants")).Is(200).Items);
        Assert.Equal("0", (await other.Quality.GetAsync("/api/implants")).Header("Periop-Behind"));

        var stands = (await hospital.Quality.GetAsync("/api/implants")).Is(200);
        Assert.Equal("before", Assert.Single(stands.Items).Text("lot"));
        Assert.True(long.Parse(stands.Header("Periop-Behind")!) > 1);
        var asOf = stands.Json["asOf"]!.GetValue<string>();
        Assert.Equal(stands.Text, (await hospital.Quality.GetAsync($"/api/implants?asOf={asOf}")).Is(200).Text);
        host.Clock.Advance(TimeSpan.FromSeconds(1));
        var later = $"{host.Now.UtcDateTime:O}";
        await (await other.CaseInOperationAsync()).PlacedAsync(Scanned("later"));
        await host.SettledAsync();
        var refused = (await hospital.Quality.GetAsync($"/api/implants?asOf={later}")).IsProblem(503, "halted");
        Assert.NotNull(refused.Header("Retry-After"));
        (await hospital.Nurse.GetAsync($"{placed.Path}?asOf={later}")).IsProblem(503, "halted");
        Assert.Equal(2, (await placed.ReadAsync()).Json["implants"]!.AsArray().Count);
        (await other.Quality.GetAsync($"/api/implants?asOf={later}")).Is(200);

        await RepairAsync();
        Assert.Equal(2, (await hospital.LedgerAsync()).Items.Count);
        Assert.Equal(stands.Text, (await hospital.Quality.GetAsync($"/api/implants?asOf={asOf}")).Is(200).Text);
    }

    [Fact]
    public async Task A_server_with_a_halted_hospital_is_degraded_and_does_not_say_which_it_is()
    {
        await hospital.CaseInRoomAsync();
        await BreakAsync();
        var health = await Eventually.BecomesAsync(HealthAsync, h => h.Json["status"]!.GetValue<string>() == "degraded", "the server is degraded");
        Assert.Equal([1, 1], health.Is(200).Json["projections"]!.AsArray().Select(p => p!["haltedHospitals"]!.GetValue<int>()));
        Assert.DoesNotContain(hospital.Id, health.Text, StringComparison.Ordinal);
        await RepairAsync();
        await Eventually.BecomesAsync(HealthAsync, h => h.Json["status"]!.GetValue<string>() == "ready", "the server is ready again");
    }

    [Fact]
    public async Task What_came_before_the_event_is_applied_whatever_else_is_in_its_batch()
    {
        await using var held = new Npgsql.NpgsqlConnection(host.ConnectionString);
        await held.OpenAsync(TestContext.Current.CancellationToken);
        await using (var hold = new Npgsql.NpgsqlCommand("begin; lock table periop.mt_doc_boardcard_v2 in share mode", held))
            await hold.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        await other.CaseAsync();        // its card waits, and what follows comes in one batch
        var first = await hospital.CaseInRoomAsync("OR-1");
        await BreakAsync(wait: false);
        await first.RecordedAsync("room-exit");
        await hospital.CaseInRoomAsync("OR-2");
        await held.CloseAsync();
        await OnBoardAsync(hospital, "OR-1", first);
        await HaltedAsync();
        Assert.Null((await RoomAsync(hospital, "OR-2"))["current"]);
        await RepairAsync();
        Assert.Null((await RoomAsync(hospital, "OR-1"))["current"]);
    }

    [Theory]
    [InlineData(2000)]
    [InlineData(1)]
    public async Task Worked_out_anew_a_halt_is_at_the_same_entry_and_what_came_before_it_the_same(int batch)
    {
        var placed = await hospital.CaseInOperationAsync();
        await placed.PlacedAsync(Scanned("before"));
        await BreakAsync();
        await placed.PlacedAsync(Scanned("after"));
        await (await other.CaseInOperationAsync()).PlacedAsync(Scanned("elsewhere"));
        await host.CaughtUpAsync();
        var live = await KeptAsync();
        await host.RebuildAsync(batch);
        Assert.Equal(live, await KeptAsync());
        await host.StartAsync(host.ConnectionString);
        await RepairAsync();
    }

    /// <summary>What board and register keep, and where they have halted.</summary>
    async Task<IReadOnlyList<string>> KeptAsync() =>
    [
        .. await host.HashesAsync(),
        (string)(await host.SqlAsync("select string_agg(h::text, '|' order by h::text) from periop.halted_board_v2 h"))!,
        (string)(await host.SqlAsync("select string_agg(h::text, '|' order by h::text) from periop.halted_register_v4 h"))!,
    ];

    async Task BreakAsync(bool wait = true)
    {
        broken = await BrokenEvent.SenselessAsync(host, hospital);
        if (wait)
            await HaltedAsync();
    }

    Task HaltedAsync() => Eventually.BecomesAsync(
        () => host.SqlAsync(
            "select (select count(*) from periop.halted_board_v2 where tenant_id = $1) + (select count(*) from periop.halted_register_v4 where tenant_id = $1)",
            hospital.Id),
        halts => halts is 2L, "board and register have halted");

    /// <summary>Takes away what is broken and has board and register rebuilt, which is what lets them go on.</summary>
    async Task RepairAsync()
    {
        await broken!.DeleteAsync();
        await host.RebuildAsync();
        await host.StartAsync(host.ConnectionString);
        await Eventually.BecomesAsync(
            () => hospital.Display.GetAsync("/api/board"), b => b.Header("Periop-Behind") == "0" && b.Json["haltedSince"] is null, "the board goes on");
    }

    Task<Answer> HealthAsync() => hospital.WithToken(null).GetAsync("/health/ready");

    static async Task<JsonNode> RoomAsync(TestHospital hospital, string room) => RoomOf((await hospital.Display.GetAsync("/api/board")).Is(200), room);

    static JsonNode RoomOf(Answer board, string room) => board.Json["rooms"]!.AsArray().Single(r => r!.Text("room") == room)!;

    static Task OnBoardAsync(TestHospital hospital, string room, TestCase surgicalCase) => Eventually.BecomesAsync(
        () => RoomAsync(hospital, room), r => r["current"]?["caseId"]?.GetValue<Guid>() == surgicalCase.Id, $"{surgicalCase.Id} is in {room}");
}
