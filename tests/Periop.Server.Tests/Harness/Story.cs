using System.Text.Json.Nodes;

namespace Periop.Server.Tests;

/// <summary>What usually happens in a hospital, as tests tell it.</summary>
public static class Story
{
    static int numbers;

    /// <summary>A case number that nobody has used.</summary>
    public static string NewNumber() => $"2026-{Interlocked.Increment(ref numbers):00000}";

    public static async Task<TestCase> CaseAsync(this TestHospital hospital, string room = "OR-1", DateTimeOffset? start = null)
    {
        var receipt = await hospital.Scheduler.PostAsync("/api/cases", new
        {
            caseNumber = NewNumber(),
            room,
            scheduledStart = start ?? hospital.Now,
            scheduledMinutes = 240,
            procedure = new { family = "spinal-osteotomy", approach = "posterior", levels = new[] { "L2", "L3" }, grade = 3 },
            surgeon = "surgeon-3",
        });
        return new TestCase(hospital, receipt.Is(201).CaseId);
    }

    public static async Task<TestCase> CaseInRoomAsync(this TestHospital hospital, string room = "OR-1")
    {
        var surgicalCase = await hospital.CaseAsync(room);
        await surgicalCase.RecordedAsync("room-entry");
        return surgicalCase;
    }

    public static async Task<TestCase> CaseInOperationAsync(this TestHospital hospital, string room = "OR-1")
    {
        var surgicalCase = await hospital.CaseInRoomAsync(room);
        await surgicalCase.RecordedAsync("safety-checks", new { phase = "time-out" });
        await surgicalCase.RecordedAsync("incision");
        return surgicalCase;
    }

    /// <summary>A case in operation, and what stands in braces in commands replaced by its entries.</summary>
    public static async Task<(TestCase Case, Func<string, string> Fill)> CaseWithTargetsAsync(this TestHospital hospital)
    {
        var surgicalCase = await hospital.CaseInRoomAsync();
        var timeOut = await surgicalCase.RecordedAsync("safety-checks", new { phase = "time-out" });
        var incision = await surgicalCase.RecordedAsync("incision");
        var implant = await surgicalCase.RecordedAsync("hardware", new { kind = "rod" });
        var alert = await surgicalCase.RecordedAsync("neuromonitoring-alerts", new { modality = "mep", change = "amplitude down" });
        var complication = await surgicalCase.RecordedAsync("complications", new { kind = "dural-tear" });
        var entries = new Dictionary<string, Guid>
        {
            ["{entry}"] = timeOut.EntryId,
            ["{incision}"] = incision.EntryId,
            ["{implant}"] = implant.EntryId,
            ["{alert}"] = alert.EntryId,
            ["{complication}"] = complication.EntryId,
            ["{case}"] = surgicalCase.Id,
            ["{number}"] = Guid.NewGuid(),
        };
        return (surgicalCase, text => entries.Aggregate(text, (t, e) => t.Replace(e.Key, $"{e.Value}")));
    }

    public static async Task<TestCase> SignedAsync(this Task<TestCase> inOperation)
    {
        var surgicalCase = await inOperation;
        var surgeon = surgicalCase.Hospital.Named("surgeon-3", "or-staff");
        (await surgeon.PostAsync($"{surgicalCase.Path}/signatures", new { role = "surgeon", meaning = "author" })).Is(200);
        await surgicalCase.RecordedAsync("signatures", new { role = "circulating-nurse", meaning = "author" });
        return surgicalCase;
    }
}

/// <summary>A case of a test, written to by its nurse.</summary>
public sealed record TestCase(TestHospital Hospital, Guid Id)
{
    public string Path => $"/api/cases/{Id}";

    public Task<Answer> PostAsync(string command, object? body = null, params (string Name, string Value)[] headers) =>
        Hospital.Everyone.PostAsync($"{Path}/{command}", body ?? "{}", headers);

    public async Task<Answer> RecordedAsync(string command, object? body = null) => (await PostAsync(command, body)).Is(200);

    public async Task<Answer> ReadAsync(string question = "") => (await Hospital.Nurse.GetAsync(Path + question)).Is(200);

    public async Task<Answer> TimelineAsync(string question = "") => (await Hospital.Nurse.GetAsync($"{Path}/timeline{question}")).Is(200);

    public async Task<JsonNode> EntryAsync(Guid entryId) =>
        (await TimelineAsync()).Json["entries"]!.AsArray().Single(e => e!["entryId"]!.GetValue<Guid>() == entryId)!;

    public Task<JsonNode> FlagAsync(string code) => NamedAsync("flags", "code", code);

    public Task<JsonNode> MilestoneAsync(string name) => NamedAsync("milestones", "name", name);

    public async Task<int> EntryCountAsync() => (await TimelineAsync()).Json["entries"]!.AsArray().Count;

    async Task<JsonNode> NamedAsync(string list, string member, string name) =>
        (await ReadAsync()).Json[list]!.AsArray().Single(item => item![member]!.GetValue<string>() == name)!;
}
