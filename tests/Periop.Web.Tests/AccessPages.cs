using Microsoft.Playwright;
using Periop.Server.Tests;
using Xunit;

namespace Periop.Web.Tests;

/// <summary>The pages of those who look after access: displays, who read what, what was taken away.</summary>
public sealed class AccessPages(ListeningHost listening, Chromium chromium) : IClassFixture<ListeningHost>
{
    readonly TestHospital hospital = listening.Host.NewHospital();

    [Fact]
    public async Task Operations_pairs_a_screen_by_its_code_and_ends_it()
    {
        await using var screen = await Visitor.NewAsync(chromium, listening.Host);
        await screen.Page.GotoAsync("/display");
        await screen.AssertAccessibleAsync();
        var code = await screen.Page.InnerTextAsync(".pairing-code");
        await using var operations = await AtAsync("O-03", "/displays");
        await operations.AssertAccessibleAsync();
        await operations.Page.FillAsync("[name=code]", "2222-2222");
        await operations.Page.FillAsync("[name=name]", "OR corridor");
        await operations.Page.ClickAsync("text=Pair");
        await Assertions.Expect(operations.Page.Locator(".pairing [role=alert]")).ToContainTextAsync("No screen shows this code now.");
        await operations.Page.FillAsync("[name=code]", code);
        await operations.Page.ClickAsync("text=Pair");
        await Assertions.Expect(operations.Page.Locator("tbody b")).ToHaveTextAsync("OR corridor");
        await operations.AssertAccessibleAsync();
        await screen.Page.WaitForURLAsync("**/board");
        await Assertions.Expect(screen.Page.Locator("[data-age]")).ToContainTextAsync("Live");
        await operations.Page.ClickAsync("tbody button");
        await Assertions.Expect(operations.Page.Locator("tbody td").Last).ToContainTextAsync("by O-03");
        await screen.Page.WaitForURLAsync("**/display");        // nobody has to touch it
        Assert.NotEqual(code, await screen.Page.InnerTextAsync(".pairing-code"));
    }

    [Fact]
    public async Task An_auditor_finds_who_read_a_patient()
    {
        await hospital.Scheduler.SendAsync(HttpMethod.Put, "/api/patients/p-77", Json("{}"));
        (await hospital.Named("nurse-9", "or-staff").GetAsync("/api/patients/p-77")).Is(200);
        await hospital.CaseAsync();
        await using var auditor = await AtAsync("U-01", "/access-log");
        await auditor.AssertAccessibleAsync();
        await auditor.Page.FillAsync("[name=patientRef]", "p-77");
        await auditor.Page.ClickAsync("text=Show");
        await Assertions.Expect(auditor.Page.Locator("tbody tr")).ToHaveCountAsync(2);
        await auditor.Page.ClickAsync("tbody >> text=nurse-9");
        await Assertions.Expect(auditor.Page.Locator("tbody tr")).ToHaveCountAsync(1);
        await auditor.AssertAccessibleAsync();
        var csv = await auditor.Page.RunAndWaitForDownloadAsync(() => auditor.Page.ClickAsync("a[download]"));
        Assert.EndsWith("/api/access-log?patientRef=p-77&subject=nurse-9&format=csv", csv.Url, StringComparison.Ordinal);
        auditor.AssertQuiet();
        await auditor.Page.GotoAsync("/access-log?caseId=seventeen");
        await Assertions.Expect(auditor.Page.Locator(".notice")).ToContainTextAsync("caseId must be a UUID.");
        await auditor.Page.GotoAsync("/access-log?subjekt=nurse-9");
        await Assertions.Expect(auditor.Page.Locator(".notice")).ToContainTextAsync("There is no parameter subjekt here.");
    }

    [Fact]
    public async Task An_administrator_masks_a_text_and_erases_a_patient()
    {
        var surgicalCase = await hospital.CaseAsync();
        var entry = await surgicalCase.RecordedAsync("addenda", new { text = "told by Mrs. Miller" });
        await hospital.Scheduler.SendAsync(HttpMethod.Put, "/api/patients/p-78", Json("{}"));
        await using var admin = await AtAsync("D-01", "/administration");
        await admin.AssertAccessibleAsync();
        await admin.Page.FillAsync("[name=caseId]", $"{surgicalCase.Id}");
        await admin.Page.FillAsync("[name=targetEntryId]", $"{entry.EntryId}");
        await admin.Page.FillAsync("form:has([name=caseId]) [name=reason]", "names a person");
        await admin.Page.ClickAsync("text=Mask it for good");
        await Assertions.Expect(admin.Page.Locator("tbody tr")).ToHaveCountAsync(1);
        await admin.Page.FillAsync("[name=patientRef]", "p-78");
        await admin.Page.FillAsync("form:has([name=patientRef]) [name=reason]", "asked for it");
        await admin.Page.ClickAsync("text=Erase for good");
        await Assertions.Expect(admin.Page.Locator("tbody tr")).ToHaveCountAsync(2);
        await admin.AssertAccessibleAsync();
        Assert.DoesNotContain("Miller", (await surgicalCase.TimelineAsync()).Text, StringComparison.Ordinal);
        (await hospital.Nurse.GetAsync("/api/patients/p-78")).IsProblem(404);
        await admin.Page.FillAsync("[name=patientRef]", "p-78");
        await admin.Page.FillAsync("form:has([name=patientRef]) [name=reason]", "again");
        await admin.Page.ClickAsync("text=Erase for good");
        await Assertions.Expect(admin.Page.Locator("form:has([name=patientRef]) [role=alert]")).ToContainTextAsync("There is no such thing here.");
    }

    async Task<Visitor> AtAsync(string subject, string path)
    {
        var visitor = await Visitor.NewAsync(chromium, listening.Host);
        await visitor.SignInAsync(hospital, subject);
        await visitor.Page.GotoAsync(path);
        return visitor;
    }

    static StringContent Json(string text) => new(text, System.Text.Encoding.UTF8, "application/json");
}
