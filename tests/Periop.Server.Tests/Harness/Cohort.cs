using System.Text.Json;
using System.Text.Json.Nodes;

namespace Periop.Server.Tests;

/// <summary>Cases of last autumn, whose windows have closed, as the tests of the audit tell them.</summary>
static class Cohort
{
    /// <summary>The first incision of cases that say no other: 153 days before the tests' morning.</summary>
    public static readonly DateTimeOffset Autumn = new(2025, 9, 30, 9, 0, 0, TimeSpan.FromHours(2));

    public static async Task<TestCase> OperatedAsync(
        this TestHospital hospital, DateTimeOffset? incision = null, string surgeon = "surgeon-1", string? patient = null, object? riskFactors = null,
        Guid? stageOf = null)
    {
        var receipt = await hospital.Scheduler.PostAsync("/api/cases", new
        {
            caseNumber = Story.NewNumber(),
            patientRef = patient,
            room = "OR-1",
            service = "spine",
            procedure = new { family = "spinal-osteotomy", approach = "posterior" },
            surgeon,
            riskFactors,
            stageOf,
        });
        var surgicalCase = new TestCase(hospital, receipt.Is(201).CaseId);
        await surgicalCase.ThenAsync("incision", incision ?? Autumn);
        return surgicalCase;
    }

    /// <summary>Records what happened so many days after the incision.</summary>
    public static Task<Answer> ThenAsync(this TestCase surgicalCase, string command, int days, object? body = null) =>
        surgicalCase.ThenAsync(command, Autumn.AddDays(days), body);

    public static Task<Answer> ThenAsync(this TestCase surgicalCase, string command, DateTimeOffset when, object? body = null)
    {
        var json = JsonSerializer.SerializeToNode(body ?? new { }, JsonSerializerOptions.Web)!.AsObject();
        json["occurredAt"] = when.ToString("O");
        json["source"] = "downtime";
        return surgicalCase.RecordedAsync(command, json);
    }

    public static object Assessed(string kind, string finding) => new { assessments = new[] { new { kind, finding } } };

    /// <summary>What the quality team is told when nothing that was recorded is missing.</summary>
    public static Task<Answer> AskedAsync(this TestHospital hospital, string question) => Eventually.BecomesAsync(
        () => hospital.Quality.GetAsync(question), answer => answer.Status == 200 && answer.Header("Periop-Behind") == "0", "all is settled");

    public static async Task<JsonNode> RateAsync(this TestHospital hospital, string question, string key = "all") =>
        (await hospital.AskedAsync($"/api/audit/rates?{question}")).Json["groups"]!.AsArray().Single(g => g!["key"]!.GetValue<string>() == key)!;

    public static async Task<JsonNode> OutcomeAsync(this TestHospital hospital, TestCase surgicalCase, string question) =>
        (await hospital.AskedAsync($"/api/register/outcomes?{question}")).Items.Single(o => o!["caseId"]!.GetValue<Guid>() == surgicalCase.Id)!;

    public static int Int(this JsonNode node, string member) => node[member]!.GetValue<int>();

    public static string? Str(this JsonNode node, string member) => node[member]?.GetValue<string>();
}
