using System.Text.Json.Nodes;
using Periop.Server.Access;
using Xunit;

namespace Periop.Server.Tests;

public sealed class Board(PeriopHost host) : IClassFixture<PeriopHost>
{
    readonly TestHospital hospital = host.NewHospital();

    [Fact]
    public async Task An_empty_board_names_the_rooms_of_the_hospital()
    {
        var board = (await hospital.Display.GetAsync("/api/board")).Is(200).Json;
        Assert.Equal((hospital.Id, "2026-03-02", "Europe/Zurich"),
            (board["hospital"]!.GetValue<string>(), board["date"]!.GetValue<string>(), board["timeZone"]!.GetValue<string>()));
        Assert.Equal(PeriopHost.Rooms, board["rooms"]!.AsArray().Select(r => r!["room"]!.GetValue<string>()));
        Assert.Equal(["1", "2", "3"], board["rooms"]!.AsArray().Select(r => r!["label"]!.GetValue<string>()));
        Assert.Empty(board["unclosed"]!.AsArray());
        Assert.All(board["rooms"]!.AsArray(), r => Assert.Equal("free", r!["state"]!.GetValue<string>()));
        Assert.All(board["rooms"]!.AsArray(), r => Assert.True(r!["current"] is null && r["next"] is null && r["cases"]!.AsArray().Count == 0));
    }

    [Fact]
    public async Task A_case_appears_and_goes_through_its_phases()
    {
        var surgicalCase = await hospital.CaseAsync();
        var waiting = await RoomAsync("OR-1", r => r["next"] is not null);
        Assert.Equal(($"{surgicalCase.Id}", "planned", "spinal-osteotomy", "surgeon-3"),
            (Text(waiting["next"], "caseId"), Text(waiting["next"], "phase"), Text(waiting["next"], "procedure"), Text(waiting["next"], "surgeon")));
        Assert.Null(waiting["current"]);
        foreach (var (command, body, phase) in new (string, object, string)[]
        {
            ("preparation", "{}", "prepared"), ("room-entry", "{}", "in-room"), ("anesthesia", "{}", "anesthetized"),
            ("incision", """{"override":"test"}""", "incised"),
            ("closing-start", "{}", "closing"), ("closure", """{"method":"staples"}""", "closed"),
        })
        {
            await surgicalCase.RecordedAsync(command, body);
            var room = await RoomAsync("OR-1", r => Text(r["cases"]![0], "phase") == phase);
            Assert.Equal(phase == "prepared" ? null : $"{surgicalCase.Id}", Text(room["current"], "caseId"));
        }

        await surgicalCase.RecordedAsync("room-exit");
        var left = await RoomAsync("OR-1", r => Text(r["cases"]![0], "phase") == "out-of-room");
        Assert.True(left["current"] is null && left["next"] is null);
    }

    [Fact]
    public async Task A_room_shows_who_is_in_it_who_is_next_and_the_days_list()
    {
        var first = await hospital.CaseInRoomAsync();
        var third = await hospital.CaseAsync(start: hospital.Now.AddHours(9));
        var second = await hospital.CaseAsync(start: hospital.Now.AddHours(5));
        var tomorrow = await hospital.CaseAsync(start: hospital.Now.AddHours(24));
        var room = await RoomAsync("OR-1", r => r["cases"]!.AsArray().Count == 3);
        Assert.Equal(($"{first.Id}", $"{second.Id}"), (Text(room["current"], "caseId"), Text(room["next"], "caseId")));
        Assert.Equal([$"{first.Id}", $"{second.Id}", $"{third.Id}"], room["cases"]!.AsArray().Select(c => Text(c, "caseId")));
        await OnBoardAsync("/api/board?date=2026-03-03", b => Text(b["rooms"]![0]!["next"], "caseId") == $"{tomorrow.Id}");
        Assert.Equal(3, (await hospital.Display.GetAsync("/api/board?date=2026-03-02")).Is(200).Json["rooms"]![0]!["cases"]!.AsArray().Count);
        Assert.Empty((await hospital.Display.GetAsync("/api/board?date=2026-03-04")).Is(200).Json["rooms"]![0]!["cases"]!.AsArray());
    }

    [Fact]
    public async Task A_case_in_a_room_is_on_the_board_whatever_its_day()
    {
        var surgicalCase = await hospital.CaseAsync(start: hospital.Now.AddDays(-1));
        await surgicalCase.RecordedAsync("room-entry");
        var room = await RoomAsync("OR-1", r => r["current"] is not null);
        Assert.Equal($"{surgicalCase.Id}", Text(room["current"], "caseId"));
    }

    [Fact]
    public async Task A_case_taken_to_another_room_is_there_and_no_longer_here()
    {
        var surgicalCase = await hospital.CaseInRoomAsync();
        await surgicalCase.RecordedAsync("room-entry", new { room = "OR-3" });
        Assert.Equal($"{surgicalCase.Id}", Text((await RoomAsync("OR-3", r => r["current"] is not null))["current"], "caseId"));
        Assert.Null((await RoomAsync("OR-1", _ => true))["current"]);
    }

    [Fact]
    public async Task Flags_of_safety_are_on_the_board_and_others_are_not()
    {
        var surgicalCase = await hospital.CaseInOperationAsync();
        await surgicalCase.RecordedAsync("osteotomies", new { level = "L2", approach = "posterior", grade = 1 });
        var room = await RoomAsync("OR-1", r => r["current"]?["flags"]?.AsArray().Count > 0);
        Assert.Equal([("level-not-confirmed", "Level not imaged")],
            room["current"]!["flags"]!.AsArray().Select(f => (Text(f, "code"), Text(f, "label"))));
    }

    [Fact]
    public async Task A_case_called_off_or_entered_in_error_is_no_longer_next()
    {
        var (one, other) = (await hospital.CaseAsync(), await hospital.CaseAsync("OR-2"));
        await RoomAsync("OR-2", r => r["next"] is not null);
        await one.RecordedAsync("cancellation", new { code = "no-bed" });
        await other.RecordedAsync("retractions", new { targetEntryId = other.Id, reason = "another patient" });
        await RoomAsync("OR-1", r => r["next"] is null && r["cases"]!.AsArray().Count == 1);
        await RoomAsync("OR-2", r => r["next"] is null);
    }

    [Theory]
    [InlineData("today")]
    [InlineData("2026-02-30")]
    [InlineData("2026-3-2")]
    [InlineData("2026-03-02T00:00:00Z")]
    [InlineData("")]
    public async Task A_date_that_is_none_is_answered_with_400(string date) => (await hospital.Display.GetAsync($"/api/board?date={date}")).PointsAt("/date");

    [Fact]
    public async Task A_transfer_tells_of_both_rooms_and_only_the_last_message_carries_the_position()
    {
        var surgicalCase = await hospital.CaseInRoomAsync("OR-1");
        await RoomAsync("OR-1", r => r["current"] is not null);
        await using var stream = await EventStream.OpenAsync(hospital.Display);
        var snapshot = await stream.NextAsync();
        await surgicalCase.RecordedAsync("room-entry", new { room = "OR-2" });
        var (first, last) = (await stream.NextAsync(), await stream.NextAsync());
        Assert.Equal(["OR-1", "OR-2"], new[] { Text(first.Data, "room"), Text(last.Data, "room") }.Order());
        Assert.Equal(snapshot.Id, first.Id);
        Assert.True(long.Parse(last.Id!) > long.Parse(snapshot.Id!));
    }

    [Fact]
    public async Task A_board_says_how_far_it_is_behind() =>
        await Eventually.BecomesAsync(
            () => hospital.Display.GetAsync("/api/board"), b => b.Header("Periop-Behind") == "0", "the board has caught up and says so");

    [Fact]
    public async Task What_the_store_leaves_of_a_rolled_back_entry_does_not_stop_the_board()
    {
        await hospital.CaseAsync();
        await host.SqlAsync("""
            with s as (insert into periop_events.mt_streams (id, version, tenant_id, is_archived) values (gen_random_uuid(), 1, $1, false)
                returning id, tenant_id)
            insert into periop_events.mt_events (seq_id, id, stream_id, version, data, type, timestamp, tenant_id, mt_dotnet_type, is_archived)
            select nextval('periop_events.mt_events_sequence'), gen_random_uuid(), id, 1, '{}', 'tombstone', now(), tenant_id,
            'JasperFx.Events.Tombstone, JasperFx.Events', false from s
            """, hospital.Id);
        await hospital.CaseInRoomAsync("OR-2");
        await RoomAsync("OR-2", r => r["current"] is not null);
    }

    [Fact]
    public async Task The_live_board_begins_with_a_snapshot_and_tells_of_one_room_at_a_time()
    {
        await hospital.CaseAsync("OR-2");
        await RoomAsync("OR-2", r => r["next"] is not null);
        await using var stream = await EventStream.OpenAsync(hospital.Display);
        var snapshot = await stream.NextAsync();
        Assert.Equal("snapshot", snapshot.Type);
        Assert.Equal(snapshot.Id, $"{snapshot.Data["position"]!.GetValue<long>()}");
        Assert.Equal(JsonNode.Parse((await hospital.Display.GetAsync("/api/board")).Bytes)!.ToJsonString(), snapshot.Data.ToJsonString());

        var surgicalCase = await hospital.CaseInRoomAsync("OR-3");
        var change = await stream.NextAsync(e => Text(e.Data["current"], "caseId") == $"{surgicalCase.Id}");
        Assert.Equal(("change", "OR-3"), (change.Type, Text(change.Data, "room")));
        Assert.True(long.Parse(change.Id!) > long.Parse(snapshot.Id!));
    }

    [Fact]
    public async Task A_screen_that_comes_back_gets_no_snapshot_when_it_missed_nothing()
    {
        await hospital.CaseAsync("OR-2");
        await RoomAsync("OR-2", r => r["next"] is not null);
        string seen;
        await using (var stream = await EventStream.OpenAsync(hospital.Display))
            seen = (await stream.NextAsync()).Id!;
        await using (var again = await EventStream.OpenAsync(hospital.Display, ("Last-Event-ID", seen)))
        {
            await hospital.CaseInRoomAsync("OR-3");
            Assert.Equal("change", (await again.NextAsync()).Type);
        }

        await using var behind = await EventStream.OpenAsync(hospital.Display, ("Last-Event-ID", seen));
        Assert.Equal("snapshot", (await behind.NextAsync()).Type);
        await using var confused = await EventStream.OpenAsync(hospital.Display, ("Last-Event-ID", "x"));
        Assert.Equal("snapshot", (await confused.NextAsync()).Type);
    }

    [Fact]
    public async Task A_live_board_ends_with_its_token()
    {
        var display = hospital.WithToken(Tokens.Sign(host.Configuration, hospital.Id, TokenLife.Grace * -1 + TimeSpan.FromSeconds(3), "display"));
        await using var stream = await EventStream.OpenAsync(display);
        Assert.Equal("snapshot", (await stream.NextAsync()).Type);
        await stream.EndsAsync();
    }

    [Fact]
    public async Task Nothing_of_another_hospital_comes_over_the_live_board()
    {
        var other = host.NewHospital();
        await using var stream = await EventStream.OpenAsync(other.Display);
        Assert.Equal("snapshot", (await stream.NextAsync()).Type);
        await hospital.CaseInRoomAsync();
        await RoomAsync("OR-1", r => r["current"] is not null);
        var own = await other.CaseAsync("OR-2");
        Assert.Equal($"{own.Id}", Text((await stream.NextAsync()).Data["next"], "caseId"));
    }

    async Task<JsonNode> RoomAsync(string room, Func<JsonNode, bool> right)
    {
        var board = await OnBoardAsync("/api/board", b => right(Room(b)));
        return Room(board);

        JsonNode Room(JsonNode board) => board["rooms"]!.AsArray().Single(r => Text(r, "room") == room)!;
    }

    Task<JsonNode> OnBoardAsync(string path, Func<JsonNode, bool> right) =>
        Eventually.BecomesAsync(async () => (JsonNode)(await hospital.Display.GetAsync(path)).Is(200).Json, right, $"the board {path}");

    static string? Text(JsonNode? node, string member) => node?[member]?.GetValue<string>();
}
