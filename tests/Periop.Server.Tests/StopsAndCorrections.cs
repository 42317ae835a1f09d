using System.Text.Json.Nodes;
using Periop.Domain.Cases;
using Periop.Server.Cases;
using Xunit;

namespace Periop.Server.Tests;

public sealed class StopsAndCorrections(PeriopHost host) : IClassFixture<PeriopHost>
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
        Assert.Equal("bleeding, no time", (await FlagAsync(surgicalCase, "time-out-missing"))["override"]!.GetValue<string>());
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
        var incision = (await MilestoneAsync(surgicalCase, "incision"))["entryId"]!.GetValue<Guid>();
        var to = hospital.Now.AddMinutes(-7);
        var correction = await surgicalCase.RecordedAsync("time-corrections",
            new { targetEntryId = incision, correctedTo = to, reason = "read off the monitor" });
        var entry = await surgicalCase.EntryAsync(incision);
        Assert.Equal((to, correction.EntryId), (entry["correctedTo"]!.GetValue<DateTimeOffset>(), entry["correctedBy"]!.GetValue<Guid>()));
        Assert.NotEqual(to, entry["occurredAt"]!.GetValue<DateTimeOffset>());
        Assert.Equal(to, (await MilestoneAsync(surgicalCase, "incision"))["occurredAt"]!.GetValue<DateTimeOffset>());
        Assert.Contains("before-room-entry", (await surgicalCase.ReadAsync()).Flags);

        await surgicalCase.RecordedAsync("retractions", new { targetEntryId = correction.EntryId, reason = "monitor was wrong" });
        Assert.Equal(entry["occurredAt"]!.GetValue<DateTimeOffset>(),
            (await MilestoneAsync(surgicalCase, "incision"))["occurredAt"]!.GetValue<DateTimeOffset>());
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

    [Fact]
    public async Task A_signature_is_of_whoever_holds_the_token()
    {
        var surgicalCase = await hospital.CaseInOperationAsync();
        (await hospital.Named("surgeon-3", "or-staff").PostAsync($"{surgicalCase.Path}/signatures", new { role = "surgeon", meaning = "author" })).Is(200);
        var signature = (await surgicalCase.ReadAsync()).Json["signatures"]![0]!;
        Assert.Equal(("surgeon", "author", "surgeon-3"),
            (signature["role"]!.GetValue<string>(), signature["meaning"]!.GetValue<string>(), signature["signedBy"]!.GetValue<string>()));
        (await surgicalCase.PostAsync("signatures", new { role = "surgeon", meaning = "author", signedBy = "someone-else" })).PointsAt("/signedBy");
        await surgicalCase.RecordedAsync("blood-loss", new { cumulativeMl = 100 });     // one signature freezes nothing
    }

    [Fact]
    public async Task A_signed_record_takes_intraoperative_entries_with_a_reason_alone()
    {
        var surgicalCase = await hospital.CaseInOperationAsync().SignedAsync();
        (await surgicalCase.PostAsync("blood-loss", new { cumulativeMl = 100 })).IsProblem(409, "record-signed");
        Assert.Contains("entry-after-signature",
            (await surgicalCase.RecordedAsync("blood-loss", new { cumulativeMl = 100, reason = "read off the suction" })).Flags);
        await surgicalCase.RecordedAsync("addenda", new { text = "family informed" });
        await surgicalCase.RecordedAsync("complications", new { kind = "dural-tear" });
        await surgicalCase.RecordedAsync("assessments", new { assessments = new[] { new { kind = "infection", finding = "absent" } } });
        await surgicalCase.RecordedAsync("recovery-entry");
        await surgicalCase.RecordedAsync("discharge", new { destination = "home" });
    }

    [Fact]
    public async Task An_offline_entry_from_before_the_signature_is_accepted_and_flagged()
    {
        var surgicalCase = await hospital.CaseInOperationAsync().SignedAsync();
        Assert.Contains("entry-after-signature",
            (await surgicalCase.RecordedAsync("blood-loss", new { cumulativeMl = 100, source = "downtime", occurredAt = hospital.Now.AddMinutes(-1) })).Flags);
    }

    [Fact]
    public async Task Retracting_a_signature_opens_the_record_again()
    {
        var surgicalCase = await hospital.CaseInOperationAsync().SignedAsync();
        var signature = (await surgicalCase.ReadAsync()).Json["signatures"]![1]!["entryId"]!.GetValue<Guid>();
        Assert.Contains("signature-withdrawn",
            (await surgicalCase.RecordedAsync("retractions", new { targetEntryId = signature, reason = "too early" })).Flags);
        await surgicalCase.RecordedAsync("blood-loss", new { cumulativeMl = 100 });
    }

    [Fact]
    public async Task Nobody_signs_as_surgeon_and_as_circulating_nurse()
    {
        var surgicalCase = await hospital.CaseInOperationAsync();
        await surgicalCase.RecordedAsync("signatures", new { role = "surgeon", meaning = "author" });
        (await surgicalCase.PostAsync("signatures", new { role = "circulating-nurse", meaning = "author" })).IsProblem(409, "signer-signed-already");
        await surgicalCase.RecordedAsync("signatures", new { role = "surgeon", meaning = "approver" });
    }

    [Fact]
    public async Task A_flag_is_acknowledged_and_stays()
    {
        var surgicalCase = await hospital.CaseInOperationAsync();
        var word = await surgicalCase.RecordedAsync("flag-acknowledgements", new { code = "antibiotic-not-in-window", reason = "given on the ward" });
        var acknowledged = (await FlagAsync(surgicalCase, "antibiotic-not-in-window"))["acknowledged"]!;
        Assert.Equal((word.EntryId, "or-staff-1", "given on the ward"),
            (acknowledged["entryId"]!.GetValue<Guid>(), acknowledged["by"]!.GetValue<string>(), acknowledged["reason"]!.GetValue<string>()));
        (await surgicalCase.PostAsync("flag-acknowledgements", new { code = "serial-twice", reason = "x" })).IsProblem(409, "target-unknown");
        (await surgicalCase.PostAsync("flag-acknowledgements", new { code = "antibiotic-not-in-window", targetEntryId = surgicalCase.Id, reason = "x" }))
            .IsProblem(409, "target-unknown");
    }

    [Fact]
    public async Task A_complication_is_reviewed_and_what_is_repeated_is_recognised_by_its_target()
    {
        var surgicalCase = await hospital.CaseInOperationAsync();
        var (one, other) = (await surgicalCase.RecordedAsync("complications", new { kind = "dural-tear" }),
            await surgicalCase.RecordedAsync("complications", new { kind = "nerve-injury" }));
        var body = new { entryId = Guid.NewGuid(), decision = "confirmed", reason = "seen" };
        await surgicalCase.RecordedAsync($"complications/{one.EntryId}/reviews", body);
        Assert.True((await surgicalCase.RecordedAsync($"complications/{one.EntryId}/reviews", body)).IsReplay);
        (await surgicalCase.PostAsync($"complications/{other.EntryId}/reviews", body)).IsProblem(422, "entry-id-reused");
        (await surgicalCase.PostAsync($"complications/{one.EntryId}/reviews", new { decision = "rejected" })).PointsAt("/reason");
    }

    [Fact]
    public async Task A_review_of_an_assessment_says_which_of_its_complications_it_is_of()
    {
        var surgicalCase = await hospital.CaseInOperationAsync();
        var found = new[] { new { kind = "infection", finding = "present" }, new { kind = "dural-tear", finding = "present" } };
        var reviews = $"complications/{(await surgicalCase.RecordedAsync("assessments", new { assessments = found })).EntryId}/reviews";
        Assert.Contains("infection, dural-tear",
            (await surgicalCase.PostAsync(reviews, new { decision = "confirmed" })).PointsAt("/of"), StringComparison.Ordinal);
        (await surgicalCase.PostAsync(reviews, new { decision = "confirmed", of = "non-union" })).IsProblem(422, "senseless-value");
        Assert.Contains("blood-clots",
            (await surgicalCase.PostAsync(reviews, new { decision = "confirmed", of = "a-cold" })).PointsAt("/of"), StringComparison.Ordinal);
        await surgicalCase.RecordedAsync(reviews, new { decision = "confirmed", of = "infection", kind = "infection-deep" });
    }

    [Fact]
    public async Task A_milestone_recorded_late_is_marked()
    {
        var surgicalCase = await hospital.CaseAsync();
        await surgicalCase.RecordedAsync("room-entry", new { occurredAt = hospital.Now.AddMinutes(-60) });
        Assert.Contains("recorded-late", (await surgicalCase.RecordedAsync("induction", new { occurredAt = hospital.Now.AddMinutes(-21) })).Flags);
        Assert.DoesNotContain("recorded-late", (await surgicalCase.RecordedAsync("anesthesia", new { occurredAt = hospital.Now.AddMinutes(-19) })).Flags);
        Assert.DoesNotContain("recorded-late",
            (await surgicalCase.RecordedAsync("position", new { position = "prone", occurredAt = hospital.Now.AddMinutes(-30), source = "downtime" })).Flags);
        Assert.True((await MilestoneAsync(surgicalCase, "induction"))["late"]!.GetValue<bool>());
        Assert.False((await MilestoneAsync(surgicalCase, "anesthesia"))["late"]!.GetValue<bool>());
    }

    static async Task<JsonNode> FlagAsync(TestCase surgicalCase, string code) =>
        (await surgicalCase.ReadAsync()).Json["flags"]!.AsArray().Single(f => f!["code"]!.GetValue<string>() == code)!;

    static async Task<JsonNode> MilestoneAsync(TestCase surgicalCase, string name) =>
        (await surgicalCase.ReadAsync()).Json["milestones"]!.AsArray().Single(m => m!["name"]!.GetValue<string>() == name)!;
}
