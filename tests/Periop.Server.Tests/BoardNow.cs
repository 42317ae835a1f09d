using System.Text.Json.Nodes;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Periop.Domain.Procedures;
using Periop.Server.Board;
using Periop.Server.Hospitals;
using Periop.Server.Tests.Import;
using Xunit;

namespace Periop.Server.Tests;

/// <summary>Who is in a room by what is recorded, while time passes and files are read.</summary>
public sealed class BoardNow(PeriopHost host) : IClassFixture<PeriopHost>
{
    readonly TestHospital hospital = host.NewHospital();

    [Fact]
    public async Task Without_an_exit_a_case_stands_in_its_room_for_48_hours_and_then_apart()
    {
        var forgotten = await hospital.CaseInRoomAsync();
        await BoardAsync(b => Current(b) == forgotten.Id);
        host.Clock.Advance(TimeSpan.FromHours(48) - TimeSpan.FromSeconds(1));
        Assert.Empty((await BoardAsync(b => Current(b) == forgotten.Id))["unclosed"]!.AsArray());
        host.Clock.Advance(TimeSpan.FromSeconds(1));
        var board = await BoardAsync(b => Current(b) is null);
        Assert.Equal([forgotten.Id], Cases(board["unclosed"]));
        Assert.Empty(Cases(Room(board)["cases"]));
        Assert.Equal("free", Text(Room(board), "state"));
    }

    [Theory]
    [InlineData("room-exit", "{}")]
    [InlineData("discharge", """{"destination":"home"}""")]
    [InlineData("death", "{}")]
    [InlineData("cancellation", """{"code":"no-bed"}""")]
    public async Task A_case_is_unclosed_until_it_has_come_to_an_end(string command, string body)
    {
        var forgotten = await hospital.CaseInRoomAsync();
        host.Clock.Advance(TimeSpan.FromHours(49));
        await BoardAsync(b => Cases(b["unclosed"]).Contains(forgotten.Id));
        await forgotten.RecordedAsync(command, body);
        await BoardAsync(b => Cases(b["unclosed"]).Length == 0);
    }

    [Theory]
    [InlineData("death", "{}")]
    [InlineData("cancellation", """{"code":"no-bed"}""")]
    public async Task Who_has_died_or_was_called_off_in_the_room_is_in_it_until_the_exit(string command, string body)
    {
        var surgicalCase = await hospital.CaseInOperationAsync();
        await surgicalCase.RecordedAsync(command, body);
        await BoardAsync(b => Current(b) == surgicalCase.Id && b["position"] is not null);
        await surgicalCase.RecordedAsync("room-exit");
        await BoardAsync(b => Current(b) is null);
    }

    [Fact]
    public async Task A_further_room_entry_says_that_the_patient_is_still_there()
    {
        var staying = await hospital.CaseInRoomAsync();
        host.Clock.Advance(TimeSpan.FromHours(47));
        await staying.RecordedAsync("room-entry", new { room = "OR-2" });
        host.Clock.Advance(TimeSpan.FromHours(47));
        await BoardAsync(b => Current(b, "OR-2") == staying.Id);
    }

    [Fact]
    public async Task Yesterdays_patient_whose_exit_was_forgotten_is_still_shown_when_another_one_enters()
    {
        var yesterday = await hospital.CaseInRoomAsync();
        host.Clock.Advance(TimeSpan.FromHours(24));
        var today = await hospital.CaseInRoomAsync();
        var room = Room(await BoardAsync(b => Current(b) == today.Id));
        Assert.Equal([yesterday.Id, today.Id], Cases(room["cases"]));
        foreach (var shown in room["cases"]!.AsArray().Append(room["current"]))
        {
            var flag = Assert.Single(shown!["flags"]!.AsArray(), f => Text(f, "code") == "room-shared");
            Assert.Equal(("attention", "Two patients recorded here"), (Text(flag, "severity"), Text(flag, "label")));
        }

        Assert.DoesNotContain("room-shared", (await today.ReadAsync()).Flags);
        await yesterday.RecordedAsync("room-exit");
        room = Room(await BoardAsync(b => Cases(Room(b)["cases"]).Length == 1));
        Assert.Empty(room["current"]!["flags"]!.AsArray());
    }

    [Fact]
    public async Task A_row_of_long_ago_without_an_exit_is_on_the_board_of_its_own_day_alone()
    {
        await hospital.ImportAsync("caseNumber,room,scheduledStart,roomIn\nI-2019,OR-1,2019-05-06T08:00:00+02:00,2019-05-06T08:05:00+02:00\n");
        var marker = await hospital.CaseAsync("OR-2");
        var board = await BoardAsync(b => Room(b, "OR-2")["next"] is not null);
        Assert.Empty(board["unclosed"]!.AsArray());
        Assert.Null(Current(board));
        Assert.Equal([marker.Id], board["rooms"]!.AsArray().SelectMany(r => Cases(r!["cases"])));
        var then = (await hospital.Display.GetAsync("/api/board?date=2019-05-06")).Is(200).Json;
        Assert.Single(Cases(Room(then)["cases"]));
        Assert.Null(Current(then));
        Assert.Empty(then["unclosed"]!.AsArray());
    }

    [Fact]
    public async Task Patients_in_rooms_that_nobody_has_named_are_not_in_the_same()
    {
        foreach (var number in new[] { Story.NewNumber(), Story.NewNumber() })
        {
            var scheduled = (await hospital.Scheduler.PostAsync("/api/cases", new { caseNumber = number })).Is(201);
            await new TestCase(hospital, scheduled.CaseId).RecordedAsync("room-entry");
        }

        var board = await BoardAsync(b => b["rooms"]!.AsArray().Any(r => Text(r, "room") == "unassigned" && Cases(r!["cases"]).Length == 2));
        Assert.All(Room(board, "unassigned")["cases"]!.AsArray(), shown => Assert.Empty(shown!["flags"]!.AsArray()));
    }

    /// <summary>A file read this morning tells of this morning, but not of now.</summary>
    [Fact]
    public async Task What_a_file_says_of_today_is_on_todays_list_and_not_in_the_room()
    {
        var entered = host.Now.AddMinutes(-5);
        await hospital.ImportAsync($"caseNumber,room,scheduledStart,roomIn\nI-{Story.NewNumber()},OR-1,{entered:O},{entered:O}\n");
        var board = await BoardAsync(b => Cases(Room(b)["cases"]).Length == 1);
        Assert.Null(Current(board));
        Assert.Equal("free", Text(Room(board), "state"));
    }

    [Fact]
    public async Task A_planned_case_of_a_file_is_next_on_its_own_day()
    {
        await hospital.ImportAsync($"caseNumber,room,scheduledStart\nI-{Story.NewNumber()},OR-1,{host.Now.AddHours(1):O}\n");
        await BoardAsync(b => Room(b)["next"] is not null);
    }

    [Fact]
    public async Task A_row_with_unreadable_dates_is_of_no_day()
    {
        await hospital.ImportAsync($"caseNumber,room,scheduledStart,roomIn\nI-{Story.NewNumber()},OR-1,soon,later\n");
        await hospital.CaseAsync("OR-2");
        var board = await BoardAsync(b => Room(b, "OR-2")["next"] is not null);
        Assert.Null(Room(board)["next"]);
        Assert.Empty(Cases(Room(board)["cases"]));
    }

    [Fact]
    public async Task What_people_say_later_of_a_case_of_files_does_not_bring_its_patient_back()
    {
        await hospital.ImportAsync("caseNumber,room,scheduledStart,roomIn\nI-2018,OR-1,2018-05-07T08:00:00+02:00,2018-05-07T08:05:00+02:00\n");
        var found = (await hospital.Nurse.GetAsync("/api/cases?q=I-2018")).Is(200).Items.Single()!["caseId"]!.GetValue<Guid>();
        await new TestCase(hospital, found).RecordedAsync("complications", new { kind = "non-union" });
        await hospital.CaseAsync("OR-2");
        var board = await BoardAsync(b => Room(b, "OR-2")["next"] is not null);
        Assert.Empty(board["unclosed"]!.AsArray());
        Assert.Null(Current(board));
    }

    [Fact]
    public async Task Who_has_died_before_the_operation_is_not_next()
    {
        var surgicalCase = await hospital.CaseAsync();
        await BoardAsync(b => Room(b)["next"] is not null);
        await surgicalCase.RecordedAsync("death");
        Assert.Equal([surgicalCase.Id], Cases(Room(await BoardAsync(b => Room(b)["next"] is null))["cases"]));
    }

    [Fact]
    public async Task A_room_is_made_ready_occupied_cleaned_and_free_again()
    {
        var surgicalCase = await hospital.CaseAsync();
        await StateAsync("free", null);
        await surgicalCase.RecordedAsync("room-ready");
        await StateAsync("ready", host.Now);
        host.Clock.Advance(TimeSpan.FromMinutes(20));
        await surgicalCase.RecordedAsync("room-entry");
        await StateAsync("occupied", host.Now);
        host.Clock.Advance(TimeSpan.FromMinutes(90));
        await surgicalCase.RecordedAsync("room-exit");
        await StateAsync("cleaning", host.Now);
        host.Clock.Advance(TimeSpan.FromMinutes(10));
        await surgicalCase.RecordedAsync("room-cleaned");
        await StateAsync("free", host.Now);
        await (await hospital.CaseAsync()).RecordedAsync("room-ready");
        await StateAsync("ready", host.Now);

        Task StateAsync(string state, DateTimeOffset? since) =>
            BoardAsync(b => Text(Room(b), "state") == state && Room(b)["since"]?.GetValue<DateTimeOffset>() == since);
    }

    [Fact]
    public async Task A_room_made_ready_for_the_next_patient_while_one_was_in_it_has_to_be_cleaned_first()
    {
        var (first, second) = (await hospital.CaseInRoomAsync(), await hospital.CaseAsync(start: host.Now.AddHours(5)));
        await second.RecordedAsync("room-ready");
        host.Clock.Advance(TimeSpan.FromMinutes(1));
        await first.RecordedAsync("room-exit");
        await BoardAsync(b => Text(Room(b), "state") == "cleaning");
        host.Clock.Advance(TimeSpan.FromMinutes(1));
        await second.RecordedAsync("room-ready");
        await BoardAsync(b => Text(Room(b), "state") == "ready");
    }

    [Fact]
    public async Task A_room_is_cleaned_also_after_a_patient_who_was_taken_to_another()
    {
        var moved = await hospital.CaseInRoomAsync();
        host.Clock.Advance(TimeSpan.FromMinutes(5));
        await moved.RecordedAsync("room-entry", new { room = "OR-2" });
        var board = await BoardAsync(b => Current(b, "OR-2") == moved.Id);
        Assert.Equal(("cleaning", host.Now), (Text(Room(board), "state"), Room(board)["since"]!.GetValue<DateTimeOffset>()));
        Assert.Empty(Cases(Room(board)["cases"]));
        host.Clock.Advance(TimeSpan.FromMinutes(5));
        await moved.RecordedAsync("room-cleaned");
        await BoardAsync(b => Text(Room(b), "state") == "free");
    }

    [Fact]
    public async Task A_room_is_cleaned_after_a_patient_of_yesterdays_list_who_left_today()
    {
        var tomorrow = host.Now.Date.AddDays(1);
        host.Clock.SetUtcNow(new DateTimeOffset(tomorrow.AddHours(21), TimeSpan.Zero));     // 22 or 23 h in Zurich
        var night = await hospital.CaseInRoomAsync();
        host.Clock.Advance(TimeSpan.FromHours(4));
        await night.RecordedAsync("room-exit");
        var room = Room(await BoardAsync(b => Text(Room(b), "state") == "cleaning"));
        Assert.Empty(Cases(room["cases"]));
        host.Clock.Advance(TimeSpan.FromHours(24));
        await BoardAsync(b => Text(Room(b), "state") == "free");
    }

    [Fact]
    public async Task A_case_says_when_the_patient_came_and_left_and_when_it_was_to_end()
    {
        var start = host.Now;
        var surgicalCase = await hospital.CaseAsync(start: start.AddMinutes(-30));
        await surgicalCase.RecordedAsync("room-entry", new { occurredAt = start });
        await surgicalCase.RecordedAsync("room-exit", new { occurredAt = start.AddMinutes(2) });
        var board = await BoardAsync(b => Room(b)["cases"]!.AsArray().Any(c => c!["leftAt"] is not null));
        var shown = Room(board)["cases"]![0]!;
        Assert.Equal([start, start.AddMinutes(2), start.AddMinutes(210)],
            new[] { "enteredAt", "leftAt", "plannedEnd" }.Select(m => shown[m]!.GetValue<DateTimeOffset>()));
    }

    [Fact]
    public async Task A_screen_gets_a_whole_board_when_time_alone_has_altered_it_and_so_does_one_that_comes_back()
    {
        var forgotten = await hospital.CaseInRoomAsync();
        await BoardAsync(b => Current(b) == forgotten.Id);
        await using var stream = await EventStream.OpenAsync(hospital.Display);
        var seen = await stream.NextAsync();
        host.Clock.Advance(TimeSpan.FromHours(48));
        var altered = await stream.NextAsync();
        Assert.Equal(("snapshot", seen.Id), (altered.Type, altered.Id));
        Assert.Equal([forgotten.Id], Cases(altered.Data["unclosed"]));
        await using var again = await EventStream.OpenAsync(hospital.Display, ("Last-Event-ID", seen.Id!));
        Assert.Equal("snapshot", (await again.NextAsync()).Type);
    }

    [Fact]
    public async Task A_screen_is_told_what_time_it_is_and_where_the_board_stands()
    {
        await using var stream = await EventStream.OpenAsync(hospital.Display);
        var ping = await stream.PingAsync();
        Assert.Equal(host.Now, ping.Data["at"]!.GetValue<DateTimeOffset>());
        Assert.Equal(ping.Id, $"{ping.Data["position"]!.GetValue<long>()}");
        Assert.Equal(0, ping.Data["behind"]!.GetValue<long>());
    }

    [Fact]
    public async Task A_screen_is_told_so_also_while_there_is_one_change_after_the_other()
    {
        var feed = host.Services.GetRequiredService<BoardFeed>();
        await using var hurried = Watch(TimeSpan.FromTicks(1));
        await using var patient = Watch(TimeSpan.FromMinutes(1));
        Assert.True(await hurried.MoveNextAsync() && await patient.MoveNextAsync());
        await hospital.CaseAsync();
        Assert.True(await patient.MoveNextAsync());
        Assert.IsType<BoardMessage.Changed>(patient.Current);
        Assert.True(await hurried.MoveNextAsync());
        Assert.IsType<BoardMessage.Ping>(hurried.Current);

        IAsyncEnumerator<BoardMessage> Watch(TimeSpan pingEvery) =>
            feed.WatchAsync(hospital.Id, null, pingEvery, CancellationToken.None).GetAsyncEnumerator(TestContext.Current.CancellationToken);
    }

    [Fact]
    public void A_hospital_may_call_its_rooms_otherwise()
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Hospitals:h:TimeZone"] = "Europe/Zurich",
            ["Hospitals:h:RoomLabels:OR 1"] = "Eye",
            ["Hospitals:h:RoomLabels:Level 2: A"] = "2A",
        }).Build();
        var named = new HospitalDirectory(configuration, ProcedureFamilies.Shipped.Rules)["h"];
        Assert.Equal(["Eye", "2A", "3"], new[] { "OR 1", "Level 2: A", "OR 3" }.Select(named.LabelOf));
    }

    [Theory]
    [InlineData("OR-1", "1")]
    [InlineData("OR 12b", "12b")]
    [InlineData("OR12bis", "12b")]
    [InlineData("2 North 3", "3")]
    [InlineData("3 North", "3")]
    [InlineData("A", "A")]
    [InlineData("Hybrid", "rid")]
    [InlineData("手术室", "手术室")]
    [InlineData("Salle e\u0301te\u0301", "e\u0301te\u0301")]
    public void A_room_is_called_by_its_number_or_its_end(string room, string label) => Assert.Equal(label, RoomLabel.Of(room));

    async Task<JsonNode> BoardAsync(Func<JsonNode, bool> right) => await Eventually.BecomesAsync(
        async () => (JsonNode)(await hospital.Display.GetAsync("/api/board")).Is(200).Json, right, "the board shows it");

    static JsonNode Room(JsonNode board, string room = "OR-1") => board["rooms"]!.AsArray().Single(r => Text(r, "room") == room)!;

    static Guid? Current(JsonNode board, string room = "OR-1") => Room(board, room)["current"]?["caseId"]?.GetValue<Guid>();

    static Guid[] Cases(JsonNode? list) => [.. list!.AsArray().Select(c => c!["caseId"]!.GetValue<Guid>())];

    static string? Text(JsonNode? node, string member) => node?[member]?.GetValue<string>();
}
