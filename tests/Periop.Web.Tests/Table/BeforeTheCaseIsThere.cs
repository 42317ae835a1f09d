using Periop.Server.Tests;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Periop.Web.Tests;

/// <summary>Somebody taps before the first answer about a case that this tablet has not kept.</summary>
public sealed class BeforeTheCaseIsThere(ListeningHost listening, Chromium chromium) : IClassFixture<ListeningHost>
{
    readonly TestHospital hospital = listening.Host.NewHospital();
    readonly TaskCompletionSource answers = new();

    [Fact]
    public async Task A_level_is_proposed_once_the_plan_is_there()
    {
        var surgicalCase = await hospital.CaseInOperationAsync();
        await using var table = await WithoutAnAnswerAsync(surgicalCase);
        await table.TapAsync("tool-Spine");
        await Expect(table.Sheet).ToContainTextAsync("Which level?");
        answers.SetResult();
        await table.TapAsync("record");
        Assert.Equal(("L2", 3), await OsteotomyAsync(table, surgicalCase));
    }

    [Fact]
    public async Task What_somebody_has_chosen_stays()
    {
        var surgicalCase = await hospital.CaseInOperationAsync();
        await using var table = await WithoutAnAnswerAsync(surgicalCase);
        await table.TapAsync("tool-Spine", "grade-2");
        answers.SetResult();
        await table.TapAsync("record");
        Assert.Equal(("L2", 2), await OsteotomyAsync(table, surgicalCase));
    }

    async Task<TablePage> WithoutAnAnswerAsync(TestCase surgicalCase)
    {
        var table = await TablePage.NewAsync(chromium, hospital);
        await table.Page.RouteAsync($"**{surgicalCase.Path}", async route =>
        {
            await answers.Task;
            await route.ContinueAsync();
        });
        await table.Page.GotoAsync($"/cases/{surgicalCase.Id}");
        return table;
    }

    static async Task<(string Level, int Grade)> OsteotomyAsync(TablePage table, TestCase surgicalCase)
    {
        await Expect(table.Done).ToContainTextAsync("Osteotomy");
        await table.IsSentAsync();
        var data = (await table.RecordedAsync(surgicalCase.Id)).Single(entry => entry["type"]!.GetValue<string>() == "osteotomy_performed")["data"]!;
        return (data["level"]!.GetValue<string>(), data["grade"]!.GetValue<int>());
    }
}
