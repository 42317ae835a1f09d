using Periop.Server.Tests;
using Xunit;

namespace Periop.Web.Tests;

/// <summary>How rooms are used, as a page.</summary>
public sealed class TimesOfTheDesk(ListeningHost listening, Chromium chromium) : IClassFixture<ListeningHost>
{
    readonly TestHospital hospital = listening.Host.NewHospital();

    [Fact]
    public async Task A_first_visit_asks_about_a_month_of_first_cases_by_room()
    {
        await hospital.CaseInOperationAsync();
        await hospital.AskedAsync("/api/audit/times?metric=on-time-start");
        await using var visitor = await hospital.AtDeskAsync(chromium);
        await visitor.Page.GotoAsync("/quality/times");
        Assert.Contains("metric=on-time-start&from=2026-02-02&to=2026-03-02&groupBy=room", visitor.Page.Url, StringComparison.Ordinal);
        await visitor.Page.GotoAsync("/quality/times?metric=cut-to-close&groupBy=room");
        Assert.Equal("OR-1", await visitor.Page.Locator("table.mid tbody td").First.InnerTextAsync());
        await visitor.AssertAccessibleAsync();
        await Contrast.AssertAsync(visitor.Page, 4.5);
        visitor.AssertQuiet();
    }
}
