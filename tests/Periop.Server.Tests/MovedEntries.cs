using Xunit;

namespace Periop.Server.Tests;

/// <summary>What was recorded in the wrong case comes into the right one.</summary>
public sealed class MovedEntries(PeriopHost host) : IClassFixture<PeriopHost>
{
    readonly TestHospital hospital = host.NewHospital();

    [Fact]
    public async Task Entries_are_moved_once_however_often_the_move_is_sent()
    {
        var (wrong, right) = (await hospital.CaseInOperationAsync(), await hospital.CaseAsync("OR-2"));
        var device = await wrong.RecordedAsync("hardware", new { kind = "rod" });
        var removal = await wrong.RecordedAsync("hardware-removals", new { targetEntryId = device.EntryId });
        var move = new { entryId = Guid.NewGuid(), targetEntryIds = new[] { removal.EntryId, device.EntryId }, toCaseId = right.Id, reason = "wrong screen" };
        var receipt = await wrong.RecordedAsync("moves", move);
        Assert.Equal((wrong.Id, move.entryId, removal.Version + 2), (receipt.CaseId, receipt.EntryId, receipt.Version));
        var again = (await wrong.PostAsync("moves", move)).Is(200);
        Assert.True(again.IsReplay);
        Assert.Equal(receipt.Text, again.Text);
        Assert.Equal(3, await right.EntryCountAsync());
        Assert.Empty((await wrong.ReadAsync()).Json["implants"]!.AsArray());
        Assert.Equal("removed", Assert.Single((await right.ReadAsync()).Json["implants"]!.AsArray())!["status"]!.GetValue<string>());
        var moved = (await right.TimelineAsync()).Json["entries"]!.AsArray().First(e => e!["type"]!.GetValue<string>() == "hardware_placed")!;
        Assert.Equal((wrong.Id, device.EntryId),
            (moved["movedFrom"]!["caseId"]!.GetValue<Guid>(), moved["movedFrom"]!["entryId"]!.GetValue<Guid>()));
    }

    [Fact]
    public async Task A_move_to_a_case_of_another_hospital_is_one_to_none()
    {
        var wrong = await hospital.CaseInRoomAsync();
        var weight = await wrong.RecordedAsync("blood-loss", new { cumulativeMl = 100 });
        var elsewhere = await host.NewHospital().CaseAsync();
        (await wrong.PostAsync("moves", new { targetEntryIds = new[] { weight.EntryId }, toCaseId = elsewhere.Id, reason = "wrong screen" }))
            .IsProblem(409, "target-unknown");
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("""["0198d2f0-6f5a-7c3e-9a41-5d2b7c1e8f31","0198d2f0-6f5a-7c3e-9a41-5d2b7c1e8f31"]""")]
    public async Task A_move_of_nothing_or_of_something_twice_is_refused(string targets) =>
        (await (await hospital.CaseAsync()).PostAsync(
            "moves", $$"""{"targetEntryIds":{{targets}},"toCaseId":"0198d2f0-6f5a-7c3e-9a41-5d2b7c1e8f30","reason":"x"}""")).PointsAt("/targetEntryIds");

    [Fact]
    public async Task Moves_in_both_directions_at_once_are_all_recorded()
    {
        var (one, other) = (await hospital.CaseInRoomAsync(), await hospital.CaseInRoomAsync("OR-2"));
        var moves = new List<(TestCase From, TestCase To, Guid Entry)>();
        for (var i = 0; i < 5; i++)
        {
            moves.Add((one, other, (await one.RecordedAsync("blood-loss", new { cumulativeMl = i })).EntryId));
            moves.Add((other, one, (await other.RecordedAsync("blood-loss", new { cumulativeMl = i })).EntryId));
        }

        var answers = await Task.WhenAll(moves.Select(m =>
            m.From.PostAsync("moves", new { targetEntryIds = new[] { m.Entry }, toCaseId = m.To.Id, reason = "wrong screen" })));
        Assert.All(answers, a => a.Is(200));
    }
}
