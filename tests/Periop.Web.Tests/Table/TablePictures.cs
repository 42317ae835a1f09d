using Microsoft.Playwright;
using Periop.Server.Tests;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Periop.Web.Tests;

/// <summary>
/// The pictures of the case in docs/pictures, each beside the mock of its state. Made when asked for:
/// <c>dotnet run --project tests/Periop.Web.Tests -- -explicit only -class Periop.Web.Tests.TablePictures</c>.
/// </summary>
public sealed class TablePictures(ListeningHost listening, Chromium chromium) : IClassFixture<ListeningHost>
{
    static readonly DateTimeOffset Noon = new(2026, 3, 2, 12, 4, 0, TimeSpan.FromHours(1));

    static readonly string Folder = Directory.CreateDirectory(Path.Combine(Repository.Root, "docs", "pictures")).FullName;

    static readonly (string Name, string[] Keys)[] Sheets =
    [
        ("spine", ["tool-Spine"]), ("times", ["tool-Times"]), ("scan", ["tool-Implant"]), ("counts", ["tool-Counts"]),
        ("drugs", ["tool-Drugs", "chip-cefazolin"]), ("monitoring", ["tool-Monitoring"]), ("more", ["tool-More"]),
        ("flags", ["tool-More", "to-flags"]), ("move", ["tool-More", "to-move"]), ("sign", ["tool-More", "to-sign"]),
    ];

    readonly TestHospital hospital = listening.Host.NewHospital();

    [Fact(Explicit = true)]
    public async Task Every_state_of_the_case_at_the_table()
    {
        listening.Host.Clock.SetUtcNow(Noon.ToUniversalTime());
        var (surgery, stopped) = (await InSurgeryAsync(), await BeforeIncisionAsync());
        foreach (var (suffix, theme, width, height) in new[] { ("", "light", 1180, 820), ("-dark", "dark", 1180, 820), ("-phone", "light", 390, 844) })
        {
            await using var table = await TablePage.NewAsync(chromium, hospital, size: new() { Width = width, Height = height });
            await table.Page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = theme == "dark" ? ColorScheme.Dark : ColorScheme.Light });
            await table.OpenAsync(surgery.Id);
            await ShootAsync(table, $"case{suffix}");
            if (suffix == "-phone")
            {
                await table.TapAsync("part-Spine");
                await ShootAsync(table, "case-spine-phone");
                await table.TapAsync("part-Timeline");
                await ShootAsync(table, "case-timeline-phone");
            }
            foreach (var (name, keys) in suffix == "" ? Sheets : suffix == "-dark" ? Sheets[..1] : [])
            {
                await table.TapAsync(keys);
                await ShootAsync(table, $"case-{name}{suffix}");
                await table.TapAsync("close");
            }

            await StopAsync(table, stopped, suffix);
            await WithoutNetworkAsync(table, surgery, suffix);
        }
    }

    static async Task StopAsync(TablePage table, TestCase stopped, string suffix)
    {
        await table.OpenAsync(stopped.Id);
        await table.TapAsync("incision");
        await Expect(table.Stop).ToBeVisibleAsync();
        await ShootAsync(table, $"case-stop{suffix}");
        await table.AnswerAsync("not-done");
        await ShootAsync(table, $"case-stop-why{suffix}");
        await table.AnswerAsync("mistake");
        await table.IsSentAsync();
    }

    static async Task WithoutNetworkAsync(TablePage table, TestCase surgery, string suffix)
    {
        await table.OpenAsync(surgery.Id);
        await table.Visitor.Context.SetOfflineAsync(true);
        await table.TapAsync("osteotomy-L2", "record", "close");
        await Expect(table.Queue).ToContainTextAsync("waiting");
        await ShootAsync(table, $"case-offline{suffix}");
        await table.TapAsync("take-back", "Wrong button");
        await table.Visitor.Context.SetOfflineAsync(false);
        await table.Page.Clock.FastForwardAsync(20_000);
        await table.IsSentAsync();
    }

    static Task ShootAsync(TablePage table, string name) =>
        table.Page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(Folder, $"{name}.png") });

    /// <summary>As the mocks have it: one of two levels cut, sixteen screws, sponges that do not match.</summary>
    async Task<TestCase> InSurgeryAsync()
    {
        var surgicalCase = await BeforeIncisionAsync();
        await surgicalCase.RecordedAsync("safety-checks", new { phase = "time-out", occurredAt = At(8, 31) });
        var incision = await surgicalCase.RecordedAsync("incision", new { occurredAt = At(8, 41) });
        await surgicalCase.RecordedAsync("time-corrections", new { targetEntryId = incision.EntryId, correctedTo = At(8, 33), reason = "tapped late" });
        await surgicalCase.RecordedAsync("imaging",
            new { kind = "fluoroscopy", purpose = "level-localisation", levels = new[] { "L3" }, occurredAt = At(9, 40) });
        foreach (var level in new[] { "T10", "T11", "T12", "L1", "L2", "L4", "L5", "S1" })
            foreach (var side in new[] { "left", "right" })
                await surgicalCase.RecordedAsync("hardware", new { kind = "pedicle-screw", level, side, occurredAt = At(11, 22) });
        await surgicalCase.RecordedAsync("counts", new { what = "sponges", phase = "closing", result = "discrepancy", occurredAt = At(11, 46) });
        await surgicalCase.RecordedAsync("blood-loss", new { cumulativeMl = 900, occurredAt = At(11, 50) });
        await surgicalCase.RecordedAsync("osteotomies", new { level = "L3", approach = "posterior", grade = 3, occurredAt = At(12, 2) });
        return surgicalCase;
    }

    async Task<TestCase> BeforeIncisionAsync()
    {
        var surgicalCase = await hospital.CaseAsync();
        await surgicalCase.RecordedAsync("room-entry", new { occurredAt = At(7, 30) });
        await surgicalCase.RecordedAsync("anesthesia-start", new { type = "general", occurredAt = At(7, 32) });
        await surgicalCase.RecordedAsync("safety-checks", new { phase = "sign-in", occurredAt = At(7, 33) });
        await surgicalCase.RecordedAsync("anesthesia", new { occurredAt = At(7, 41) });
        await surgicalCase.RecordedAsync("antibiotics", new { drug = "cefazolin", dose = "2 g", occurredAt = At(8, 4) });
        await surgicalCase.RecordedAsync("skin-prep", new { occurredAt = At(8, 20) });
        return surgicalCase;
    }

    static DateTimeOffset At(int hour, int minute) => new(2026, 3, 2, hour, minute, 0, TimeSpan.FromHours(1));
}
