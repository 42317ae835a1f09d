using Periop.Server.Tests;
using Xunit;

namespace Periop.Web.Tests;

/// <summary>How the record is kept and how it is coded, as pages.</summary>
public sealed class KeepingOfTheDesk(ListeningHost listening, Chromium chromium) : IClassFixture<ListeningHost>
{
    readonly TestHospital hospital = listening.Host.NewHospital();

    [Fact]
    public async Task A_share_leads_from_its_count_to_the_entry()
    {
        await hospital.CaseInOperationAsync();
        await hospital.AskedAsync("/api/register/complications");
        await using var visitor = await hospital.AtDeskAsync(chromium);
        await visitor.Page.GotoAsync("/quality/record-keeping");
        await visitor.AssertAccessibleAsync();
        await Contrast.AssertAsync(visitor.Page, 4.5);
        await visitor.Page.ClickAsync("table.mid tbody tr:has-text('Incision') a");
        Assert.Equal(1, await visitor.Page.Locator("table.measured tbody tr").CountAsync());
        await visitor.AssertAccessibleAsync();
        await visitor.Page.ClickAsync("table.measured a.mono");
        Assert.Contains("/record", visitor.Page.Url, StringComparison.Ordinal);
        visitor.AssertQuiet();
    }

    [Fact]
    public async Task A_coder_sees_where_decisions_differ_and_opens_the_cases()
    {
        var surgicalCase = await hospital.CaseInOperationAsync();
        await surgicalCase.RecordedAsync("osteotomies", new { level = "L2", approach = "posterior", grade = 3 });
        await surgicalCase.RecordedAsync("closure", new { method = "sutures" });
        await surgicalCase.RecordedAsync("room-exit");
        (await hospital.As("coder").PostAsync(
            $"{surgicalCase.Path}/codings", new { codes = new[] { new { code = "22899", units = 1 } }, reason = "the note says more" })).Is(200);
        await hospital.AskedAsync("/api/register/complications");
        await using var visitor = await Visitor.NewAsync(chromium, listening.Host);
        await visitor.SignInAsync(hospital, "C-05");
        await visitor.Page.GotoAsync("/coding");
        await visitor.Page.ClickAsync("nav.sub a:has-text('Decisions')");
        Assert.Equal("“the note says more”", await visitor.Page.Locator("table.reasons tbody td").First.InnerTextAsync());
        await visitor.AssertAccessibleAsync();
        await Contrast.AssertAsync(visitor.Page, 4.5);
        await visitor.Page.ClickAsync("table.coders a >> nth=1");
        Assert.Contains("/coding?coder=", visitor.Page.Url, StringComparison.Ordinal);
        Assert.Equal(1, await visitor.Page.Locator("a[data-row]").CountAsync());
        visitor.AssertQuiet();
    }
}
