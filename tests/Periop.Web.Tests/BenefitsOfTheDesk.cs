using Periop.Server.Tests;
using Xunit;

namespace Periop.Web.Tests;

/// <summary>How patients do before and after, as a page.</summary>
public sealed class BenefitsOfTheDesk(ListeningHost listening, Chromium chromium) : IClassFixture<ListeningHost>
{
    readonly TestHospital hospital = listening.Host.NewHospital();

    [Fact]
    public async Task An_answer_leads_from_its_count_to_the_entry_that_says_it()
    {
        var surgicalCase = await hospital.CaseInOperationAsync();
        await surgicalCase.RecordedAsync("closure", new { method = "sutures" });
        listening.Host.Clock.Advance(TimeSpan.FromDays(42));
        await surgicalCase.RecordedAsync("follow-ups", new { alive = true, painScore = 3 });
        listening.Host.Clock.Advance(TimeSpan.FromDays(60));
        await hospital.CaseAsync();
        await hospital.AskedAsync("/api/audit/benefits?measure=pain");
        await using var visitor = await hospital.AtDeskAsync(chromium);
        await visitor.Page.GotoAsync("/quality/benefits");
        Assert.Contains("measure=pain", visitor.Page.Url, StringComparison.Ordinal);
        await visitor.AssertAccessibleAsync();
        await Contrast.AssertAsync(visitor.Page, 4.5);
        await visitor.Page.ClickAsync("table.mid tbody td:nth-child(4) a");
        Assert.Equal("3.0", await visitor.Page.Locator("table.measured tbody td.num").First.InnerTextAsync());
        await visitor.AssertAccessibleAsync();
        await visitor.Page.ClickAsync("table.measured a.mono");
        Assert.Contains("/record", visitor.Page.Url, StringComparison.Ordinal);
        visitor.AssertQuiet();
    }
}
