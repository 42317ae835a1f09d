using Xunit;

namespace Periop.Server.Tests;

/// <summary>What was recorded wrongly is replaced, corrected or retracted, and stays readable.</summary>
public sealed class Corrections(PeriopHost host) : IClassFixture<PeriopHost>
{
    readonly TestHospital hospital = host.NewHospital();

    [Fact]
    public async Task An_entry_replaces_another_in_one_go()
    {
        var surgicalCase = await hospital.CaseInOperationAsync();
        var first = await surgicalCase.RecordedAsync("blood-loss", new { cumulativeMl = 4500 });
        var body = new { entryId = Guid.NewGuid(), cumulativeMl = 450, replaces = first.EntryId, reason = "slipped a digit" };
        var second = await surgicalCase.RecordedAsync("blood-loss", body);
        Assert.Equal(first.Version + 2, second.Version);
        var replaced = await surgicalCase.EntryAsync(first.EntryId);
        var retraction = await surgicalCase.EntryAsync(replaced["retractedBy"]!.GetValue<Guid>());
        Assert.Equal(("entry_retracted", "slipped a digit"), (retraction["type"]!.GetValue<string>(), retraction["reason"]!.GetValue<string>()));
        Assert.Equal(first.EntryId, (await surgicalCase.EntryAsync(second.EntryId))["replaces"]!.GetValue<Guid>());
        Assert.Equal(4500, replaced["data"]!["cumulativeMl"]!.GetValue<int>());

        var again = await surgicalCase.RecordedAsync("blood-loss", body);
        Assert.True(again.IsReplay);
        Assert.Equal(second.Text, again.Text);
        (await surgicalCase.PostAsync("blood-loss", new { cumulativeMl = 1, replaces = first.EntryId, reason = "again" })).IsProblem(409, "already-retracted");
        (await surgicalCase.PostAsync("blood-loss", new { cumulativeMl = 1, replaces = Guid.NewGuid(), reason = "unknown" })).IsProblem(409, "target-unknown");
    }

    [Fact]
    public async Task An_entry_that_replaces_the_only_one_of_its_kind_is_not_flagged_as_doubled()
    {
        var surgicalCase = await hospital.CaseInRoomAsync();
        var first = await surgicalCase.RecordedAsync("induction");
        Assert.DoesNotContain("recorded-twice",
            (await surgicalCase.RecordedAsync("induction", new { replaces = first.EntryId, reason = "wrong button" })).Flags);
        Assert.Contains("recorded-twice", (await surgicalCase.RecordedAsync("induction")).Flags);
    }

    [Fact]
    public async Task A_corrected_time_counts_and_the_first_one_stays_readable()
    {
        var surgicalCase = await hospital.CaseInOperationAsync();
        var incision = (await surgicalCase.MilestoneAsync("incision"))["entryId"]!.GetValue<Guid>();
        var to = hospital.Now.AddMinutes(-7);
        var correction = await surgicalCase.RecordedAsync("time-corrections",
            new { targetEntryId = incision, correctedTo = to, reason = "read off the monitor" });
        var entry = await surgicalCase.EntryAsync(incision);
        Assert.Equal((to, correction.EntryId), (entry["correctedTo"]!.GetValue<DateTimeOffset>(), entry["correctedBy"]!.GetValue<Guid>()));
        Assert.NotEqual(to, entry["occurredAt"]!.GetValue<DateTimeOffset>());
        Assert.Equal(to, (await surgicalCase.MilestoneAsync("incision"))["occurredAt"]!.GetValue<DateTimeOffset>());
        Assert.Contains("before-room-entry", (await surgicalCase.ReadAsync()).Flags);

        await surgicalCase.RecordedAsync("retractions", new { targetEntryId = correction.EntryId, reason = "monitor was wrong" });
        Assert.Equal(entry["occurredAt"]!.GetValue<DateTimeOffset>(),
            (await surgicalCase.MilestoneAsync("incision"))["occurredAt"]!.GetValue<DateTimeOffset>());
    }

    [Fact]
    public async Task The_timeline_is_in_the_order_in_which_things_happened()
    {
        var surgicalCase = await hospital.CaseInOperationAsync();
        await surgicalCase.RecordedAsync("imaging", new { kind = "fluoroscopy", purpose = "other", occurredAt = hospital.Now.AddMinutes(-50) });
        Assert.Equal("imaging_taken", (await surgicalCase.TimelineAsync()).Json["entries"]![0]!["type"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_retracted_entry_does_not_count_and_stays_readable()
    {
        var surgicalCase = await hospital.CaseInOperationAsync();
        var implant = await surgicalCase.RecordedAsync("hardware", new { kind = "rod" });
        var retraction = await surgicalCase.RecordedAsync("retractions", new { targetEntryId = implant.EntryId, reason = "never opened" });
        Assert.Empty((await surgicalCase.ReadAsync()).Json["implants"]!.AsArray());
        Assert.Equal(retraction.EntryId, (await surgicalCase.EntryAsync(implant.EntryId))["retractedBy"]!.GetValue<Guid>());
        (await surgicalCase.PostAsync("retractions", new { targetEntryId = implant.EntryId, reason = "again" })).IsProblem(409, "already-retracted");
        (await surgicalCase.PostAsync("hardware-removals", new { targetEntryId = implant.EntryId })).IsProblem(409, "target-retracted");
        (await surgicalCase.PostAsync("time-corrections", new { targetEntryId = implant.EntryId, correctedTo = hospital.Now, reason = "x" }))
            .IsProblem(409, "target-retracted");
        await surgicalCase.RecordedAsync("retractions", new { targetEntryId = retraction.EntryId, reason = "it was opened" });
        Assert.Single((await surgicalCase.ReadAsync()).Json["implants"]!.AsArray());
    }

    [Theory]
    [InlineData("retractions", "\"reason\":\"x\",")]
    [InlineData("time-corrections", "\"reason\":\"x\",\"correctedTo\":\"2026-03-02T05:00:00Z\",")]
    [InlineData("hardware-removals", "")]
    [InlineData("neuromonitoring-resolutions", "\"outcome\":\"resolved\",")]
    [InlineData("complications", "\"kind\":\"hardware-failure\",")]
    public async Task An_unknown_target_is_refused_and_named(string command, string members)
    {
        var (surgicalCase, other) = (await hospital.CaseInOperationAsync(), await hospital.CaseInOperationAsync());
        var foreign = await other.RecordedAsync("hardware", new { kind = "rod" });
        foreach (var target in new[] { Guid.NewGuid(), foreign.EntryId })
            Assert.Contains($"{target}",
                (await surgicalCase.PostAsync(command, $$"""{{{members}}"targetEntryId":"{{target}}"}""")).IsProblem(409, "target-unknown").Text,
                StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_target_of_another_kind_is_refused()
    {
        var surgicalCase = await hospital.CaseInOperationAsync();
        (await surgicalCase.PostAsync("hardware-removals", new { targetEntryId = surgicalCase.Id })).IsProblem(409, "target-unknown");
        (await surgicalCase.PostAsync($"complications/{surgicalCase.Id}/reviews", new { decision = "confirmed", reason = "x" })).IsProblem(404);
    }

    [Fact]
    public async Task A_case_called_off_says_what_to_retract_and_goes_on_after_that()
    {
        var surgicalCase = await hospital.CaseAsync();
        var off = await surgicalCase.RecordedAsync("cancellation", new { code = "no-bed" });
        Assert.Equal("cancelled", (await surgicalCase.ReadAsync()).Json["status"]!.GetValue<string>());
        var refused = (await surgicalCase.PostAsync("room-entry")).IsProblem(409, "case-called-off");
        Assert.Contains($"{off.EntryId}", refused.Text, StringComparison.Ordinal);
        Assert.Contains("entry-after-calling-off", (await surgicalCase.RecordedAsync("room-entry", new { source = "downtime" })).Flags);
        await surgicalCase.RecordedAsync("addenda", new { text = "family informed" });
        await surgicalCase.RecordedAsync("retractions", new { targetEntryId = off.EntryId, reason = "a bed was found" });
        await surgicalCase.RecordedAsync("room-ready");
    }

    [Fact]
    public async Task A_case_called_off_in_the_room_was_aborted_and_is_brought_to_its_end()
    {
        var surgicalCase = await hospital.CaseInOperationAsync();
        await surgicalCase.RecordedAsync("cancellation", new { code = "patient-health" });
        await surgicalCase.RecordedAsync("closure", new { method = "staples" });
        await surgicalCase.RecordedAsync("room-exit");
        Assert.Equal("aborted", (await surgicalCase.ReadAsync()).Json["status"]!.GetValue<string>());
    }

    [Fact]
    public async Task The_patient_is_corrected_and_everyone_sees_the_right_one()
    {
        var receipt = (await hospital.Scheduler.PostAsync("/api/cases", new { caseNumber = Story.NewNumber(), patientRef = "p-wrong" })).Is(201);
        var surgicalCase = new TestCase(hospital, receipt.CaseId);
        await surgicalCase.RecordedAsync("patient-corrections", new { patientRef = "p-right", reason = "digits swapped" });
        Assert.Equal("p-right", (await surgicalCase.ReadAsync()).Json["patientRef"]!.GetValue<string>());
    }
}
