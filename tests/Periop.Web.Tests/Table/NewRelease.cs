using Periop.Server.Tests;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Periop.Web.Tests;

/// <summary>A new version is deployed while a tablet is in use.</summary>
public sealed class NewRelease(DeployedHost deployed, Chromium chromium) : IClassFixture<DeployedHost>
{
    readonly TestHospital hospital = deployed.Host.NewHospital();

    [Fact]
    public async Task It_is_taken_when_nothing_waits_any_more_and_somebody_taps()
    {
        var surgicalCase = await hospital.CaseInRoomAsync();
        await using var table = await Tablet.NewAsync(chromium, hospital, over: deployed.Line);
        await table.OpenToKeepAsync(surgicalCase.Id);
        await table.TapAsync("tool-Times", "time-incision");
        await table.AnswerAsync("later");
        await table.SaysAsync("1 needs you");
        await table.Page.ReloadAsync();
        Assert.Equal("release-1", Assert.Single(await table.KeepsAsync("queue"))["release"]!.GetValue<string>());
        deployed.Line.Cut();
        await deployed.DeployAsync("release-2");
        deployed.Line.Heal();
        await table.PassAsync(TimeSpan.FromMinutes(10));
        await table.UntilAsync("async () => Boolean((await navigator.serviceWorker.getRegistration())?.waiting)", "the new version waits");
        await table.SaysAsync("1 needs you");
        await Expect(table.NoticeOf("A new version is here.")).ToHaveCountAsync(0);
        await table.AssertReleaseAsync("release-1");
        await table.AnswerAsync("mistake");
        await table.NoticesAsync("A new version is here. It is taken when you tap.");
        await table.AssertReleaseAsync("release-1");
        await table.NoticeOf("A new version is here.").GetByRole(Microsoft.Playwright.AriaRole.Button).ClickAsync();
        await table.AssertReleaseAsync("release-2");
        await table.IsSentAsync();
    }
}
