using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Xunit;

namespace Periop.Server.Tests.Import;

/// <summary>Sending files, and the shared files of real and irregular logs where they are at hand.</summary>
static class CaseFiles
{
    /// <param name="by">A scheduler, unless it is said.</param>
    public static Task<Answer> ImportAsync(
        this TestHospital hospital, string csv, string question = "", string accept = "application/json", Person? by = null) =>
        (by ?? hospital.Scheduler).SendAsync(HttpMethod.Post, "/api/imports/cases" + question, Csv(Encoding.UTF8.GetBytes(csv)), ("Accept", accept));

    public static ByteArrayContent Csv(byte[] bytes) => new(bytes) { Headers = { ContentType = new MediaTypeHeaderValue("text/csv") } };

    public static (int Cases, int Entries, int Replayed) Counts(this Answer report)
    {
        var json = report.Is(200).Json;
        return (json["cases"]!.GetValue<int>(), json["entries"]!.GetValue<int>(), json["replayed"]!.GetValue<int>());
    }

    public static JsonArray Differs(this Answer report) => report.Json["differs"]!.AsArray();

    public static JsonArray Refused(this Answer report) => report.Json["refused"]!.AsArray();

    public static IReadOnlyDictionary<string, int> FlagCounts(this Answer report) =>
        report.Json["flags"]!.AsObject().ToDictionary(f => f.Key, f => f.Value!.GetValue<int>());

    /// <summary>The timeline of the case with a number.</summary>
    public static async Task<JsonArray> TimelineOfAsync(this TestHospital hospital, string caseNumber) =>
        (await hospital.Scheduler.GetAsync($"{(await hospital.CaseOfAsync(caseNumber)).Path}/timeline")).Is(200).Json["entries"]!.AsArray();

    /// <summary>The case with a number.</summary>
    public static async Task<TestCase> CaseOfAsync(this TestHospital hospital, string caseNumber) =>
        new(hospital, (await hospital.Scheduler.GetAsync($"/api/cases?q={caseNumber}")).Is(200)
            .Items.Single(c => c!["caseNumber"]!.GetValue<string>() == caseNumber)!["caseId"]!.GetValue<Guid>());

    /// <summary>A file of the data kept beside the repository; a stranger's clone has none, and the test says so.</summary>
    public static string Shared(string name)
    {
        var file = Path.Combine(Repository.Root, "..", "shared", "data", name);
        Assert.SkipUnless(File.Exists(file), $"{name} is not beside this repository");
        return File.ReadAllText(file);
    }
}
