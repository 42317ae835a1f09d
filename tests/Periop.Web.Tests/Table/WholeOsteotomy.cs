using System.Text.Json.Nodes;
using Periop.Server.Tests;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Periop.Web.Tests;

/// <summary>A posterior osteotomy of L3 from room entry to room exit, as it is clicked, typed and scanned.</summary>
public sealed class WholeOsteotomy(ListeningHost listening, Chromium chromium) : IClassFixture<ListeningHost>
{
    const int Most = 45;

    const string CountTaps = "() => { window.taps = 0; addEventListener('click', event => { if (event.isTrusted) window.taps++; }, true); }";

    /// <summary>What is recorded, as a program would send it.</summary>
    static readonly (string Path, object Body)[] Recorded =
    [
        ("room-entry", new { }),
        ("anesthesia-start", new { type = "general" }),
        ("safety-checks", new { phase = "sign-in" }),
        ("induction", new { }),
        ("anesthesia", new { }),
        ("position", new { position = "prone" }),
        ("neuromonitoring", new { modalities = new[] { "ssep", "mep" }, baseline = "obtained" }),
        ("antibiotics", new { drug = "cefazolin", dose = "2 g" }),
        ("skin-prep", new { }),
        ("counts", new { what = "sponges", phase = "initial", result = "correct" }),
        ("counts", new { what = "sharps", phase = "initial", result = "correct" }),
        ("counts", new { what = "instruments", phase = "initial", result = "correct" }),
        ("safety-checks", new { phase = "time-out" }),
        ("incision", new { }),
        ("imaging", new { kind = "fluoroscopy", purpose = "level-localisation", levels = new[] { "L3" } }),
        ("exposure", new { levels = new[] { "L3" } }),
        ("hardware", new { kind = "pedicle-screw", level = "L2", side = "left" }),
        ("hardware", new { kind = "pedicle-screw", level = "L2", side = "right" }),
        ("osteotomies", new { level = "L3", approach = "posterior", grade = 3 }),
        ("blood-loss", new { cumulativeMl = 250 }),
        ("closing-start", new { }),
        ("counts", new { what = "sponges", phase = "closing", result = "correct" }),
        ("counts", new { what = "sharps", phase = "closing", result = "correct" }),
        ("counts", new { what = "instruments", phase = "closing", result = "correct" }),
        ("closure", new { method = "sutures" }),
        ("dressing", new { }),
        ("safety-checks", new { phase = "sign-out" }),
        ("emergence", new { }),
        ("room-exit", new { }),
    ];

    readonly TestHospital hospital = listening.Host.NewHospital();

    [Fact]
    public async Task By_clicking_it_is_the_same_case_as_by_requests_in_few_taps_and_seen_on_the_board()
    {
        var (clicked, sent) = (await OfL3Async("OR-1"), await OfL3Async("OR-2"));
        foreach (var (path, body) in Recorded)
            await sent.RecordedAsync(path, body);
        await using var board = await Visitor.NewAsync(chromium, listening.Host);
        await board.SignInAsync(hospital, "A-11");
        await using var table = await TablePage.NewAsync(chromium, hospital);
        await table.OpenAsync(clicked.Id);
        await table.Page.EvaluateAsync(CountTaps);
        await RecordAsync(table, keys => table.TapAsync(keys));
        Assert.InRange(await table.Page.EvaluateAsync<int>("() => window.taps"), Recorded.Length, Most);
        await table.IsSentAsync();
        Assert.Equal(await SaidAsync(table, sent.Id), await SaidAsync(table, clicked.Id));
        await Expect(board.Page.Locator("[data-room='OR-1'] [data-slot=phase]")).Not.ToHaveTextAsync("In room");
        table.Visitor.AssertQuiet();
    }

    [Fact]
    public async Task By_the_keyboard_alone_it_is_the_same_case()
    {
        var (typed, sent) = (await OfL3Async("OR-1"), await OfL3Async("OR-2"));
        foreach (var (path, body) in Recorded)
            await sent.RecordedAsync(path, body);
        await using var table = await TablePage.NewAsync(chromium, hospital, hasTouch: false);
        await table.OpenAsync(typed.Id);
        await RecordAsync(table, async keys =>
        {
            foreach (var key in keys)
            {
                await table.Key(key).FocusAsync();
                await table.Page.Keyboard.PressAsync("Enter");
            }
        });
        await table.IsSentAsync();
        Assert.Equal(await SaidAsync(table, sent.Id), await SaidAsync(table, typed.Id));
    }

    /// <summary>By what can be pressed, whichever way.</summary>
    static async Task RecordAsync(TablePage table, Func<string[], Task> press)
    {
        await press(["room-entry", "anesthesia-start", "choose-general", "sign-in", "induction", "anesthesia", "position"]);
        await press(["tool-Monitoring", "record", "tool-Drugs", "chip-cefazolin", "record", "close", "skin-prep"]);
        await press(["tool-Counts", "all-match", "close", "time-out", "incision", "level-image", "exposure"]);
        await press(["tool-Implant", "record", "record", "tool-Spine", "record", "tool-Blood", "add-250", "record", "close"]);
        await press(["closing-start", "tool-Counts", "phase-closing", "all-match", "close", "closure", "choose-sutures"]);
        await press(["dressing", "sign-out", "emergence", "room-exit"]);
        await Expect(table.Page.Locator("#head .ph b")).ToHaveTextAsync("Out of room");
    }

    /// <summary>What a case's entries say, without ids and times.</summary>
    static async Task<string> SaidAsync(TablePage table, Guid caseId) => string.Join('\n',
        (await table.RecordedAsync(caseId)).Select(entry => $"{entry["type"]} {WithoutNulls(entry["data"]!.AsObject())}").Order(StringComparer.Ordinal));

    static string WithoutNulls(JsonObject data) =>
        string.Join(' ', data.Where(member => member.Value is not null).Select(member => $"{member.Key}={member.Value!.ToJsonString()}"));

    async Task<TestCase> OfL3Async(string room)
    {
        var receipt = await hospital.Scheduler.PostAsync("/api/cases", new
        {
            caseNumber = Story.NewNumber(), patientRef = "p-20931", room, scheduledMinutes = 300, surgeon = "S-07",
            procedure = new { family = "spinal-osteotomy", approach = "posterior", levels = new[] { "L3" }, grade = 3 },
        });
        return new TestCase(hospital, receipt.Is(201).CaseId);
    }
}
