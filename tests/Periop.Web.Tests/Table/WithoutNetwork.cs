using Microsoft.Playwright;
using Periop.Server.Tests;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Periop.Web.Tests;

/// <summary>What is tapped is kept here first, and sent by the page, in order, once, whatever the network and the program do.</summary>
public sealed class WithoutNetwork(ListeningHost listening, Chromium chromium) : IClassFixture<ListeningHost>
{
    readonly TestHospital hospital = listening.Host.NewHospital();

    [Theory]
    [InlineData("it is opened")]
    [InlineData("the browser says that it is online")]
    [InlineData("somebody looks at it")]
    [InlineData("15 seconds have passed")]
    public async Task What_waits_is_sent_by_the_page_without_background_sync_when(string occasion)
    {
        var surgicalCase = await hospital.CaseAsync();
        await using var table = await AtCaseAsync(
            surgicalCase, script: "delete window.SyncManager; delete ServiceWorkerRegistration.prototype.sync; delete window.PeriodicSyncManager;");
        await table.Visitor.Context.RouteAsync("**/api/**", route => route.AbortAsync());
        await table.TapAsync("room-entry", "anesthesia-start", "choose-general");
        await table.SaysAsync("2 waiting");
        await table.AnswerTrulyAsync();
        await (occasion switch
        {
            "it is opened" => table.Page.ReloadAsync(),
            "the browser says that it is online" => table.Page.EvaluateAsync("() => dispatchEvent(new Event('online'))"),
            "somebody looks at it" => table.Page.EvaluateAsync("() => dispatchEvent(new Event('focus'))"),
            _ => table.PassAsync(Tablet.Again),
        });
        await table.IsSentAsync();
        Assert.Equal(["patient_entered_room", "anesthesia_started"], await table.TypesAsync(surgicalCase.Id));
    }

    [Fact]
    public async Task What_is_tapped_five_times_and_opened_again_without_a_network_is_recorded_once_and_in_order()
    {
        var surgicalCase = await hospital.CaseAsync();
        await using var table = await AtCaseAsync(surgicalCase);
        await table.GoOfflineAsync();
        await table.TapAsync("room-entry", "anesthesia-start", "choose-general", "sign-in", "induction");
        await table.SaysAsync("4 waiting");
        await table.Page.ReloadAsync();
        await table.SaysAsync("4 waiting");
        await table.TapAsync("anesthesia");
        await table.NoticesAsync("No network. Keep recording.");
        await table.GoOnlineAsync();
        await table.IsSentAsync();
        Assert.Equal(
            ["patient_entered_room", "anesthesia_started", "safety_check_completed", "anesthesia_induced", "patient_anesthetized"],
            await table.TypesAsync(surgicalCase.Id));
    }

    [Fact]
    public async Task An_answer_that_is_lost_makes_no_second_entry()
    {
        var surgicalCase = await hospital.CaseAsync();
        await using var table = await AtCaseAsync(surgicalCase);
        await table.AnswerWithAsync(async route =>
        {
            await route.FetchAsync();
            await route.AbortAsync();
        });
        await table.TapAsync("room-entry");
        await table.SaysAsync("1 waiting");
        Assert.Single(await table.TypesAsync(surgicalCase.Id));
        await table.AnswerTrulyAsync();
        await table.PassAsync(Tablet.Again);
        await table.IsSentAsync();
        Assert.Single(await table.TypesAsync(surgicalCase.Id));
    }

    [Fact]
    public async Task Whoever_sends_by_hand_while_the_page_is_sending_sends_nothing_twice()
    {
        var surgicalCase = await hospital.CaseAsync();
        await using var table = await AtCaseAsync(surgicalCase);
        var (asked, gate) = (0, new TaskCompletionSource());
        await table.AnswerWithAsync(async route =>
        {
            asked++;
            await gate.Task;
            await route.ContinueAsync();
        });
        await table.TapAsync("room-entry");
        await table.OpenQueueAsync();
        await table.Sheet.GetByRole(AriaRole.Button, new() { Name = "Send now" }).ClickAsync();
        await table.Page.EvaluateAsync("() => { dispatchEvent(new Event('online')); dispatchEvent(new Event('focus')); }");
        gate.SetResult();
        await table.IsSentAsync();
        Assert.Equal(1, asked);
    }

    [Fact]
    public async Task Two_tabs_add_to_one_queue_and_one_of_them_sends_it()
    {
        var surgicalCase = await hospital.CaseAsync();
        await using var table = await AtCaseAsync(surgicalCase);
        var other = await table.NewTabAsync(hospital);
        await other.OpenAsync(surgicalCase.Id);
        await table.GoOfflineAsync();
        await table.TapAsync("room-entry");
        await other.SaysAsync("1 waiting");
        await other.TapAsync("anesthesia-start", "choose-general");
        await table.SaysAsync("2 waiting");
        await table.TapAsync("sign-in");
        await other.SaysAsync("3 waiting");
        var sent = new List<string>();
        table.Visitor.Context.Request += (_, request) => sent.AddRange(request.Method == "POST" ? [request.Url.Split('/')[^1]] : []);
        await table.GoOnlineAsync();
        await table.IsSentAsync();
        await other.IsSentAsync();
        Assert.Equal(["room-entry", "anesthesia-start", "safety-checks"], sent);
        Assert.Equal(3, (await table.TypesAsync(surgicalCase.Id)).Count);
    }

    [Fact]
    public async Task What_waits_holds_nothing_that_opens_anything()
    {
        await using var table = await AtCaseAsync(await hospital.CaseAsync());
        await table.GoOfflineAsync();
        await table.TapAsync("room-entry");
        await table.SaysAsync("1 waiting");
        var entry = Assert.Single(await table.KeepsAsync("queue"));
        Assert.Equal("N-07", entry["author"]!.GetValue<string>());
        Assert.All(await table.Visitor.Context.CookiesAsync(), cookie => Assert.DoesNotContain(cookie.Value, entry.ToJsonString()));
        Assert.DoesNotContain("token", entry.ToJsonString(), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Whatever_says_not_now_pauses_and_is_asked_again_however_often()
    {
        var surgicalCase = await hospital.CaseAsync();
        await using var table = await AtCaseAsync(surgicalCase);
        var (statuses, asked) = (new[] { 408, 429, 500, 502, 503, 504 }, 0);
        await table.AnswerWithAsync(route => route.RefuseAsync(hospital, statuses[asked++ % statuses.Length], "not-now"));
        await table.TapAsync("room-entry");
        for (var time = 1; time <= 3 * statuses.Length; time++)
        {
            await Eventually.BecomesAsync(() => Task.FromResult(asked), count => count >= time, $"asked {time} times");
            await table.SaysAsync("1 waiting");
            await table.PassAsync(Tablet.Again);
        }

        await table.AnswerTrulyAsync();
        await table.PassAsync(Tablet.Again);
        await table.IsSentAsync();
        Assert.Single(await table.TypesAsync(surgicalCase.Id));
    }

    [Fact]
    public async Task Whoever_is_signed_out_is_asked_to_sign_in_and_goes_on_recording()
    {
        var surgicalCase = await hospital.CaseAsync();
        await using var table = await AtCaseAsync(surgicalCase);
        await table.Visitor.Context.ClearCookiesAsync();
        await table.TapAsync("room-entry");
        await table.NoticesAsync("Sign in as N-07 to send 1 entry. You can go on recording.");
        await table.TapAsync("anesthesia-start", "choose-general");
        await table.NoticesAsync("Sign in as N-07 to send 2 entries.");
        await table.TapAsync("sign-in-again");
        await Expect(table.Page.Locator("#waiting")).ToContainTextAsync("2 entries by N-07 wait on this device since");
        await table.Page.SelectOptionAsync("select[name=hospital]", hospital.Id);
        await table.Page.Locator("button[value='N-07']").ClickAsync();
        await table.IsSentAsync();
        Assert.Equal(["patient_entered_room", "anesthesia_started"], await table.TypesAsync(surgicalCase.Id));
    }

    [Fact]
    public async Task What_is_refused_is_set_aside_with_its_reason_and_the_others_go_on()
    {
        var surgicalCase = await hospital.CaseAsync();
        await using var table = await AtCaseAsync(surgicalCase);
        var refused = new Dictionary<string, int>(StringComparer.Ordinal)
        {
            ["room-entry"] = 400, ["safety-checks"] = 403, ["induction"] = 404, ["anesthesia"] = 413, ["skin-prep"] = 422,
        };
        foreach (var (path, status) in refused)
            await table.Visitor.Context.RouteAsync($"**/{path}", route => route.RefuseAsync(hospital, status, "refused"));
        // by the list of all times: what is refused comes back among what is likely, and moves the others
        foreach (var name in new[] { "room-entry", "sign-in", "induction", "anesthesia", "skin-prep", "anesthesia-start" })
            await table.TapAsync("tool-Times", $"time-{name}");
        await table.TapAsync("choose-general");
        await table.SaysAsync("5 set aside");
        await table.OpenQueueAsync();
        foreach (var status in refused.Values)
            await Expect(table.Page.Locator("[data-aside]").Filter(new() { HasText = $"Not taken: It said {status}." })).ToBeVisibleAsync();
        var taken = await Eventually.BecomesAsync(() => table.TypesAsync(surgicalCase.Id), types => types.Count > 0, "the others go on");
        Assert.Equal(["anesthesia_started"], taken);
    }

    [Fact]
    public async Task What_is_set_aside_takes_its_corrections_along_and_says_so()
    {
        var surgicalCase = await hospital.CaseAsync();
        await using var table = await AtCaseAsync(surgicalCase);
        await table.GoOfflineAsync();
        await table.TapAsync("room-entry", "adjust-5", "confirm", "anesthesia-start", "choose-general");
        await table.SaysAsync("3 waiting");
        await table.Visitor.Context.RouteAsync("**/room-entry", route => route.RefuseAsync(hospital, 422, "refused"));
        await table.GoOnlineAsync();
        await table.SaysAsync("2 set aside");
        await table.OpenQueueAsync();
        await Expect(table.Page.Locator("[data-aside]").Last).ToContainTextAsync("It belongs to In room, which is set aside.");
        await Eventually.BecomesAsync(() => table.TypesAsync(surgicalCase.Id), types => types is ["anesthesia_started"], "what belongs to nothing is sent");
    }

    [Fact]
    public async Task A_count_that_is_set_aside_does_not_match()
    {
        await using var table = await AtCaseAsync(await hospital.CaseInOperationAsync());
        await table.Visitor.Context.RouteAsync("**/counts", route => route.RefuseAsync(hospital, 422, "refused"));
        await table.TapAsync("tool-Counts", "sponges-correct");
        await table.SaysAsync("1 set aside");
        await Expect(table.Key("sponges-correct")).ToBeVisibleAsync();
        await Expect(table.Page.Locator("[data-count=sponges] .matched")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task What_is_taken_back_stands_until_that_is_recorded()
    {
        await using var table = await AtCaseAsync(await hospital.CaseAsync());
        await table.Visitor.Context.RouteAsync("**/retractions", route => route.RefuseAsync(hospital, 422, "refused"));
        await table.TapAsync("room-entry", "take-back", "Wrong button");
        await table.SaysAsync("1 set aside");
        await Expect(table.Page.Locator(".tl .fix")).ToHaveTextAsync("Taken back, N-07: wrong button · set aside");
        await Expect(table.Page.Locator(".tl del")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_time_that_is_set_aside_sets_none()
    {
        await using var table = await AtCaseAsync(await hospital.CaseAsync());
        await table.Visitor.Context.RouteAsync("**/time-corrections", route => route.RefuseAsync(hospital, 422, "refused"));
        await table.TapAsync("room-entry", "adjust-5", "confirm");
        await table.SaysAsync("1 set aside");
        await Expect(table.Page.Locator(".tl .fix")).ToContainTextAsync("· set aside");
        await Expect(table.Page.Locator(".tl .fix del")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Giving_up_what_is_set_aside_is_itself_noted_in_the_case()
    {
        var surgicalCase = await hospital.CaseAsync();
        await using var table = await AtCaseAsync(surgicalCase);
        await table.Visitor.Context.RouteAsync("**/room-entry", route => route.RefuseAsync(hospital, 422, "refused"));
        await table.TapAsync("room-entry");
        await table.SaysAsync("1 set aside");
        await GiveUpAsync(table, "recorded on paper");
        var addendum = Assert.Single(await table.RecordedAsync(surgicalCase.Id));
        Assert.Matches(@"^Given up: In room, \d\d:\d\d\. recorded on paper$", addendum["data"]!["text"]!.GetValue<string>());
    }

    [Fact]
    public async Task What_is_given_up_is_not_shown_as_recorded()
    {
        await using var table = await AtCaseAsync(await hospital.CaseAsync());
        await table.Visitor.Context.RouteAsync("**/room-entry", route => route.RefuseAsync(hospital, 422, "refused"));
        await table.TapAsync("room-entry");
        await Expect(table.Done).ToContainTextAsync("In room set aside");
        await GiveUpAsync(table, "recorded on paper");
        await table.TapAsync("close");
        await Expect(table.Done).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task What_is_given_up_while_another_case_is_open_is_noted_in_its_own()
    {
        var (surgicalCase, other) = (await hospital.CaseAsync(), await hospital.CaseAsync());
        await using var table = await AtCaseAsync(surgicalCase);
        await table.Visitor.Context.RouteAsync("**/room-entry", route => route.RefuseAsync(hospital, 422, "refused"));
        await table.TapAsync("room-entry");
        await table.SaysAsync("1 set aside");
        await table.Page.GotoAsync($"/cases/{other.Id}");
        await table.SaysAsync("1 set aside");
        await GiveUpAsync(table, "recorded on paper");
        Assert.Equal(["addendum_added"], await table.TypesAsync(surgicalCase.Id));
        Assert.Empty(await table.TypesAsync(other.Id));
    }

    [Fact]
    public async Task What_is_recorded_as_new_keeps_its_id_and_takes_its_corrections_along()
    {
        var surgicalCase = await hospital.CaseAsync();
        await using var table = await AtCaseAsync(surgicalCase);
        await table.GoOfflineAsync();
        await table.TapAsync("room-entry", "adjust-5", "confirm");
        await table.SaysAsync("2 waiting");
        await table.Visitor.Context.RouteAsync("**/room-entry", route => route.RefuseAsync(hospital, 422, "refused"));
        await table.GoOnlineAsync();
        await table.SaysAsync("2 set aside");
        await table.Visitor.Context.UnrouteAsync("**/room-entry");
        await table.OpenQueueAsync();
        await table.Page.Locator("[data-aside]").First.GetByRole(AriaRole.Button, new() { Name = "Record as new" }).ClickAsync();
        await table.IsSentAsync();
        Assert.Equal(["patient_entered_room", "time_corrected"], await table.TypesAsync(surgicalCase.Id));
    }

    [Fact]
    public async Task A_network_that_is_away_is_never_a_sign_out()
    {
        await using var table = await AtCaseAsync(await hospital.CaseAsync());
        await table.GoOfflineAsync();
        await table.TapAsync("room-entry");
        await table.PassAsync(TimeSpan.FromHours(13));
        await table.SaysAsync("1 waiting");
        await table.Page.ReloadAsync();
        await table.SaysAsync("No network");
        await Expect(table.Head).ToContainTextAsync("you are N-07");
        await Expect(table.Page.GetByText("Sign in as")).ToHaveCountAsync(0);
    }

    [Theory]
    [InlineData(200, "text/html", "<h1>Welcome to our guests</h1>")]
    [InlineData(200, "application/json", "{}")]
    [InlineData(401, "application/json", "{}")]
    [InlineData(403, "text/html", "<h1>Pay first</h1>")]
    public async Task A_portal_on_the_way_is_no_answer(int status, string type, string body)
    {
        var surgicalCase = await hospital.CaseAsync();
        await using var table = await AtCaseAsync(surgicalCase);
        await table.Visitor.Context.RouteAsync("**/api/**", route => route.FulfillAsync(new() { Status = status, ContentType = type, Body = body }));
        await table.TapAsync("room-entry");
        await table.SaysAsync("1 waiting No network");
        Assert.True(await table.Page.EvaluateAsync<bool>("() => navigator.onLine"));
        await table.AnswerTrulyAsync();
        await table.PassAsync(Tablet.Again);
        await table.IsSentAsync();
        Assert.Single(await table.TypesAsync(surgicalCase.Id));
    }

    [Theory]
    [InlineData("called off", "entry-after-calling-off")]
    [InlineData("signed", "entry-after-signature")]
    [InlineData("without a time-out", "time-out-missing")]
    public async Task What_waited_is_taken_and_flagged_though_the_case_is_meanwhile(string what, string flag)
    {
        var surgicalCase = await (what == "signed" ? hospital.CaseInOperationAsync() : hospital.CaseInRoomAsync());
        await using var table = await AtCaseAsync(surgicalCase);
        await table.GoOfflineAsync();
        await table.TapAsync("tool-Times", what == "signed" ? "time-closing-start" : "time-incision");
        await table.SaysAsync("1 waiting");
        if (what == "called off")
            await surgicalCase.RecordedAsync("cancellation", new { code = "no-bed" });
        else if (what == "signed")
            await Task.FromResult(surgicalCase).SignedAsync();
        await table.GoOnlineAsync();
        await table.IsSentAsync();
        await Expect(table.Stop).ToHaveCountAsync(0);
        var flags = (await surgicalCase.ReadAsync()).Json["flags"]!.AsArray();
        var raised = flags.FirstOrDefault(one => one!["code"]!.GetValue<string>() == flag);
        Assert.True(raised is not null, $"{flag} is not in {flags.ToJsonString()}");
        await Expect(table.Done.Locator(".notice").Filter(new() { HasText = raised["label"]!.GetValue<string>() })).ToBeVisibleAsync();
    }

    static async Task GiveUpAsync(TablePage table, string reason)
    {
        await table.OpenQueueAsync();
        var aside = table.Page.Locator("[data-aside]");
        await aside.GetByRole(AriaRole.Button, new() { Name = "Give up, with reason" }).ClickAsync();
        await aside.GetByRole(AriaRole.Textbox).FillAsync(reason);
        await aside.GetByRole(AriaRole.Button, new() { Name = "Record" }).ClickAsync();
        await table.IsSentAsync();
    }

    Task<TablePage> AtCaseAsync(TestCase surgicalCase, string? script = null) => AtCaseAsync(chromium, hospital, surgicalCase, script);

    static async Task<TablePage> AtCaseAsync(Chromium chromium, TestHospital hospital, TestCase surgicalCase, string? script)
    {
        var table = await Tablet.NewAsync(chromium, hospital, script: script);
        await table.OpenToKeepAsync(surgicalCase.Id);
        return table;
    }
}
