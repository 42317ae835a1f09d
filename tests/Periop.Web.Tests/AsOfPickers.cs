using Periop.Server.Tests;
using Xunit;

namespace Periop.Web.Tests;

/// <summary>Choosing as of when a page is asked.</summary>
public sealed class AsOfPickers(ListeningHost listening, Chromium chromium) : IClassFixture<ListeningHost>
{
    readonly TestHospital hospital = listening.Host.NewHospital();

    [Fact]
    public async Task A_minute_is_chosen_in_the_hospitals_time_and_stands_in_the_address()
    {
        await hospital.PublishShippedAsync();
        await using var visitor = await Visitor.NewAsync(chromium, listening.Host);
        await visitor.SignInAsync(hospital, "Q-02");
        await hospital.AskedAsync("/api/audit/definitions");
        listening.Host.Clock.Advance(TimeSpan.FromMinutes(2));
        await visitor.Page.GotoAsync("/quality/rates?definition=infection-deep");
        Assert.Contains("asOf=", visitor.Page.Url, StringComparison.Ordinal);
        await visitor.Page.Locator("button[popovertarget=as-of]").ClickAsync();
        await visitor.AssertAccessibleAsync();
        await visitor.Page.FillAsync("input[name=day]", "2026-03-02");
        await visitor.Page.FillAsync("input[name=time]", "07:01");
        await visitor.Page.Locator("#as-of").GetByText("Ask again").ClickAsync();
        Assert.Contains("asOf=2026-03-02T06%3A01%3A00.000000Z", visitor.Page.Url, StringComparison.Ordinal);
        Assert.Equal("2 Mar 2026, 07:01", (await visitor.Page.Locator("button[popovertarget=as-of]").InnerTextAsync()).Trim());
        visitor.AssertQuiet();
    }

    [Fact]
    public async Task What_an_address_says_wrongly_is_said_in_its_place()
    {
        await using var visitor = await Visitor.NewAsync(chromium, listening.Host);
        await visitor.SignInAsync(hospital, "Q-02");
        var answer = await visitor.Page.GotoAsync("/quality/rates?definition=infection-deep&asOf=yesterday");
        Assert.Equal(400, answer!.Status);
        Assert.Contains("asOf must be a time with offset", await visitor.Page.Locator(".notice").InnerTextAsync(), StringComparison.Ordinal);
        await visitor.Page.GotoAsync("/quality/rates?definitoin=infection-deep");
        Assert.Contains("There is no parameter definitoin here", await visitor.Page.Locator(".notice").InnerTextAsync(), StringComparison.Ordinal);
        await visitor.AssertAccessibleAsync();
    }
}
