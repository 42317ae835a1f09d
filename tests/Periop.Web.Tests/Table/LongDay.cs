using System.Text.Json.Nodes;
using Periop.Server.Tests;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Periop.Web.Tests;

/// <summary>All of it at once.</summary>
public sealed class LongDay(DeployedHost deployed, Chromium chromium) : IClassFixture<DeployedHost>
{
    const string NurseCode = "070707", SurgeonCode = "270711";
    const int Each = 50;

    /// <summary>A finger that adds 50 mL and records the total, as often as it is told.</summary>
    const string Finger = """
        async times => {
          const frame = () => new Promise(requestAnimationFrame);
          for (const key of Array(times).fill(['add-50', 'record']).flat()) {
            document.querySelector(`.sheet [data-key="${key}"]`).click();
            await frame();
            await frame();
          }
        }
        """;

    readonly TestHospital hospital = deployed.Host.NewHospital();

    /// <summary>
    /// Two people, two tabs, the tablet's clock seven minutes ahead. After a day without a network the session has expired, another version is
    /// deployed, and the first answer that the program gives is lost.
    /// </summary>
    [Fact]
    public async Task Each_of_two_hundred_entries_of_a_day_without_a_network_is_recorded_once_in_order_and_under_the_right_person()
    {
        var surgicalCase = await hospital.CaseInOperationAsync();
        await using var table = await Tablet.NewAsync(chromium, hospital, "S-07", TimeSpan.FromMinutes(7), over: deployed.Line);
        await table.OpenToKeepAsync(surgicalCase.Id);
        await table.SetPinAsync("S-07", SurgeonCode);
        await table.HandToAsync(hospital, "N-07", surgicalCase.Id);
        await table.SetPinAsync("N-07", NurseCode);
        var other = await table.NewTabAsync(hospital);
        await other.OpenAsync(surgicalCase.Id);
        await table.NoticesAsync("This tablet’s clock is 7 min ahead.");

        var began = hospital.Now;
        deployed.Line.Cut();
        await BleedAsync(table, Each);
        await PassAsync(table, hours: 6);
        await BleedAsync(other, 2 * Each);
        await PassAsync(table, hours: 6);
        await table.Page.BringToFrontAsync();
        await table.Page.ReloadAsync();
        await table.SayWhoAsync("S-07", SurgeonCode);
        await Expect(other.Head).ToContainTextAsync("you are S-07");
        await BleedAsync(table, Each);
        await PassAsync(table, hours: 6);
        await BleedAsync(other, 2 * Each);
        await PassAsync(table, hours: 6);
        var waiting = await table.KeepsAsync("queue");
        Assert.Equal(4 * Each, waiting.Count);

        await table.Page.BringToFrontAsync();
        await deployed.DeployAsync("release-2");
        await LoseFirstAnswerAsync(table);
        deployed.Line.Heal();
        await table.PassAsync(Tablet.Again);
        await table.NoticesAsync($"Sign in as S-07 to send {2 * Each} entries. You can go on recording.");
        await table.TapAsync("sign-in-again");
        await Expect(table.Page.Locator("#waiting")).ToContainTextAsync($"{2 * Each} entries by N-07 wait on this device since");
        await table.Page.SelectOptionAsync("select[name=hospital]", hospital.Id);
        await table.Page.Locator("button[value='S-07']").ClickAsync();
        await table.SaysAsync("waiting");
        await table.PassAsync(Tablet.Again);
        await AllGoAsync(table, "S-07");
        await table.SaysAsync($"{2 * Each} of others");
        await table.HandToAsync(hospital, "N-07", surgicalCase.Id);
        await AllGoAsync(table, "N-07");
        await table.IsSentAsync();
        await other.IsSentAsync();
        await table.AssertReleaseAsync("release-1");        // until somebody taps (NewRelease)

        var recorded = (await table.RecordedAsync(surgicalCase.Id)).Where(entry => entry["type"]!.GetValue<string>() == "blood_loss_estimated").ToList();
        Assert.Equal(waiting.Select(Said).Order(), recorded.Select(Said).Order());
        foreach (var person in new[] { "N-07", "S-07" })
            Assert.Equal(Enumerable.Range(1, 2 * Each).Select(time => 50 * time), recorded.Where(entry => Author(entry) == person)
                .Select(entry => entry["data"]!["cumulativeMl"]!.GetValue<int>()));
        Assert.Equal(0, (Tablet.Time(recorded[0]) - began).TotalMinutes, tolerance: 3);
        Assert.Equal(18, (Tablet.Time(recorded[^1]) - began).TotalHours, tolerance: 0.1);
    }

    /// <summary>What makes an entry this one: who recorded it and when it happened.</summary>
    static (Guid Id, string Author, DateTimeOffset Time) Said(JsonNode entry) => entry["body"] is { } body
        ? (body["entryId"]!.GetValue<Guid>(), Author(entry), Tablet.Time(body)) : (entry["entryId"]!.GetValue<Guid>(), Author(entry), Tablet.Time(entry));

    static string Author(JsonNode entry) => (entry["author"] ?? entry["recordedBy"])!.GetValue<string>();

    /// <summary>Somebody records fifty entries in a tab, until that person's queue holds so many.</summary>
    static async Task BleedAsync(TablePage tab, int until)
    {
        await tab.Page.BringToFrontAsync();
        if (until > Each)
            await tab.SaysAsync($"{until - Each} waiting");
        await tab.TapAsync("tool-Blood");
        await tab.Page.EvaluateAsync(Finger, Each);
        await tab.SaysAsync($"{until} waiting");
        await tab.TapAsync("close");
    }

    /// <summary>One after the other somebody's entries leave the queue; how long a hundred of them take is the machine's affair.</summary>
    static async Task AllGoAsync(TablePage table, string author)
    {
        for (var left = 2 * Each; left > 0;)
            left = await Eventually.BecomesAsync(
                async () => (await table.KeepsAsync("queue")).Count(entry => Author(entry) == author), count => count == 0 || count < left,
                $"another entry by {author} is sent");
    }

    /// <summary>On both sides.</summary>
    async Task PassAsync(TablePage table, int hours)
    {
        await table.PassAsync(TimeSpan.FromHours(hours));
        deployed.Host.Clock.Advance(TimeSpan.FromHours(hours));
    }

    static Task LoseFirstAnswerAsync(TablePage table)
    {
        var isLost = false;
        return table.AnswerWithAsync(async route =>
        {
            if (isLost)
            {
                await route.ContinueAsync();
                return;
            }

            var answer = await route.FetchAsync();
            isLost = answer.Ok;
            await route.AbortAsync();
        });
    }
}
