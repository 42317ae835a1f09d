using System.Text;
using Microsoft.Playwright;
using Periop.Server.Tests;
using Xunit;

namespace Periop.Web.Tests;

public sealed class DayPlans(ListeningHost listening, Chromium chromium) : IClassFixture<ListeningHost>
{
    readonly TestHospital hospital = listening.Host.NewHospital();

    [Fact]
    public async Task A_scheduler_puts_a_case_on_the_plan_and_finds_it_there()
    {
        await using var scheduler = await AtAsync("/schedule");
        await scheduler.AssertAccessibleAsync();
        await Assertions.Expect(scheduler.Page.GetByText("Nothing is planned on this day")).ToBeVisibleAsync();
        await scheduler.Page.ClickAsync("text=Schedule a case");
        await scheduler.AssertAccessibleAsync();
        await scheduler.Page.FillAsync("#new-case [name=caseNumber]", "26-0419");
        await scheduler.Page.FillAsync("#new-case [name=scheduledMinutes]", "300");
        await scheduler.Page.FillAsync("#new-case [name='procedure.levels']", "L2, L3");
        listening.Host.Clock.Advance(TimeSpan.FromSeconds(1));
        await scheduler.Page.ClickAsync("#new-case .main");
        await Assertions.Expect(scheduler.Page.Locator(".c.soon")).ToContainTextAsync("07:30");
        await scheduler.Page.ClickAsync(".c.soon");
        await Assertions.Expect(scheduler.Page.Locator(".planning h2")).ToHaveTextAsync("26-0419");
        await scheduler.AssertAccessibleAsync();
        var planned = (await hospital.Scheduler.GetAsync("/api/cases")).Items.Single()!;
        Assert.Equal("2026-03-02T07:30:00+01:00", planned.Text("scheduledStart"));
        scheduler.AssertQuiet();
    }

    [Fact]
    public async Task What_cannot_be_recorded_is_said_where_it_was_written()
    {
        await hospital.CaseAsync();
        var taken = (await hospital.Scheduler.GetAsync("/api/cases")).Items.Single().Text("caseNumber");
        await using var scheduler = await AtAsync("/schedule");
        await scheduler.Page.ClickAsync("text=Schedule a case");
        await scheduler.Page.FillAsync("#new-case [name=caseNumber]", taken);
        await scheduler.Page.ClickAsync("#new-case .main");
        await Assertions.Expect(scheduler.Page.Locator("#new-case [role=alert]")).ToContainTextAsync(taken);
        await Assertions.Expect(scheduler.Page.Locator("#new-case [name=caseNumber]")).ToHaveValueAsync(taken);
    }

    [Fact]
    public async Task What_was_recorded_though_its_answer_was_lost_is_recorded_once_by_a_second_press()
    {
        await using var scheduler = await AtAsync("/schedule");
        await scheduler.Page.RouteAsync("**/api/cases", async route =>
        {
            await route.FetchAsync();
            await route.AbortAsync();
        });
        await ScheduleAsync(scheduler);
        await Assertions.Expect(scheduler.Page.Locator("#new-case [role=alert]"))
            .ToHaveTextAsync("No answer. It is not known whether this was recorded. Press again: it is recorded once.");
        await scheduler.Page.UnrouteAllAsync();
        listening.Host.Clock.Advance(TimeSpan.FromSeconds(1));
        await scheduler.Page.ClickAsync("#new-case .main");
        await Assertions.Expect(scheduler.Page.Locator(".c.soon")).ToHaveCountAsync(1);
        Assert.Single((await hospital.Scheduler.GetAsync("/api/cases")).Items);
    }

    [Theory]
    [InlineData(413, "Not recorded: the answer was 413.")]
    [InlineData(502, "No answer. It is not known whether this was recorded. Press again: it is recorded once.")]
    public async Task What_something_on_the_way_has_answered_is_not_taken_for_an_answer_of_ours(int status, string sentence)
    {
        await using var scheduler = await AtAsync("/schedule");
        await scheduler.Page.RouteAsync("**/api/cases", route => route.FulfillAsync(new() { Status = status, Body = "<h1>No</h1>" }));
        await ScheduleAsync(scheduler);
        await Assertions.Expect(scheduler.Page.Locator("#new-case [role=alert]")).ToHaveTextAsync(sentence);
    }

    [Fact]
    public async Task A_delayed_case_moves_on_the_plan()
    {
        await hospital.CaseAsync(start: hospital.Now);
        await using var scheduler = await AtAsync("/schedule");
        await scheduler.Page.ClickAsync(".c");
        await Assertions.Expect(scheduler.Page.GetByText("Open the case")).ToHaveCountAsync(0);
        await scheduler.Page.FillAsync("[name=minutes]", "45");
        await scheduler.Page.FillAsync("form[data-command$=delay] [name=code]", "transport-late");
        listening.Host.Clock.Advance(TimeSpan.FromSeconds(1));
        await scheduler.Page.ClickAsync("text=Record the delay");
        await Assertions.Expect(scheduler.Page.Locator(".c")).ToContainTextAsync("07:45");
    }

    [Fact]
    public async Task A_file_is_tried_then_recorded_then_taken_back()
    {
        await using var scheduler = await AtAsync("/schedule/import");
        await scheduler.AssertAccessibleAsync();
        await scheduler.Page.SetInputFilesAsync("[data-file]", new FilePayload
        {
            Name = "week-10.csv", MimeType = "text/csv",
            Buffer = Encoding.UTF8.GetBytes("caseNumber,room,scheduledStart\n26-1,OR-1,2026-03-02 08:00\n26-2,OR-2,25:10\n"),
        });
        await Assertions.Expect(scheduler.Page.Locator("[data-slot=name]")).ToHaveTextAsync("week-10.csv: nothing recorded yet");
        await Assertions.Expect(scheduler.Page.Locator("[data-slot=refusals] tbody tr")).ToContainTextAsync("scheduledStart");
        Assert.Empty((await hospital.Scheduler.GetAsync("/api/cases")).Items);
        await scheduler.Page.ClickAsync("text=Record it");
        await Assertions.Expect(scheduler.Page.Locator("[data-slot=name]")).ToHaveTextAsync("week-10.csv: recorded");
        Assert.Equal(2, (await hospital.Scheduler.GetAsync("/api/cases")).Items.Count);
        await scheduler.AssertAccessibleAsync();
        await scheduler.Page.FillAsync("[data-stage=retract] [name=reason]", "the file of another week");
        await scheduler.Page.ClickAsync("text=Take this import back");
        await Assertions.Expect(scheduler.Page.Locator("[data-slot=said]")).ToContainTextAsync("entries of 2 cases were taken back");
        scheduler.AssertQuiet();
    }

    [Fact]
    public async Task A_file_that_could_not_be_taken_back_says_so()
    {
        await using var scheduler = await AtAsync("/schedule/import");
        await DropAsync(scheduler, "week-10.csv", "26-1");
        await scheduler.Page.ClickAsync("text=Record it");
        await scheduler.Page.FillAsync("[data-stage=retract] [name=reason]", "the file of another week");
        await scheduler.Page.RouteAsync("**/retraction", route => route.AbortAsync());
        await scheduler.Page.ClickAsync("text=Take this import back");
        await Assertions.Expect(scheduler.Page.Locator("[data-slot=said]")).ToContainTextAsync("It is not known how much was taken back.");
    }

    [Fact]
    public async Task Of_a_file_that_another_has_taken_the_place_of_nothing_is_shown()
    {
        await using var scheduler = await AtAsync("/schedule/import");
        TaskCompletionSource asked = new(), answer = new();
        await scheduler.Page.RouteAsync("**/api/imports/cases?*", async route =>
        {
            asked.SetResult();
            await answer.Task;
            await route.FulfillAsync(new() { Status = 400, ContentType = "application/problem+json", Body = """{ "detail": "It is no such file." }""" });
        }, new() { Times = 1 });
        await DropAsync(scheduler, "week-10.csv", "26-1");
        await asked.Task;
        await DropAsync(scheduler, "week-11.csv", "26-2");
        await Assertions.Expect(scheduler.Page.Locator("[data-slot=name]")).ToHaveTextAsync("week-11.csv: nothing recorded yet");
        var late = scheduler.Page.WaitForResponseAsync("**/api/imports/cases?*");
        answer.SetResult();
        await late;
        await Assertions.Expect(scheduler.Page.Locator("[data-slot=said]")).ToHaveTextAsync("1 of 1 lines read");
    }

    [Theory]
    [InlineData("?date=yesterday", "must be a date such as 2026-03-02")]
    [InlineData("?day=2026-03-02", "There is no day in the address")]
    public async Task What_an_address_cannot_mean_is_said_in_place(string question, string sentence)
    {
        await using var scheduler = await AtAsync($"/schedule{question}");
        await Assertions.Expect(scheduler.Page.Locator(".notice")).ToContainTextAsync(sentence);
    }

    static async Task ScheduleAsync(Visitor scheduler)
    {
        await scheduler.Page.ClickAsync("text=Schedule a case");
        await scheduler.Page.FillAsync("#new-case [name=caseNumber]", "26-0420");
        await scheduler.Page.ClickAsync("#new-case .main");
    }

    static Task DropAsync(Visitor scheduler, string name, string caseNumber) => scheduler.Page.SetInputFilesAsync("[data-file]", new FilePayload
    {
        Name = name, MimeType = "text/csv",
        Buffer = Encoding.UTF8.GetBytes($"caseNumber,room,scheduledStart\n{caseNumber},OR-1,2026-03-02 08:00\n"),
    });

    async Task<Visitor> AtAsync(string path)
    {
        var scheduler = await Visitor.NewAsync(chromium, listening.Host);
        await scheduler.SignInAsync(hospital, "P-04");
        await scheduler.Page.GotoAsync(path);
        return scheduler;
    }
}
