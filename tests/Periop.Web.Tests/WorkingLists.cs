using Microsoft.Playwright;
using Periop.Server.Tests;
using Xunit;

namespace Periop.Web.Tests;

/// <summary>What the quality team decides and records in its lists.</summary>
public sealed class WorkingLists(ListeningHost listening, Chromium chromium) : IClassFixture<ListeningHost>
{
    readonly TestHospital hospital = listening.Host.NewHospital();

    [Fact]
    public async Task A_decision_in_the_browser_is_one_entry_and_leaves_the_queue()
    {
        await hospital.PublishShippedAsync();
        var surgicalCase = await hospital.OperatedAsync();
        var report = await surgicalCase.ThenAsync("complications", 34, new { kind = "infection-deep" });
        await hospital.AskedAsync("/api/register/complications");
        await using var visitor = await QualityAsync();
        await visitor.Page.GotoAsync("/quality/review");
        await visitor.AssertAccessibleAsync();
        await visitor.Page.ClickAsync("button[value=rejected]");
        await Assertions.Expect(visitor.Page.Locator("form [role=alert]")).ToContainTextAsync("reason is required");
        await visitor.Page.CheckAsync("#met-pus");
        await visitor.Page.FillAsync("input[name=reason]", "culture negative");
        await visitor.Page.DblClickAsync("button[value=rejected]");
        await Assertions.Expect(visitor.Page.Locator("h1")).ToContainTextAsync("No report waits");
        var reviews = (await surgicalCase.TimelineAsync()).Json["entries"]!.AsArray()
            .Where(entry => entry!["type"]!.GetValue<string>() == "complication_reviewed").ToArray();
        var review = Assert.Single(reviews)!;
        Assert.Equal((report.EntryId, "rejected", "culture negative", "Q-02"),
            (review["data"]!["targetEntryId"]!.GetValue<Guid>(), review["data"]!["decision"]!.GetValue<string>(), review["reason"]!.GetValue<string>(),
                review["recordedBy"]!.GetValue<string>()));
        Assert.Equal("pus", review["data"]!["criteria"]![0]!.GetValue<string>());
    }

    [Fact]
    public async Task Keys_go_through_the_queue_and_decide()
    {
        foreach (var day in new[] { 5, 6 })
            await (await hospital.OperatedAsync()).ThenAsync("complications", day, new { kind = "dural-tear" });
        await hospital.AskedAsync("/api/register/complications");
        await using var visitor = await QualityAsync();
        await visitor.Page.GotoAsync("/quality/review");
        await visitor.Page.Keyboard.PressAsync("j");
        await visitor.Page.WaitForURLAsync("**chosen=**");
        await visitor.Page.Keyboard.PressAsync("c");
        await Assertions.Expect(visitor.Page.Locator("h1")).ToContainTextAsync("1 report waits");
        visitor.AssertQuiet();
    }

    [Fact]
    public async Task An_attempt_and_an_assessment_are_recorded_from_the_list_of_what_is_due()
    {
        await hospital.PublishShippedAsync();
        var surgicalCase = await hospital.OperatedAsync();
        await hospital.AskedAsync("/api/audit/definitions");
        await using var visitor = await QualityAsync();
        await visitor.Page.GotoAsync("/quality/due?definition=dural-tear");
        await RecordAsync("An attempt", ("method", "call"), ("result", "not-reached"));
        await Assertions.Expect(visitor.Page.Locator("table.due")).ToContainTextAsync("call: not reached");
        await RecordAsync("An assessment", ("assessments.0.finding", "absent"));
        await Assertions.Expect(visitor.Page.Locator(".empty")).ToContainTextAsync("Nobody has to be followed up");
        Assert.Contains("definition=dural-tear", visitor.Page.Url, StringComparison.Ordinal);
        visitor.AssertQuiet();

        async Task RecordAsync(string what, params (string Name, string Word)[] chosen)
        {
            await visitor.Page.Locator("td a.btn").First.ClickAsync();
            await visitor.Page.GetByText(what, new PageGetByTextOptions { Exact = true }).ClickAsync();
            var form = visitor.Page.Locator("details[open] form");
            foreach (var (name, word) in chosen)
                await form.Locator($"select[name='{name}']").SelectOptionAsync(word);
            await visitor.AssertAccessibleAsync();
            await form.GetByRole(AriaRole.Button).ClickAsync();
        }
    }

    [Fact]
    public async Task A_recall_is_announced_and_its_case_closed()
    {
        var surgicalCase = await hospital.CaseInOperationAsync();
        await surgicalCase.RecordedAsync("hardware", new { kind = "pedicle-screw", level = "L2", manufacturer = "Example Spine", lot = "A7" });
        await hospital.AskedAsync("/api/register/complications");
        await using var visitor = await QualityAsync();
        await visitor.Page.GotoAsync("/quality/recalls");
        await visitor.Page.GetByText("Announce a recall").ClickAsync();
        await visitor.Page.FillAsync("input[name=notice]", "FSCA 14/2");
        await visitor.Page.FillAsync("input[name=lots]", "A7, A8");
        await visitor.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Announce" }).ClickAsync();
        await Assertions.Expect(visitor.Page.Locator("h1")).ToContainTextAsync("1 case waits to be closed");
        await visitor.Page.GetByText("Close it").ClickAsync();
        await visitor.Page.FillAsync("input[name=outcome]", "informed");
        await visitor.Page.FillAsync("details[open] input[name=reason]", "spoken to");
        await visitor.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Close", Exact = true }).ClickAsync();
        await Assertions.Expect(visitor.Page.Locator("h1")).ToContainTextAsync("0 cases wait to be closed");
        await visitor.AssertAccessibleAsync();
        visitor.AssertQuiet();
    }

    [Fact]
    public async Task A_second_source_is_uploaded_from_the_page()
    {
        await using var visitor = await QualityAsync();
        await visitor.Page.GotoAsync("/quality/reconciliation");
        await visitor.Page.FillAsync("input[name=name]", "coding");
        await visitor.Page.SetInputFilesAsync("input[type=file]",
            new FilePayload { Name = "coding.csv", MimeType = "text/csv", Buffer = "caseNumber,kind\nX-1,death\n"u8.ToArray() });
        await visitor.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Upload" }).ClickAsync();
        await Assertions.Expect(visitor.Page.Locator("section.card h2")).ToHaveTextAsync("coding");
        visitor.AssertQuiet();
    }

    [Fact]
    public async Task A_coder_decides_as_suggested_or_otherwise_with_a_reason()
    {
        var surgicalCase = await hospital.CaseInOperationAsync();
        await surgicalCase.RecordedAsync("osteotomies", new { level = "L2", approach = "posterior", grade = 3 });
        await surgicalCase.RecordedAsync("closure", new { method = "sutures" });
        await surgicalCase.RecordedAsync("room-exit");
        await hospital.AskedAsync("/api/register/complications");
        await using var visitor = await Visitor.NewAsync(chromium, listening.Host);
        await visitor.SignInAsync(hospital, "C-05");
        await visitor.Page.GotoAsync($"/coding?chosen={surgicalCase.Id}");
        await visitor.Page.GetByText("As suggested").ClickAsync();
        await Assertions.Expect(visitor.Page.Locator("table")).ToContainTextAsync("coded as suggested");
        await visitor.Page.Locator("a[data-row]").ClickAsync();
        await visitor.Page.GetByText("Otherwise", new PageGetByTextOptions { Exact = true }).ClickAsync();
        await visitor.AssertAccessibleAsync();
        var form = visitor.Page.Locator("details[open] form");
        await form.Locator("input[name='codes.0.code']").FillAsync("22899");
        await form.Locator("input[name='codes.0.units']").FillAsync("2");
        await form.Locator("input[name=reason]").FillAsync("the note says more");
        await visitor.Page.GetByText("Decide otherwise").ClickAsync();
        await Assertions.Expect(visitor.Page.Locator("table")).ToContainTextAsync("22899 × 2");
        visitor.AssertQuiet();
    }

    [Fact]
    public async Task Every_list_can_be_read_by_everybody_and_breaks_no_rule()
    {
        await hospital.PublishShippedAsync();
        var surgicalCase = await hospital.CaseInOperationAsync();
        await surgicalCase.RecordedAsync("hardware", new { kind = "pedicle-screw", level = "L2", manufacturer = "Example Spine", lot = "A7" });
        var complication = await surgicalCase.RecordedAsync("complications", new { kind = "dural-tear", level = "L2", note = "sutured" });
        await surgicalCase.RecordedAsync("time-corrections",
            new { targetEntryId = complication.EntryId, correctedTo = hospital.Now.AddMinutes(-3), reason = "tapped late" });
        await hospital.Quality.PostAsync("/api/implants/recalls", new { lots = new[] { "A7" }, notice = "N-1" });
        (await hospital.UploadAsync("X-1")).Is(201);
        await hospital.AskedAsync("/api/register/complications");
        await using var visitor = await QualityAsync();
        foreach (var address in new[]
        {
            $"/cases/{surgicalCase.Id}/record", "/quality/register", $"/quality/register?chosen={surgicalCase.Id}.{complication.EntryId}.dural-tear",
            "/quality/due?until=2027-01-01", "/quality/deviations", "/quality/corrections", "/quality/implants", "/quality/recalls",
            "/quality/reconciliation?source=coding&definition=death&side=no-case", "/coding",
        })
        {
            await visitor.Page.GotoAsync(address);
            await visitor.AssertAccessibleAsync();
        }

        visitor.AssertQuiet();
    }

    async Task<Visitor> QualityAsync()
    {
        var visitor = await Visitor.NewAsync(chromium, listening.Host);
        await visitor.SignInAsync(hospital, "Q-02");
        return visitor;
    }
}
