using Periop.Domain.Cases;
using Periop.Server.Cases;
using Xunit;

namespace Periop.Server.Tests;

/// <summary>What is not recorded before it is confirmed, and what is likely to come next.</summary>
public sealed class Stops(PeriopHost host) : IClassFixture<PeriopHost>
{
    readonly TestHospital hospital = host.NewHospital();

    [Fact]
    public async Task A_surgical_step_before_the_room_is_stopped_with_its_flag()
    {
        var surgicalCase = await hospital.CaseAsync();
        var stopped = (await surgicalCase.PostAsync("hardware", new { kind = "rod" })).IsProblem(409, "before-room-entry");
        Assert.Equal(["before-room-entry", "before-incision"], stopped.Flags);
        Assert.All(stopped.Json["flags"]!.AsArray(), f => Assert.Equal("safety", f!["severity"]!.GetValue<string>()));
        Assert.Equal(1, await surgicalCase.EntryCountAsync());
    }

    /// <summary>Sent as they are named, they are what is needed.</summary>
    [Fact]
    public async Task A_stop_names_the_entries_that_could_be_recorded_first()
    {
        var surgicalCase = await hospital.CaseAsync();
        var cut = new { level = "L1", approach = "posterior", grade = 2 };
        var missing = (await surgicalCase.PostAsync("osteotomies", cut)).IsProblem(409, "before-room-entry").Json["missing"]!.AsArray();
        Assert.Equal(
            [
                """{"path":"room-entry","body":{}}""",
                """{"path":"safety-checks","body":{"phase":"time-out"}}""",
                """{"path":"incision","body":{}}""",
                """
                {"path":"plan-changes","body":{"procedure":
                {"family":"spinal-osteotomy","approach":"posterior","levels":["L1","L2","L3"],"grade":3}}}
                """.ReplaceLineEndings(""),
            ],
            missing.Select(m => m!.ToJsonString()));
        foreach (var entry in missing)
            await surgicalCase.RecordedAsync(entry!["path"]!.GetValue<string>(), entry["body"]!.ToJsonString());
        await surgicalCase.RecordedAsync("osteotomies", cut);
    }

    [Fact]
    public void A_milestone_is_called_by_the_path_that_records_it_and_a_phase_of_the_checklist_by_its_own_name() =>
        Assert.Equal(["sign-in", "time-out", "sign-out"], Milestone.All.Select(m => m.Name).Except(CommandRoute.All.Select(r => r.Path)));

    [Fact]
    public async Task A_case_names_what_is_likely_to_come_next()
    {
        var surgicalCase = await hospital.CaseInRoomAsync();
        await surgicalCase.RecordedAsync("incision", new { source = "downtime" });
        Assert.Equal(["time-out", "exposure", "closing-start", "closure"], await NextAsync());
        await surgicalCase.RecordedAsync("counts", new { what = "sponges", phase = "closing", result = "discrepancy" });
        Assert.Equal(["counts", "time-out", "exposure", "dressing"], await NextAsync());

        async Task<string[]> NextAsync() => [.. (await surgicalCase.ReadAsync()).Json["next"]!.AsArray().Select(n => n!.GetValue<string>()).Take(4)];
    }

    [Fact]
    public async Task An_incision_before_the_time_out_is_stopped()
    {
        var surgicalCase = await hospital.CaseInRoomAsync();
        (await surgicalCase.PostAsync("incision")).IsProblem(409, "time-out-missing");
        await surgicalCase.RecordedAsync("safety-checks", new { phase = "time-out" });
        await surgicalCase.RecordedAsync("incision");
    }

    [Fact]
    public async Task A_surgical_step_before_the_incision_is_stopped() =>
        (await (await hospital.CaseInRoomAsync()).PostAsync("exposure", new { levels = new[] { "L2" } })).IsProblem(409, "before-incision");

    [Fact]
    public async Task An_osteotomy_outside_the_plan_is_stopped_until_the_plan_is_changed()
    {
        var surgicalCase = await hospital.CaseInOperationAsync();
        var cut = new { level = "L1", approach = "posterior", grade = 2 };
        Assert.Contains("L1",
            (await surgicalCase.PostAsync("osteotomies", cut)).IsProblem(409, "level-outside-plan").Json["detail"]!.GetValue<string>(),
            StringComparison.Ordinal);
        await surgicalCase.RecordedAsync("plan-changes", new { procedure = new { family = "spinal-osteotomy", levels = new[] { "L1", "L2", "L3" } } });
        Assert.DoesNotContain("level-outside-plan", (await surgicalCase.RecordedAsync("osteotomies", cut)).Flags);
    }

    [Fact]
    public async Task A_stop_sent_again_with_a_reason_is_recorded_and_flagged()
    {
        var surgicalCase = await hospital.CaseInRoomAsync();
        var entryId = Guid.NewGuid();
        (await surgicalCase.PostAsync("incision", new { entryId })).IsProblem(409, "time-out-missing");
        var receipt = await surgicalCase.RecordedAsync("incision", new { entryId, @override = "bleeding, no time" });
        Assert.Contains("time-out-missing", receipt.Flags);
        Assert.Equal("bleeding, no time", (await surgicalCase.EntryAsync(entryId))["override"]!.GetValue<string>());
        Assert.Equal("bleeding, no time", (await surgicalCase.FlagAsync("time-out-missing"))["override"]!.GetValue<string>());
    }

    [Fact]
    public async Task An_override_where_nothing_stops_is_kept_and_does_no_harm() =>
        Assert.Empty((await (await hospital.CaseInOperationAsync()).RecordedAsync("blood-loss", new { cumulativeMl = 10, @override = "just in case" })).Flags);

    [Theory]
    [InlineData("import")]
    [InlineData("downtime")]
    [InlineData("device")]
    public async Task What_comes_from_elsewhere_is_never_stopped(string source)
    {
        var surgicalCase = await hospital.CaseAsync();
        Assert.Contains("before-room-entry", (await surgicalCase.RecordedAsync("incision", new { source })).Flags);
    }
}
