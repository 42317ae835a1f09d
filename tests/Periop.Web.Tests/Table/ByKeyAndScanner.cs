using Microsoft.Playwright;
using Periop.Server.Tests;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Periop.Web.Tests;

/// <summary>Single keys, and a scanner that types faster than anybody, at the same page.</summary>
public sealed class ByKeyAndScanner(ListeningHost listening, Chromium chromium) : IClassFixture<ListeningHost>
{
    const string Udi = "(01)51022222233336(17)280707(10)A213B1(21)1234";

    /// <summary>A scanner's keys follow each other within a millisecond or two, however busy the machine is on which they are pressed here.</summary>
    const string Burst = """
        text => {
          const begun = new Event('scan').timeStamp, field = document.activeElement;
          for (const [at, key] of [...text, 'Enter'].entries()) {
            const pressed = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true });
            Object.defineProperty(pressed, 'timeStamp', { value: begun + 2 * at });
            const isOurs = !field.dispatchEvent(pressed);
            if (!isOurs && key.length === 1 && field instanceof HTMLInputElement) field.value += key;
          }
        }
        """;

    readonly TestHospital hospital = listening.Host.NewHospital();

    [Fact]
    public async Task A_digit_presses_what_is_likely_next_and_letters_open_sheets()
    {
        var surgicalCase = await hospital.CaseAsync();
        await using var table = await AtCaseAsync(surgicalCase.Id);
        await table.Page.Keyboard.PressAsync("3");
        await Expect(table.Done).ToContainTextAsync("In room");
        foreach (var (key, title) in new[] { ("s", "Osteotomy: tap the level"), ("i", "Implant"), ("c", "Counts"), ("b", "Counts") })
        {
            await table.Page.Keyboard.PressAsync(key);
            await Expect(table.Sheet.Locator("h2").First).ToHaveTextAsync(title);
            await table.Page.Keyboard.PressAsync("Escape");
            await Expect(table.Sheet).ToHaveCountAsync(0);
        }
    }

    [Fact]
    public async Task A_scan_opens_the_implant_and_its_digits_press_nothing()
    {
        var surgicalCase = await hospital.CaseInOperationAsync();
        await using var table = await AtCaseAsync(surgicalCase.Id);
        await table.Page.EvaluateAsync(Burst, Udi);
        await Expect(table.Sheet).ToContainTextAsync("51022222233336");
        await Expect(table.Sheet).ToContainTextAsync("A213B1");
        await table.TapAsync("record");
        await table.IsSentAsync();
        var placed = (await table.RecordedAsync(surgicalCase.Id)).Single(entry => entry["type"]!.GetValue<string>() == "hardware_placed");
        Assert.Equal(Udi, placed["data"]!["udi"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_scan_into_a_field_is_taken_out_of_it_again()
    {
        var surgicalCase = await hospital.CaseInOperationAsync();
        await using var table = await AtCaseAsync(surgicalCase.Id);
        await table.TapAsync("tool-More");
        var field = table.Page.GetByLabel("Patient reference");
        await field.FillAsync("p-1");
        await table.Page.EvaluateAsync(Burst, Udi);
        await Expect(table.Sheet.Locator("h2").First).ToHaveTextAsync("Implant");
        Assert.Equal(["patient_entered_room", "safety_check_completed", "incision_made"], await table.TypesAsync(surgicalCase.Id));
    }

    [Fact]
    public async Task What_is_no_device_code_is_kept_as_it_was_scanned()
    {
        var surgicalCase = await hospital.CaseInOperationAsync();
        await using var table = await AtCaseAsync(surgicalCase.Id);
        await table.Page.EvaluateAsync(Burst, "+H123ABC01234567890123456");
        await Expect(table.Sheet).ToContainTextAsync("Not a UDI. Kept as scanned.");
        await table.TapAsync("record");
        await table.IsSentAsync();
        Assert.Contains("hardware_placed", await table.TypesAsync(surgicalCase.Id));
    }

    [Fact]
    public async Task A_wristband_opens_its_case_after_a_question()
    {
        var (here, there) = (await hospital.CaseAsync(), await hospital.CaseAsync("OR-2"));
        await using var table = await AtCaseAsync(here.Id);
        await table.Page.EvaluateAsync(Burst, (await there.ReadAsync()).Json["caseNumber"]!.GetValue<string>());
        await table.TapAsync("open");
        await table.Page.WaitForURLAsync($"**/cases/{there.Id}");
    }

    [Fact]
    public async Task A_wristband_is_nobodys_only_when_the_program_has_said_so()
    {
        await using var table = await AtCaseAsync((await hospital.CaseAsync()).Id);
        var answer = new TaskCompletionSource();
        await table.Page.RouteAsync("**/api/cases?q=*", async route =>
        {
            await answer.Task;
            await route.ContinueAsync();
        });
        await table.Page.EvaluateAsync(Burst, "K-9999");
        await Expect(table.Sheet.Locator(".half")).ToHaveTextAsync("Looking for this number.");
        answer.SetResult();
        await Expect(table.Sheet.Locator(".half")).ToHaveTextAsync("No case of today has this number.");
    }

    [Fact]
    public async Task Every_level_of_the_spine_is_reached_by_arrow_keys_and_says_how_it_stands()
    {
        var surgicalCase = await hospital.CaseInOperationAsync();
        await surgicalCase.RecordedAsync("osteotomies", new { level = "L2", approach = "posterior", grade = 3 });
        await using var table = await AtCaseAsync(surgicalCase.Id);
        await table.TapAsync("tool-Spine");
        await table.Key("levels").FocusAsync();
        await table.Page.Keyboard.PressAsync("Home");
        var seen = new List<string>();
        for (var step = 0; step < 25; step++)
        {
            var chosen = table.Sheet.GetByRole(AriaRole.Option, new() { Selected = true });
            seen.Add((await chosen.InnerTextAsync()).ReplaceLineEndings(" ").Trim());
            await table.Page.Keyboard.PressAsync("ArrowDown");
        }

        Assert.Equal(["C1", "C2"], seen.Take(2));
        Assert.Equal("S1", seen[^1]);
        Assert.Contains("Done", seen.Single(said => said.StartsWith("L2", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.Contains("Planned, grade 3", seen.Single(said => said.StartsWith("L3", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.Equal(25, seen.Distinct().Count());
    }

    async Task<TablePage> AtCaseAsync(Guid caseId)
    {
        var table = await TablePage.NewAsync(chromium, hospital, hasTouch: false);
        await table.OpenAsync(caseId);
        return table;
    }
}
