using System.Text;
using System.Text.Json.Nodes;
using Xunit;

namespace Periop.Server.Tests;

/// <summary>What a careless or hostile client may send: always an answer that says what is wrong, never a fault.</summary>
public sealed class Shapes(PeriopHost host) : IClassFixture<PeriopHost>, IAsyncLifetime
{
    readonly TestHospital hospital = host.NewHospital();
    TestCase surgicalCase = null!;

    public async ValueTask InitializeAsync() => surgicalCase = await hospital.CaseInOperationAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Theory]
    [InlineData("fluids", """{"amount":1,"unit":"ml"}""", "/kind")]
    [InlineData("fluids", "{}", "/unit")]
    [InlineData("osteotomies", """{"level":"L2","approach":"posterior"}""", "/grade")]
    [InlineData("hardware", """{"level":"L2"}""", "/kind")]
    [InlineData("hardware-waste", """{"kind":"rod"}""", "/code")]
    [InlineData("complications", """{"kind":"other"}""", "/icd10")]
    [InlineData("retractions", """{"targetEntryId":"0198d2f0-6f5a-7c3e-9a41-5d2b7c1e8f30"}""", "/reason")]
    [InlineData("time-corrections", """{"targetEntryId":"0198d2f0-6f5a-7c3e-9a41-5d2b7c1e8f30","correctedTo":"2026-03-02T06:30:00Z"}""", "/reason")]
    [InlineData("patient-corrections", """{"patientRef":"p-1"}""", "/reason")]
    [InlineData("flag-acknowledgements", """{"code":"recorded-late"}""", "/reason")]
    [InlineData("addenda", """{"text":"x","replaces":"0198d2f0-6f5a-7c3e-9a41-5d2b7c1e8f30"}""", "/reason")]
    [InlineData("dressing", """{"replaces":"0198d2f0-6f5a-7c3e-9a41-5d2b7c1e8f30"}""", "/reason")]
    public Task A_missing_member_is_named(string command, string body, string pointer) => IsRefusedAsync(command, body, pointer, "required");

    [Theory]
    [InlineData("fluids", """{"kind":"urine","amount":1,"unit":"ml","colour":"red"}""", "/colour")]
    [InlineData("fluids", """{"Kind":"urine","amount":1,"unit":"ml"}""", "/Kind")]
    [InlineData("room-entry", """{"a/b~c":1}""", "/a~1b~0c")]
    [InlineData("room-entry", """{"caseId":"0198d2f0-6f5a-7c3e-9a41-5d2b7c1e8f30"}""", "/caseId")]
    [InlineData("room-entry", """{"content":"x"}""", "/content")]
    [InlineData("room-entry", """{"recordedAt":"2026-03-02T06:30:00Z"}""", "/recordedAt")]
    [InlineData("patient-corrections", """{"patientRef":"p-1","reason":"x","patientId":"0198d2f0-6f5a-7c3e-9a41-5d2b7c1e8f30"}""", "/patientId")]
    [InlineData("plan-changes", """{"procedure":{"family":"x","extra":1}}""", "/procedure/extra")]
    [InlineData("assessments", """{"assessments":[{"kind":"infection","finding":"absent","x":1}]}""", "/assessments/0/x")]
    [InlineData("time-corrections",
        """{"targetEntryId":"0198d2f0-6f5a-7c3e-9a41-5d2b7c1e8f30","correctedTo":"2026-03-02T06:30:00Z","reason":"x","occurredAt":"2026-03-02T06:30:00Z"}""",
        "/occurredAt")]
    public Task An_unknown_member_is_named(string command, string body, string pointer) => IsRefusedAsync(command, body, pointer);

    [Theory]
    [InlineData("blood-loss", """{"cumulativeMl":"450"}""", "/cumulativeMl")]
    [InlineData("blood-loss", """{"cumulativeMl":true}""", "/cumulativeMl")]
    [InlineData("blood-loss", """{"cumulativeMl":null}""", "/cumulativeMl")]
    [InlineData("blood-loss", """{"cumulativeMl":[450]}""", "/cumulativeMl")]
    [InlineData("blood-loss", """{"cumulativeMl":1e999}""", "/cumulativeMl")]
    [InlineData("blood-loss", """{"cumulativeMl":99999999999999999999999999999999999999999}""", "/cumulativeMl")]
    [InlineData("delay", """{"code":"x","minutes":99999999999}""", "/minutes")]
    [InlineData("delay", """{"code":"x","minutes":1.5}""", "/minutes")]
    [InlineData("osteotomies", """{"level":"L2","approach":"posterior","grade":"3"}""", "/grade")]
    [InlineData("osteotomies", """{"level":"L2","approach":"posterior","grade":3.5}""", "/grade")]
    [InlineData("osteotomies", """{"level":"L2","approach":"posterior","grade":3,"discectomy":"yes"}""", "/discectomy")]
    [InlineData("risk-factors", """{"factors":{"age":"61"}}""", "/factors/age")]
    [InlineData("team", """{"staff":17,"role":"scrub","action":"join"}""", "/staff")]
    [InlineData("addenda", """{"text":null}""", "/text")]
    [InlineData("exposure", """{"levels":"L2"}""", "/levels")]
    [InlineData("exposure", """{"levels":["L2",null]}""", "/levels/1")]
    [InlineData("exposure", """{"levels":null}""", "/levels")]
    [InlineData("plan-changes", """{"procedure":"osteotomy"}""", "/procedure")]
    [InlineData("assessments", """{"assessments":[null]}""", "/assessments/0")]
    [InlineData("retractions", """{"targetEntryId":"none","reason":"x"}""", "/targetEntryId")]
    [InlineData("retractions", """{"targetEntryId":17,"reason":"x"}""", "/targetEntryId")]
    [InlineData("hardware", """{"kind":"rod","expiry":"2028-02-30"}""", "/expiry")]
    public Task A_value_of_another_kind_is_named(string command, string body, string pointer) => IsRefusedAsync(command, body, pointer);

    [Theory]
    [InlineData("fluids", """{"kind":"blood","amount":1,"unit":"ml"}""", "/kind", "crystalloid, colloid, cell-saver, urine, txa, other")]
    [InlineData("fluids", """{"kind":"Urine","amount":1,"unit":"ml"}""", "/kind", "urine")]
    [InlineData("fluids", """{"kind":3,"amount":1,"unit":"ml"}""", "/kind", "urine")]
    [InlineData("room-entry", """{"source":"Live"}""", "/source", "live, device, import, downtime")]
    [InlineData("room-entry", """{"source":0}""", "/source", "live, device, import, downtime")]
    [InlineData("team", """{"staff":"n","role":"nurse","action":"join"}""", "/role",
        "surgeon, assistant, anesthesiologist, circulating-nurse, scrub, radiologic-technologist, neuromonitoring, other")]
    [InlineData("safety-checks", """{"phase":"timeout"}""", "/phase", "sign-in, time-out, sign-out")]
    [InlineData("complications", """{"kind":"dural-tear","grade":"3b"}""", "/grade", "I, II, IIIa, IIIb, IVa, IVb, V")]
    [InlineData("complications", """{"kind":"dural-tear","grade":"iiib"}""", "/grade", "IIIb")]
    [InlineData("complications", """{"kind":"pain"}""", "/kind",
        "infection-superficial, infection-deep, infection-organ-space, blood-loss, nerve-injury, deep-vein-thrombosis, pulmonary-embolism, "
        + "non-union, hardware-failure, chronic-pain, dural-tear, wrong-level, retained-item, wound-disruption, "
        + "return-to-room, readmission, death, other")]
    [InlineData("complications", """{"kind":"infection"}""", "/kind", "infection-deep")]
    [InlineData("assessments", """{"assessments":[{"kind":"pain","finding":"absent"}]}""", "/assessments/0/kind", "blood-clots")]
    [InlineData("hardware", """{"kind":"screw"}""", "/kind",
        "pedicle-screw, lateral-mass-screw, iliac-screw, set-screw, rod, cage, hook, cross-link, plate, graft, other")]
    [InlineData("exposure", """{"levels":["L2","L6"]}""", "/levels/1", "L1 to L5")]
    [InlineData("plan-changes", """{"procedure":{"family":"x","approach":"lateral"}}""", "/procedure/approach",
        "posterior, posterolateral, anterior, combined")]
    public Task A_word_outside_a_vocabulary_is_answered_with_the_vocabulary(string command, string body, string pointer, string allowed) =>
        IsRefusedAsync(command, body, pointer, allowed);

    [Theory]
    [InlineData("2026-03-02T06:30:00")]
    [InlineData("2026-03-02")]
    [InlineData("2026-03-02 06:30:00Z")]
    [InlineData("02.03.2026 06:30")]
    [InlineData("2026-02-30T06:30:00Z")]
    [InlineData("2026-03-02T25:30:00Z")]
    [InlineData("2026-03-02T06:30:00+25:00")]
    [InlineData("0000-01-01T00:00:00Z")]
    [InlineData("now")]
    [InlineData("")]
    public Task A_time_that_is_none_or_has_no_offset_is_named(string time) =>
        IsRefusedAsync("room-entry", new JsonObject { ["occurredAt"] = time }.ToJsonString(), "/occurredAt", "offset");

    [Theory]
    [InlineData("0001-01-01T00:00:00+14:00")]
    [InlineData("9999-12-31T23:59:59-14:00")]
    [InlineData("1899-12-31T00:00:00Z")]
    public async Task A_time_at_the_edge_of_time_is_answered_with_4xx(string time)
    {
        var answer = await surgicalCase.PostAsync("room-entry", new { occurredAt = time });
        Assert.InRange(answer.Status, 400, 422);
        answer.IsProblem(answer.Status);
    }

    [Theory]
    [InlineData("caseNumber", "with;semicolon")]
    [InlineData("caseNumber", "")]
    [InlineData("caseNumber", "zero\u200Bwidth")]
    [InlineData("patientRef", "a/b")]
    [InlineData("patientRef", ".")]
    [InlineData("patientRef", "..")]
    [InlineData("room", "<script>")]
    [InlineData("surgeon", "a'; drop table mt_events; --")]
    public async Task A_reference_or_label_that_is_none_is_named(string member, string value) =>
        Assert.Contains("1 to 64",
            (await hospital.Scheduler.PostAsync("/api/cases", new JsonObject { ["caseNumber"] = "X-1", [member] = value }.ToJsonString()))
                .PointsAt($"/{member}"), StringComparison.Ordinal);

    [Fact]
    public async Task A_label_has_at_most_64_characters()
    {
        (await hospital.Scheduler.PostAsync("/api/cases", new { caseNumber = new string('x', 65) })).PointsAt("/caseNumber");
        (await hospital.Scheduler.PostAsync("/api/cases", new { caseNumber = new string('x', 64) })).Is(201);
    }

    [Theory]
    [InlineData("""{"name":17}""", "/name")]
    [InlineData("""{"birthDate":"1965-02-30"}""", "/birthDate")]
    [InlineData("""{"name":"N. N.","ssn":"1"}""", "/ssn")]
    [InlineData("""{"recordNumber":""}""", "/recordNumber")]
    public async Task What_is_wrong_with_a_patient_is_named(string body, string pointer)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        (await hospital.Scheduler.SendAsync(HttpMethod.Put, "/api/patients/p-1", content)).PointsAt(pointer);
    }

    [Theory]
    [InlineData("blood-loss", """{"cumulativeMl":-1}""")]
    [InlineData("blood-loss", """{"cumulativeMl":-0.001}""")]
    [InlineData("fluids", """{"kind":"urine","amount":-5,"unit":"ml"}""")]
    [InlineData("blood-products", """{"product":"red-cells","units":-1}""")]
    [InlineData("delay", """{"code":"x","minutes":-10}""")]
    [InlineData("hardware", """{"kind":"rod","quantity":0}""")]
    [InlineData("hardware", """{"kind":"rod","quantity":-1}""")]
    [InlineData("hardware", """{"kind":"rod","lengthMm":-45}""")]
    [InlineData("osteotomies", """{"level":"L2","approach":"posterior","grade":7}""")]
    [InlineData("osteotomies", """{"level":"L2","approach":"posterior","grade":0}""")]
    [InlineData("osteotomies", """{"level":"L2","approach":"posterior","grade":3,"columns":4}""")]
    [InlineData("closure", """{"method":"staples","woundClass":5}""")]
    [InlineData("anesthesia", """{"asaClass":7}""")]
    [InlineData("follow-ups", """{"painScore":11}""")]
    [InlineData("follow-ups", """{"disabilityScore":101}""")]
    [InlineData("plan-changes", """{"scheduledMinutes":-1}""")]
    public async Task What_is_well_formed_and_senseless_is_answered_with_422(string command, string body) =>
        (await surgicalCase.PostAsync(command, body)).IsProblem(422);

    [Fact]
    public async Task A_time_in_the_future_is_answered_with_422()
    {
        (await surgicalCase.PostAsync("room-ready", new { occurredAt = hospital.Now.AddMinutes(6) })).IsProblem(422, "time-in-the-future");
        (await surgicalCase.PostAsync("complications", new { kind = "dural-tear", onsetAt = hospital.Now.AddHours(1) })).IsProblem(422, "time-in-the-future");
        (await surgicalCase.PostAsync("time-corrections", new { targetEntryId = surgicalCase.Id, correctedTo = hospital.Now.AddHours(1), reason = "x" }))
            .IsProblem(422, "time-in-the-future");
        (await surgicalCase.PostAsync("emergence", new { extubatedAt = hospital.Now.AddHours(1) })).IsProblem(422, "time-in-the-future");
        // an infusion may be planned to end
        (await surgicalCase.PostAsync("antibiotics", new { drug = "cefazolin", endedAt = hospital.Now.AddHours(13) })).Is(200);
    }

    [Fact]
    public async Task A_clock_that_is_a_little_ahead_is_no_future() =>
        (await surgicalCase.PostAsync("room-ready", new { occurredAt = hospital.Now.AddMinutes(4) })).Is(200);

    [Theory]
    [InlineData("note")]
    [InlineData("reason")]
    [InlineData("override")]
    [InlineData("text")]
    public async Task A_text_of_501_characters_is_too_long(string member)
    {
        var body = new JsonObject { ["text"] = "x", [member] = new string('x', 501) };
        Assert.Contains("500", (await surgicalCase.PostAsync("addenda", body.ToJsonString())).PointsAt($"/{member}"), StringComparison.Ordinal);
        body[member] = new string('x', 500);
        (await surgicalCase.PostAsync("addenda", body.ToJsonString())).Is(200);
    }

    [Fact]
    public async Task Answers_never_tell_of_what_they_are_made()
    {
        var answers = new[]
        {
            await surgicalCase.PostAsync("fluids", """{"kind":"blood","amount":"x","unit":1}"""),
            await surgicalCase.PostAsync("addenda", "{"),
            await surgicalCase.PostAsync("plan-changes", """{"procedure":17}"""),
            await hospital.Nurse.GetAsync("/api/cases?cursor=x"),
        };
        foreach (var word in new[] { "Periop.", "System.", "Npgsql", "Marten", "Exception", " at " })
            Assert.All(answers, a => Assert.DoesNotContain(word, a.IsProblem(400).Text, StringComparison.Ordinal));
    }

    async Task IsRefusedAsync(string command, string body, string pointer, string says = "")
    {
        var before = (await surgicalCase.ReadAsync()).Version;
        Assert.Contains(says, (await surgicalCase.PostAsync(command, body)).PointsAt(pointer), StringComparison.Ordinal);
        Assert.Equal(before, (await surgicalCase.ReadAsync()).Version);
    }
}
