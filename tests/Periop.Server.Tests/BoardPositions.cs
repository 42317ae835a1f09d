using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using CsCheck;
using Npgsql;
using Xunit;
using static Periop.Server.Tests.Devices;

namespace Periop.Server.Tests;

/// <summary>
/// A position stands for what a board shows: while cases come and go and flags across cases with them, and cards and register are held
/// back in turn, whoever saw a position saw that board, and whatever shows differently has a higher one.
/// </summary>
public sealed class BoardPositions(PeriopHost host) : IClassFixture<PeriopHost>
{
    enum Step { Place, Remove, Retract, Recall, EndRecall, PutOff, BringBack, Enter, HoldCards, HoldRegister, Release, Look }

    static readonly Gen<(Step Kind, int Pick)[]> Days = Gen.Select(Gen.Enum<Step>(), Gen.Int[0, 1000]).Array[30, 50];

    [Fact]
    public Task Equal_positions_show_equal_boards_and_a_visible_change_has_a_higher_one() =>
        Days.SampleAsync(
            async steps =>
            {
                await using var day = new Day(host, host.NewHospital());
                await day.PlayAsync(steps);
            },
            iter: 6, threads: 1);

    [Fact]
    public async Task A_case_that_leaves_the_board_takes_its_flags_along_and_the_position_rises_all_the_same()
    {
        var hospital = host.NewHospital();
        var leaving = await hospital.CaseAsync();
        for (var device = 0; device < 5; device++)
            await leaving.RecordedAsync("hardware", Overridden("A1", $"{device}"));
        await hospital.RecalledAsync(new { lots = new[] { "A1" } });
        for (var device = 0; device < 5; device++)
            await hospital.RecalledAsync(new { serials = new[] { $"{device}" } });
        await (await hospital.CaseAsync("OR-2")).RecordedAsync("room-entry");
        await host.SettledAsync();
        var before = await CaughtUpAsync(hospital);
        await leaving.RecordedAsync("plan-changes", new { scheduledStart = hospital.Now.AddDays(1) });
        var after = await CaughtUpAsync(hospital);
        Assert.NotEmpty(before.Json["rooms"]![0]!["cases"]![0]!["flags"]!.AsArray());
        Assert.Empty(after.Json["rooms"]![0]!["cases"]!.AsArray());
        Assert.True(after.Json["position"]!.GetValue<long>() > before.Json["position"]!.GetValue<long>());
    }

    [Theory]
    [InlineData("another lot")]
    [InlineData("devices of a case of another day")]
    [InlineData("an ended recall")]
    public async Task A_row_of_the_register_that_the_board_does_not_show_does_not_count(string about)
    {
        var hospital = host.NewHospital();
        var shown = await hospital.CaseInOperationAsync();
        await shown.PlacedAsync(Scanned("A1", "1"));
        var elsewhere = await hospital.CaseAsync("OR-2", start: hospital.Now.AddDays(3));
        await elsewhere.RecordedAsync("hardware", Overridden("B2", "2"));
        await host.SettledAsync();
        var before = await CaughtUpAsync(hospital);
        switch (about)
        {
            case "another lot":
                await hospital.RecalledAsync(new { lots = new[] { "C3" } });
                break;
            case "devices of a case of another day":
                await hospital.RecalledAsync(new { lots = new[] { "B2" } });
                break;
            default:
                await hospital.EndedAsync(await hospital.RecalledAsync(new { gtin = OtherGtin }));
                break;
        }

        await host.SettledAsync();
        var after = await CaughtUpAsync(hospital);
        Assert.Equal(before.Text, after.Text);
    }

    /// <summary>What is heard of the register is its own, and says what a board may be concerned by.</summary>
    [Fact]
    public async Task A_device_placed_is_announced_by_the_register_and_not_by_the_board()
    {
        var hospital = host.NewHospital();
        var surgicalCase = await hospital.CaseInOperationAsync();
        await host.SettledAsync();
        await CaughtUpAsync(hospital);
        await using var connection = new NpgsqlConnection(host.ConnectionString);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        var heard = new ConcurrentQueue<(string Channel, string Payload)>();
        connection.Notification += (_, notice) => heard.Enqueue((notice.Channel, notice.Payload));
        await using (var listen = new NpgsqlCommand("listen periop_board; listen periop_register", connection))
            await listen.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        await surgicalCase.PlacedAsync(Scanned("A1", "sn7"));
        await host.SettledAsync();
        await connection.WaitAsync(TestContext.Current.CancellationToken);
        var (channel, payload) = Assert.Single(heard);
        Assert.Equal("periop_register", channel);
        Assert.Equal($$"""{"hospital":"{{hospital.Id}}","streams":["{{surgicalCase.Id}}"],"keys":["SN7"]}""", JsonNode.Parse(payload)!.ToJsonString());
    }

    static Task<Answer> CaughtUpAsync(TestHospital hospital) =>
        Eventually.BecomesAsync(() => hospital.Display.GetAsync("/api/board"), b => b.Header("Periop-Behind") == "0", "the board has caught up");

    /// <summary>A device, recorded also where the patient is not in the room.</summary>
    static JsonObject Overridden(string lot, string serial)
    {
        var device = Scanned(lot, serial);
        device["override"] = "test";
        return device;
    }

    /// <summary>A day of one hospital, of which one node sees every board that is there in between.</summary>
    sealed class Day(PeriopHost host, TestHospital hospital) : IAsyncDisposable
    {
        readonly List<(TestCase Case, Guid EntryId)> placed = [];
        readonly List<Answer> recalls = [];
        readonly List<(long Position, string Shown)> seen = [];
        NpgsqlConnection? held;

        public async Task PlayAsync((Step Kind, int Pick)[] steps)
        {
            TestCase[] cases = [await hospital.CaseInOperationAsync("OR-1"), await hospital.CaseInOperationAsync("OR-2"), await hospital.CaseAsync("OR-3"),
                await hospital.CaseAsync("OR-3", hospital.Now.AddDays(2))];
            foreach (var (kind, pick) in steps)
            {
                host.Clock.Advance(TimeSpan.FromMilliseconds(10));
                var surgicalCase = cases[pick % cases.Length];
                await (kind switch
                {
                    Step.Place => PlaceAsync(surgicalCase, pick),
                    Step.Remove => ChangeAsync(pick, (c, id) => c.PostAsync("hardware-removals", new { targetEntryId = id })),
                    Step.Retract => ChangeAsync(pick, (c, id) => c.PostAsync("retractions", new { targetEntryId = id, reason = "another case" })),
                    Step.Recall => RecallAsync(pick),
                    Step.EndRecall => EndRecallAsync(pick),
                    Step.PutOff => surgicalCase.PostAsync("plan-changes", new { scheduledStart = hospital.Now.AddDays(1) }),
                    Step.BringBack => surgicalCase.PostAsync("plan-changes", new { scheduledStart = hospital.Now }),
                    Step.Enter => surgicalCase.PostAsync("room-entry"),
                    Step.HoldCards => HoldAsync("periop.mt_doc_boardcard_v2"),
                    Step.HoldRegister => HoldAsync("periop_register.implants_v4, periop_register.recalls_v4"),
                    Step.Release => DisposeAsync().AsTask(),
                    _ => LookAsync(),
                });
                await LookAsync();
            }

            await DisposeAsync();
            await Eventually.BecomesAsync(LookAsync, b => b.Header("Periop-Behind") == "0", "the board has caught up");
            await host.SettledAsync();
            await LookAsync();
            foreach (var position in seen.GroupBy(s => s.Position))
                Assert.Single(position.Select(s => s.Shown).Distinct());
            Assert.All(seen.Zip(seen.Skip(1)), pair => Assert.True(
                pair.First.Shown == pair.Second.Shown ? pair.First.Position <= pair.Second.Position : pair.First.Position < pair.Second.Position,
                $"{pair.First}\n{pair.Second}"));
        }

        async Task PlaceAsync(TestCase surgicalCase, int pick)
        {
            var entry = await surgicalCase.RecordedAsync("hardware", Overridden($"L{pick % 3}", $"S{pick % 5}"));
            placed.Add((surgicalCase, entry.EntryId));
        }

        Task ChangeAsync(int pick, Func<TestCase, Guid, Task<Answer>> change) =>
            placed.Count == 0 ? Task.CompletedTask : change(placed[pick % placed.Count].Case, placed[pick % placed.Count].EntryId);

        async Task RecallAsync(int pick)
        {
            var recall = await hospital.Quality.PostAsync("/api/implants/recalls", new { lots = new[] { $"L{pick % 4}" } });
            if (recall.Status == 201)       // else it is recalled already
                recalls.Add(recall);
        }

        async Task EndRecallAsync(int pick)
        {
            if (recalls.Count == 0)
                return;
            var recall = recalls[pick % recalls.Count];
            recalls.Remove(recall);
            await hospital.EndedAsync(recall);
        }

        /// <summary>Lets nobody write to a table; one at a time.</summary>
        async Task HoldAsync(string tables)
        {
            if (held is not null)
                return;
            held = new NpgsqlConnection(host.ConnectionString);
            await held.OpenAsync(TestContext.Current.CancellationToken);
            await using var hold = new NpgsqlCommand($"begin; lock table {tables} in share mode", held);
            await hold.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        }

        /// <summary>Lets everybody write again.</summary>
        public async ValueTask DisposeAsync()
        {
            if (held is not null)
                await held.DisposeAsync();
            held = null;
        }

        async Task<Answer> LookAsync()
        {
            var answer = (await hospital.Display.GetAsync("/api/board")).Is(200);
            var board = answer.Json;
            var position = board["position"]!.GetValue<long>();
            board.Remove("position");
            board.Remove("asOf");
            seen.Add((position, board.ToJsonString()));
            return answer;
        }
    }
}
