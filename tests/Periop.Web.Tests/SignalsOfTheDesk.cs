using Periop.Server.Tests;
using Xunit;

namespace Periop.Web.Tests;

/// <summary>Funnels, CUSUM and charts as pages.</summary>
public sealed class SignalsOfTheDesk(ListeningHost listening, Chromium chromium) : IClassFixture<ListeningHost>
{
    const string Cohort = "definition=death&version=1&from=2025-01-01&to=2026-03-01";

    readonly TestHospital hospital = listening.Host.NewHospital();

    [Fact]
    public async Task A_picture_stands_beside_what_is_outside_and_its_points_lead_to_their_cases()
    {
        await TellAsync();
        await using var visitor = await hospital.AtDeskAsync(chromium);
        await visitor.Page.GotoAsync($"/quality/funnel?{Cohort}");
        await visitor.AssertAccessibleAsync();
        await Contrast.AssertAsync(visitor.Page, 4.5);
        Assert.Equal("One point is outside 99.8 %", await visitor.Page.Locator(".outside h2").InnerTextAsync());
        Assert.Contains("The chance of 5 or more of 5 at", await visitor.Page.Locator(".outside").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Equal(["○ outside", "◆ outside"], await visitor.Page.Locator("table.points td:last-child").AllInnerTextsAsync());
        await visitor.Page.AssertNumbersLeadToListsAsync();
        await visitor.Page.AssertPrintsOnOnePageAsync();
        await visitor.Page.Locator("figure svg a").First.ClickAsync();
        Assert.Contains("/quality/explain?", visitor.Page.Url, StringComparison.Ordinal);
        visitor.AssertQuiet();
    }

    [Theory]
    [InlineData("funnel")]
    [InlineData("cusum")]
    [InlineData("chart")]
    public async Task A_picture_and_its_tables_are_given_again_whatever_was_recorded_since(string page)
    {
        await TellAsync();
        await using var visitor = await hospital.AtDeskAsync(chromium);
        await visitor.Page.GotoAsync($"/quality/{page}?{Cohort}");
        await visitor.AssertAccessibleAsync();
        var (settled, before) = (visitor.Page.Url, await visitor.Page.AnswerAsync());
        Assert.Contains("<svg", before, StringComparison.Ordinal);
        listening.Host.Clock.Advance(TimeSpan.FromSeconds(2));
        await (await hospital.OperatedAsync()).ThenAsync("death", 5);
        await hospital.AskedAsync($"/api/audit/rates?{Cohort}");
        await visitor.Page.GotoAsync(settled);
        Assert.Equal(before, await visitor.Page.AnswerAsync());
        var csv = await hospital.AskedAsync($"/api/audit/{page}?{Cohort}&format=csv");
        Assert.StartsWith("text/csv", csv.Header("Content-Type"), StringComparison.Ordinal);
        visitor.AssertQuiet();
    }

    /// <summary>Twenty operated by one surgeon live, all five of another die.</summary>
    async Task TellAsync()
    {
        await hospital.PublishShippedAsync();
        for (var n = 0; n < 20; n++)
            await (await hospital.OperatedAsync()).ThenAsync("follow-ups", 120, new { alive = true });
        for (var n = 0; n < 5; n++)
            await (await hospital.OperatedAsync(surgeon: "surgeon-2")).ThenAsync("death", 5 + n);
        await hospital.AskedAsync($"/api/audit/rates?{Cohort}");
    }
}
