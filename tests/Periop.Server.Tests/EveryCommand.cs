using System.Text.Json.Nodes;
using Periop.Domain.Cases;
using Periop.Domain.Record;
using Xunit;

namespace Periop.Server.Tests;

public sealed class EveryCommand(PeriopHost host) : IClassFixture<PeriopHost>
{
    readonly TestHospital hospital = host.NewHospital();

    [Fact]
    public void Every_event_of_a_case_but_the_scheduling_has_a_command_here() =>
        Assert.Equal(
            StoredEvents.Types.Where(t => t.IsAssignableTo(typeof(CaseEvent))).Select(StoredEvents.KindOf).Where(n => n != "case_scheduled").Order(),
            Command.All.Select(c => c.Stored).Order());

    [Theory]
    [MemberData(nameof(Command.Rows), MemberType = typeof(Command))]
    public async Task Is_recorded_with_the_least_it_may_say(int index)
    {
        var command = Command.All[index];
        var (surgicalCase, fill) = await hospital.CaseWithTargetsAsync();
        var receipt = await surgicalCase.RecordedAsync(fill(command.Path), fill(command.Least));
        var entry = await surgicalCase.EntryAsync(receipt.EntryId);
        Assert.Equal(command.Stored, entry["type"]!.GetValue<string>());
        Assert.Equal("live", entry["source"]!.GetValue<string>());
        Assert.Equal("or-staff-1", entry["recordedBy"]!.GetValue<string>());
        Assert.Equal(receipt.Json["recordedAt"]!.ToJsonString(), entry["recordedAt"]!.ToJsonString());
        Assert.Equal(hospital.Now, entry["occurredAt"]!.GetValue<DateTimeOffset>());
        Said(JsonNode.Parse(fill(command.Least))!.AsObject(), entry);
    }

    [Theory]
    [MemberData(nameof(Command.Rows), MemberType = typeof(Command))]
    public async Task Is_recorded_with_all_it_may_say(int index)
    {
        var command = Command.All[index];
        var (surgicalCase, fill) = await hospital.CaseWithTargetsAsync();
        var (entryId, occurredAt) = (Guid.NewGuid(), new DateTimeOffset(2026, 3, 2, 6, 59, 30, TimeSpan.FromHours(1)));
        var body = command.Full(entryId, occurredAt);
        await surgicalCase.RecordedAsync(fill(command.Path), fill(body.ToJsonString()));
        var entry = await surgicalCase.EntryAsync(entryId);
        Assert.Equal(command.Stored, entry["type"]!.GetValue<string>());
        if (body.ContainsKey("occurredAt"))
            Assert.Equal(occurredAt, entry["occurredAt"]!.GetValue<DateTimeOffset>());
        Assert.Equal(("was needed", "as discussed", "in own words"),
            (entry["override"]?.GetValue<string>(), entry["reason"]?.GetValue<string>(), entry["note"]?.GetValue<string>()));
        Said(JsonNode.Parse(fill(command.Most))!.AsObject(), entry);
    }

    [Theory]
    [MemberData(nameof(Command.Rows), MemberType = typeof(Command))]
    public async Task Is_a_404_in_a_case_that_is_not_there(int index)
    {
        var command = Command.All[index];
        var somewhere = new TestCase(hospital, Guid.NewGuid());
        (await somewhere.PostAsync(Filled(command.Path), Filled(command.Full(Guid.NewGuid(), hospital.Now).ToJsonString()))).IsProblem(404);
        static string Filled(string text) =>
            new[] { "alert", "implant", "entry", "incision", "complication", "case", "number" }
                .Aggregate(text, (t, what) => t.Replace($"{{{what}}}", $"{Guid.NewGuid()}"));
    }

    [Fact]
    public async Task Scheduling_is_recorded_with_all_it_may_say()
    {
        var stage = await hospital.CaseAsync();
        var body = $$"""
            {"entryId":"{{Guid.NewGuid()}}","caseNumber":"FULL-1","patientRef":"p-20931","room":"OR-3","scheduledStart":"2026-03-02T07:30:00+01:00",
            "scheduledMinutes":300,"priority":"urgent",
            "procedure":{"family":"spinal-osteotomy","approach":"posterior","levels":["T12","L1"],"grade":3,"code":"22206"},"surgeon":"surgeon-3",
            "service":"spine","diagnosisCodes":["M40.2"],"indication":"kyphosis","asaClass":3,"stayRef":"stay-1","stageOf":"{{stage.Id}}",
            "riskFactors":{"age":61,"body-mass-index":27.4},"note":"in own words"}
            """;
        var receipt = (await hospital.Scheduler.PostAsync("/api/cases", body)).Is(201);
        var read = (await hospital.Nurse.GetAsync($"/api/cases/{receipt.CaseId}")).Is(200).Json;
        Assert.Equal(("FULL-1", "p-20931", "OR-3", hospital.Id),
            (read["caseNumber"]!.GetValue<string>(), read["patientRef"]!.GetValue<string>(),
                read["room"]!.GetValue<string>(), read["hospital"]!.GetValue<string>()));
        Assert.Equal(("scheduled", "planned"), (read["status"]!.GetValue<string>(), read["phase"]!.GetValue<string>()));
        var entry = await new TestCase(hospital, receipt.CaseId).EntryAsync(receipt.EntryId);
        Assert.Equal("case_scheduled", entry["type"]!.GetValue<string>());
        Said(JsonNode.Parse(body)!.AsObject(), entry, "entryId", "note", "patientRef");
        Assert.DoesNotContain("p-20931", entry.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_patient_is_never_named_in_the_store_of_events()
    {
        var receipt = (await hospital.Scheduler.PostAsync("/api/cases", new { caseNumber = "P-1", patientRef = "secret-patient" })).Is(201);
        Assert.Equal("1 events, 0 with the name", await host.SqlAsync(
            """
            select count(*) || ' events, ' || count(*) filter (where data::text like '%secret-patient%') || ' with the name'
            from periop_events.mt_events where stream_id = $1
            """, receipt.CaseId));
    }

    [Fact]
    public async Task A_case_reads_in_the_shape_of_the_contract()
    {
        var (surgicalCase, _) = await hospital.CaseWithTargetsAsync();
        var read = (await surgicalCase.ReadAsync()).Json;
        Assert.Subset(
            read.Select(m => m.Key).ToHashSet(),
            new HashSet<string>
            {
                "caseId", "caseNumber", "patientRef", "hospital", "version", "asOf", "status", "phase", "plan", "room", "team", "milestones",
                "durations", "segments", "implants", "flags", "signatures", "completeness",
            });
        Assert.Subset(Members(read["milestones"]![0]!), new HashSet<string> { "name", "entryId", "occurredAt", "recordedAt", "recordedBy", "source", "late" });
        Assert.Subset(Members(read["durations"]![0]!), new HashSet<string> { "name", "minutes", "reason", "fromEntryId", "toEntryId", "late" });
        Assert.Subset(Members(read["completeness"]!), new HashSet<string> { "recorded", "expected", "missing" });
        Assert.Equal(("in-progress", "incised"), (read["status"]!.GetValue<string>(), read["phase"]!.GetValue<string>()));
        Assert.Equal(["room-entry", "time-out", "incision"], read["milestones"]!.AsArray().Select(m => m!["name"]!.GetValue<string>()));

        static HashSet<string> Members(JsonNode node) => [.. node.AsObject().Select(m => m.Key)];
    }

    /// <summary>What was sent is there to read again, but for what is kept under another name.</summary>
    static void Said(JsonObject sent, JsonNode entry, params string[] elsewhere)
    {
        var data = entry["data"]!.AsObject();
        foreach (var (name, value) in sent)
            if (name is "reason")
                Assert.Equal(value!.ToJsonString(), entry["reason"]!.ToJsonString());
            else if (name is not ("patientRef" or "action") && !elsewhere.Contains(name))
                Assert.True(Same(value, data[name]), $"{name}: sent {value?.ToJsonString()}, kept {data.ToJsonString()}");
    }

    static bool Same(JsonNode? sent, JsonNode? kept) => (sent, kept) switch
    {
        (JsonObject a, JsonObject b) => a.All(m => Same(m.Value, b[m.Key])),
        (JsonArray a, JsonArray b) => a.Count == b.Count && a.Zip(b).All(p => Same(p.First, p.Second)),
        _ => JsonNode.DeepEquals(sent, kept),
    };
}
