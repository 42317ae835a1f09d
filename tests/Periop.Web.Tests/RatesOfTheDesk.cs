using Periop.Server.Tests;
using Xunit;

namespace Periop.Web.Tests;

/// <summary>Rates, and the way from a number to the entries behind it.</summary>
public sealed class RatesOfTheDesk(ListeningHost listening, Chromium chromium) : IClassFixture<ListeningHost>
{
    const string Question = "/quality/rates?definition=infection-deep&version=1&from=2025-01-01&to=2026-03-01&groupBy=surgeon";

    readonly TestHospital hospital = listening.Host.NewHospital();

    [Fact]
    public async Task A_number_leads_to_its_cases_and_these_to_their_entries()
    {
        await TellAsync();
        await using var visitor = await hospital.AtDeskAsync(chromium);
        await visitor.Page.GotoAsync(Question);
        await visitor.AssertAccessibleAsync();
        await Contrast.AssertAsync(visitor.Page, 4.5);
        await Targets.AssertAsync(visitor.Page, 24);
        await Targets.AssertFitsAsync(visitor.Page, 1440, 1180);
        Assert.Equal(["surgeon-1", "surgeon-2", "surgeon-3", "All"], await visitor.Page.Locator("table.rates tbody th").AllInnerTextsAsync());
        Assert.Equal(["9.1 %", "–", "–", "8.3 %"], await visitor.Page.Locator("table.rates .rate").AllInnerTextsAsync());
        await visitor.Page.AssertNumbersLeadToListsAsync();
        await visitor.Page.Locator("table.rates tbody tr").First.Locator("a", new() { HasText = "1" }).Nth(1).ClickAsync();
        Assert.Contains("state=present", visitor.Page.Url, StringComparison.Ordinal);
        await visitor.AssertAccessibleAsync();
        await Contrast.AssertAsync(visitor.Page, 4.5);
        Assert.Equal("9.1 %", (await visitor.Page.Locator("h1.big").InnerTextAsync())[..5]);
        Assert.Equal(1, await visitor.Page.Locator("table.outcomes tbody tr").CountAsync());
        var entry = visitor.Page.Locator("aside .ev", new() { HasText = "Complication" }).Locator("a");
        var id = await entry.InnerTextAsync();
        await entry.ClickAsync();
        Assert.EndsWith($"#{id}", visitor.Page.Url, StringComparison.Ordinal);
        Assert.Contains("Complication", await visitor.Page.Locator($"[id='{id}']").InnerTextAsync(), StringComparison.Ordinal);
        visitor.AssertQuiet();
    }

    [Theory]
    [InlineData(Question)]
    [InlineData("/quality/explain?definition=infection-deep&version=1&groupBy=surgeon&key=surgeon-1")]
    public async Task An_address_gives_its_figures_and_tables_again_whatever_was_recorded_since(string address)
    {
        await TellAsync();
        await using var visitor = await hospital.AtDeskAsync(chromium);
        await visitor.Page.GotoAsync(address);
        var (settled, before) = (visitor.Page.Url, await visitor.Page.AnswerAsync());
        listening.Host.Clock.Advance(TimeSpan.FromSeconds(2));
        await (await hospital.OperatedAsync()).ThenAsync("complications", 10, new { kind = "infection-deep" });
        await hospital.AskedAsync("/api/audit/rates?definition=infection-deep");
        await visitor.Page.GotoAsync(settled);
        Assert.Equal(before, await visitor.Page.AnswerAsync());
        await visitor.Page.GotoAsync(address);
        Assert.NotEqual(before, await visitor.Page.AnswerAsync());
    }

    [Fact]
    public async Task A_first_visit_asks_for_a_year_by_surgeon_and_says_where_there_is_nothing()
    {
        await hospital.PublishShippedAsync();
        await hospital.AskedAsync("/api/audit/definitions");
        await using var visitor = await hospital.AtDeskAsync(chromium);
        await visitor.Page.GotoAsync("/quality/rates");
        Assert.Contains("definition=infection-deep&version=2&from=2025-03-02&to=2026-03-02&groupBy=surgeon", visitor.Page.Url, StringComparison.Ordinal);
        Assert.Contains("asOf=", visitor.Page.Url, StringComparison.Ordinal);
        Assert.Contains("No case matches.", await visitor.Page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        await visitor.AssertAccessibleAsync();
        visitor.AssertQuiet();
    }

    [Fact]
    public async Task The_definition_shows_what_each_of_its_versions_comes_to_on_the_same_cases()
    {
        await TellAsync();
        await using var visitor = await hospital.AtDeskAsync(chromium);
        await visitor.Page.GotoAsync(Question);
        await visitor.Page.Locator("button[popovertarget=definition]").ClickAsync();
        await visitor.AssertAccessibleAsync();
        Assert.Equal(["2", "within 90 days of the first incision", "8.3 % 1 of 12", "1", "within 30 days of the first incision", "8.3 % 1 of 12"],
            await visitor.Page.Locator("#definition td").AllInnerTextsAsync());
        await visitor.Page.Locator("#definition td a", new() { HasText = "2" }).ClickAsync();
        Assert.Contains("version=2", visitor.Page.Url, StringComparison.Ordinal);
        visitor.AssertQuiet();
    }

    [Fact]
    public async Task What_changed_since_is_told_with_the_entries_that_did_it()
    {
        await TellAsync();
        await using var visitor = await hospital.AtDeskAsync(chromium);
        await visitor.Page.GotoAsync(Question);
        listening.Host.Clock.Advance(TimeSpan.FromSeconds(2));
        await (await hospital.OperatedAsync()).ThenAsync("complications", 10, new { kind = "infection-deep" });
        await hospital.AskedAsync("/api/audit/rates?definition=infection-deep");
        await visitor.Page.Locator("button[popovertarget=as-of]").ClickAsync();
        await visitor.Page.GetByText("What changed since?").ClickAsync();
        await visitor.AssertAccessibleAsync();
        Assert.Contains("present", Assert.Single(await visitor.Page.Locator("table.changes tbody tr").AllInnerTextsAsync()), StringComparison.Ordinal);
        Assert.NotEqual(0, await visitor.Page.Locator("table.changes a.mono").CountAsync());
        visitor.AssertQuiet();
    }

    [Fact]
    public async Task Versions_are_compared_group_by_group()
    {
        await TellAsync();
        await using var visitor = await hospital.AtDeskAsync(chromium);
        await visitor.Page.GotoAsync(Question);
        await visitor.Page.Locator("button[popovertarget=definition]").ClickAsync();
        await visitor.Page.GetByText("Compare by group").ClickAsync();
        await visitor.AssertAccessibleAsync();
        Assert.Equal(
            ["infection-deep 1", "Deep infection within 30 days", "–", "9.1 % 1 of 11", "0.0 % 0 of 1", "none assessed"],
            (await visitor.Page.Locator("table.mid tbody tr").First.Locator("td").AllInnerTextsAsync()));
        visitor.AssertQuiet();
    }

    [Fact]
    public async Task A_table_of_rates_prints_on_one_page_with_its_address()
    {
        await TellAsync();
        await using var visitor = await hospital.AtDeskAsync(chromium);
        await visitor.Page.GotoAsync(Question);
        await visitor.Page.AssertPrintsOnOnePageAsync();
    }

    /// <summary>One had it, ten had not, one is not assessed; another surgeon has one absent and one open, a third one who had it early.</summary>
    async Task TellAsync()
    {
        await hospital.PublishShippedAsync();
        await (await hospital.OperatedAsync()).ThenAsync("complications", 10, new { kind = "infection-deep" });
        for (var n = 0; n < 10; n++)
            await (await hospital.OperatedAsync()).ThenAsync("assessments", 95, Cohort.Assessed("infection-deep", "absent"));
        await hospital.OperatedAsync();
        await (await hospital.OperatedAsync(surgeon: "surgeon-2")).ThenAsync("assessments", 95, Cohort.Assessed("infection-deep", "absent"));
        await hospital.OperatedAsync(surgeon: "surgeon-2", incision: hospital.Now.AddDays(-3));
        var early = await hospital.OperatedAsync(surgeon: "surgeon-3", incision: hospital.Now.AddDays(-3));
        await early.RecordedAsync("complications", new { kind = "infection-deep" });
        await hospital.AskedAsync("/api/audit/rates?definition=infection-deep");
    }
}
