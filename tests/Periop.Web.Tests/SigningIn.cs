using Periop.Server.Tests;
using Xunit;

namespace Periop.Web.Tests;

public sealed class SigningIn(ListeningHost listening, Chromium chromium) : IClassFixture<ListeningHost>
{
    readonly TestHospital hospital = listening.Host.NewHospital();

    [Fact]
    public async Task A_newcomer_is_asked_who_they_are_and_led_to_where_they_wanted()
    {
        await using var visitor = await Visitor.NewAsync(chromium, listening.Host);
        await visitor.Page.GotoAsync("/board");
        await visitor.Page.SelectOptionAsync("select[name=hospital]", hospital.Id);
        await visitor.AssertAccessibleAsync();
        await Contrast.AssertAsync(visitor.Page, 4.5);
        await Targets.AssertAsync(visitor.Page, 24);
        await visitor.Page.Locator("button[value='N-07']").ClickAsync();
        Assert.Equal("/board", new Uri(visitor.Page.Url).AbsolutePath);
        await visitor.AssertAccessibleAsync();
        visitor.AssertQuiet();
    }
}
