using Microsoft.Playwright;
using Periop.Server.Tests;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Periop.Web.Tests;

/// <summary>Whoever signs signs in for that one act; whoever records stays.</summary>
public sealed class Signatures(ListeningHost listening, Chromium chromium) : IClassFixture<ListeningHost>
{
    readonly TestHospital hospital = listening.Host.NewHospital();

    [Fact]
    public async Task The_surgeon_signs_at_the_nurses_tablet_and_the_nurse_stays_signed_in()
    {
        var surgicalCase = await hospital.CaseInOperationAsync();
        await using var table = await AtSignatureAsync(surgicalCase.Id);
        await SignAsync(table, "surgeon", "S-07");
        await Expect(table.Sheet).ToContainTextAsync("Surgeon S-07 has signed.");
        await Expect(table.Page.Locator("#head")).ToContainTextAsync("you are N-07");
        var signed = (await table.RecordedAsync(surgicalCase.Id)).Single(entry => entry["type"]!.GetValue<string>() == "record_signed");
        Assert.Equal("S-07", signed["recordedBy"]!.GetValue<string>());
        Assert.DoesNotContain("signing", table.Page.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_may_not_sign_is_told_so_and_nothing_is_signed()
    {
        var surgicalCase = await hospital.CaseInOperationAsync();
        await using var table = await AtSignatureAsync(surgicalCase.Id);
        await SignAsync(table, "surgeon", "Q-02");
        await Expect(table.Sheet).ToContainTextAsync("Not signed: whoever signed in may not sign here.");
        Assert.DoesNotContain("record_signed", await table.TypesAsync(surgicalCase.Id));
    }

    [Fact]
    public async Task What_is_added_to_a_signed_record_needs_a_reason_that_is_asked_once()
    {
        var surgicalCase = await hospital.CaseInOperationAsync();
        await using var table = await AtSignatureAsync(surgicalCase.Id);
        await SignAsync(table, "surgeon", "S-07");
        await SignAsync(table, "circulating-nurse", "N-07");
        await table.TapAsync("close");
        await table.Page.GetByRole(AriaRole.Button, new() { Name = "Give a reason" }).ClickAsync();
        await table.Page.GetByLabel("Reason").FillAsync("forgotten at the table");
        await table.Page.GetByRole(AriaRole.Button, new() { Name = "Record", Exact = true }).ClickAsync();
        await table.TapAsync("level-image", "tool-Blood", "add-250", "record");
        await table.IsSentAsync();
        Assert.Equal(["forgotten at the table", "forgotten at the table"], (await table.RecordedAsync(surgicalCase.Id))
            .Where(entry => entry["type"]!.GetValue<string>() is "imaging_taken" or "blood_loss_estimated")
            .Select(entry => entry["reason"]!.GetValue<string>()));
    }

    static async Task SignAsync(TablePage table, string role, string subject)
    {
        await table.Page.Locator($"[data-sign='{role}']").ClickAsync();
        await Expect(table.Page.GetByRole(AriaRole.Heading, new() { Name = "Who signs?" })).ToBeVisibleAsync();
        await table.Page.Locator($"button[value='{subject}']").ClickAsync();
        await Expect(table.Sheet.GetByRole(AriaRole.Status)).ToBeVisibleAsync();
    }

    async Task<TablePage> AtSignatureAsync(Guid caseId)
    {
        var table = await TablePage.NewAsync(chromium, hospital);
        await table.OpenAsync(caseId);
        await table.TapAsync("tool-More", "to-sign");
        return table;
    }
}
