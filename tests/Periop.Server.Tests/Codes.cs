using System.Text.Json.Nodes;
using Xunit;

namespace Periop.Server.Tests;

public sealed class Codes(PeriopHost host) : IClassFixture<PeriopHost>
{
    readonly TestHospital hospital = host.NewHospital();

    [Fact]
    public async Task Units_cite_their_entries_and_name_their_rules()
    {
        var surgicalCase = await hospital.CaseInOperationAsync();
        var first = (await CutAsync(surgicalCase, "L2")).EntryId;
        var second = (await CutAsync(surgicalCase, "L3")).EntryId;
        var again = (await CutAsync(surgicalCase, "L3")).EntryId;
        var codes = await surgicalCase.ReadAsync("/codes");
        Assert.Equal(["caseId", "version", "asOf", "ruleSet", "units", "warnings", "decision", "differences"], codes.Json.Select(m => m.Key));
        Assert.Equal((surgicalCase.Id, "spinal-osteotomy-codes.v1"), (codes.CaseId, codes.Json["ruleSet"]!.GetValue<string>()));
        Assert.Equal(
            [("22214", 1, $"{first}"), ("22216", 1, $"{second}")],
            codes.Json["units"]!.AsArray().Select(u => (u!["code"]!.GetValue<string>(), u["units"]!.GetValue<int>(), Ids(u))));
        var warning = Assert.Single(codes.Json["warnings"]!.AsArray())!;
        Assert.Equal(("duplicate-level", $"{second} {again}"), (warning["code"]!.GetValue<string>(), Ids(warning)));
        Assert.NotEmpty(warning["message"]!.GetValue<string>());
    }

    [Fact]
    public async Task Codes_are_asked_again_as_of_an_instant()
    {
        var surgicalCase = await hospital.CaseInOperationAsync();
        var cut = await CutAsync(surgicalCase, "L3");
        var then = await surgicalCase.ReadAsync("/codes");
        await surgicalCase.RecordedAsync("retractions", new { targetEntryId = cut.EntryId, reason = "another case" });
        Assert.Empty((await surgicalCase.ReadAsync("/codes")).Json["units"]!.AsArray());
        Assert.Equal(then.Text, (await surgicalCase.ReadAsync($"/codes?asOf={Uri.EscapeDataString(then.Json["asOf"]!.GetValue<string>())}")).Text);
        (await hospital.Nurse.GetAsync($"{surgicalCase.Path}/codes?asOf=yesterday")).PointsAt("/asOf");
        (await hospital.Nurse.GetAsync($"/api/cases/{Guid.NewGuid()}/codes")).IsProblem(404);
    }

    [Fact]
    public async Task What_has_not_changed_is_not_sent_again()
    {
        var surgicalCase = await hospital.CaseInOperationAsync();
        var tag = (await surgicalCase.ReadAsync("/codes")).ETag!;
        (await hospital.Nurse.GetAsync($"{surgicalCase.Path}/codes", ("If-None-Match", tag))).Is(304);
        await CutAsync(surgicalCase, "L3");
        (await hospital.Nurse.GetAsync($"{surgicalCase.Path}/codes", ("If-None-Match", tag))).Is(200);
    }

    [Fact]
    public async Task A_coder_reads_codes_which_is_logged_and_a_display_does_not()
    {
        var surgicalCase = await hospital.CaseAsync();
        (await hospital.As("coder").GetAsync($"{surgicalCase.Path}/codes")).Is(200);
        (await hospital.Display.GetAsync($"{surgicalCase.Path}/codes")).Is(403);
        var log = (await hospital.Auditor.GetAsync($"/api/access-log?caseId={surgicalCase.Id}")).Is(200);
        Assert.Contains(log.Items,
            e => (e!["action"]!.GetValue<string>(), e["outcome"]!.GetValue<string>(), e["subject"]!.GetValue<string>()) == ("codes", "200", "coder-1"));
    }

    [Fact]
    public async Task A_decision_stands_beside_the_suggestion_and_says_why_it_differs()
    {
        var surgicalCase = await hospital.CaseInOperationAsync();
        await CutAsync(surgicalCase, "L2");
        var coder = hospital.As("coder");
        var codings = $"{surgicalCase.Path}/codings";
        Assert.Null((await surgicalCase.ReadAsync("/codes")).Json["decision"]);
        Assert.Contains("22214", (await coder.PostAsync(codings, Coding("22210"))).PointsAt("/reason"), StringComparison.Ordinal);
        var first = (await coder.PostAsync(codings, Coding("22210", "the level was miscounted"))).Is(200);
        var codes = (await surgicalCase.ReadAsync("/codes")).Json;
        Assert.Equal((first.EntryId, "coder-1", "the level was miscounted", false), Decided(codes));
        Assert.Equal("""[{"code":"22210","suggested":0,"decided":1},{"code":"22214","suggested":1,"decided":0}]""", codes["differences"]!.ToJsonString());

        var second = (await coder.PostAsync(codings, Coding("22214"))).Is(200);
        Assert.Empty((await surgicalCase.ReadAsync("/codes")).Json["differences"]!.AsArray());
        await CutAsync(surgicalCase, "L3");
        codes = (await surgicalCase.ReadAsync("/codes")).Json;
        Assert.Equal((second.EntryId, "coder-1", null, true), Decided(codes));
        Assert.Equal("""[{"code":"22216","suggested":1,"decided":0}]""", codes["differences"]!.ToJsonString());

        static (Guid, string, string?, bool) Decided(JsonObject codes) =>
            (codes["decision"]!["entryId"]!.GetValue<Guid>(), codes["decision"]!["recordedBy"]!.GetValue<string>(),
                codes["decision"]!["reason"]?.GetValue<string>(), codes["decision"]!["suggestionChanged"]!.GetValue<bool>());
    }

    [Fact]
    public async Task A_coder_replaces_a_coding_and_nothing_else()
    {
        var surgicalCase = await hospital.CaseInOperationAsync();
        var cut = await CutAsync(surgicalCase, "L2");
        var coder = hospital.As("coder", "scheduler");
        var first = (await coder.PostAsync($"{surgicalCase.Path}/codings", Coding("22214"))).Is(200);
        (await coder.PostAsync($"{surgicalCase.Path}/codings", Replacing(cut.EntryId))).IsProblem(409, "target-unknown");
        (await coder.PostAsync($"{surgicalCase.Path}/retractions", new { targetEntryId = cut.EntryId, reason = "not coded" })).IsProblem(403);
        (await coder.PostAsync($"{surgicalCase.Path}/codings", Replacing(first.EntryId))).Is(200);

        static object Replacing(Guid replaces) => new { codes = Array.Empty<object>(), reason = "done elsewhere", replaces };
    }

    static object Coding(string code, string? reason = null) =>
        reason is null ? new { codes = new[] { new { code, units = 1 } } } : new { codes = new[] { new { code, units = 1 } }, reason };

    static Task<Answer> CutAsync(TestCase surgicalCase, string level) =>
        surgicalCase.RecordedAsync("osteotomies", new { level, approach = "posterior", grade = 2, columns = 1 });

    static string Ids(JsonNode cited) => string.Join(' ', cited["entryIds"]!.AsArray().Select(id => id!.GetValue<string>()));
}
