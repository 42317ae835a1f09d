using Xunit;

namespace Periop.Server.Tests.SignIn;

/// <summary>How long somebody stays signed in.</summary>
public sealed class Sittings(TimedHost timed) : IClassFixture<TimedHost>
{
    readonly TestHospital hospital = timed.Host.NewHospital();

    [Fact]
    public async Task It_ends_half_an_hour_after_the_last_touch()
    {
        var nurse = await Browser.SignedInAsync(hospital);
        Pass(minutes: 29);
        (await nurse.OpenAsync("/board")).Is(200);
        Pass(minutes: 29);
        (await nurse.OpenAsync("/board")).Is(200);
        Pass(minutes: 30);
        var away = (await nurse.OpenAsync("/board")).Is(302);
        Assert.Equal("/sign-in?returnUrl=%2Fboard", new Uri(away.Header("Location")!).PathAndQuery);
        Assert.Empty(nurse.Cookies);
    }

    [Fact]
    public async Task It_ends_twelve_hours_after_signing_in_however_busy_somebody_is()
    {
        var nurse = await Browser.SignedInAsync(hospital);
        for (var quarter = 1; quarter < 12 * 4; quarter++)
        {
            Pass(minutes: 15);
            (await nurse.OpenAsync("/board")).Is(200);
        }

        Pass(minutes: 15);
        (await nurse.OpenAsync("/board")).Is(302);
    }

    [Fact]
    public async Task What_a_page_asks_by_itself_is_no_touch_and_what_somebody_records_is_one()
    {
        var nurse = await Browser.SignedInAsync(hospital);
        var surgicalCase = await hospital.CaseAsync();
        Pass(minutes: 20);
        (await nurse.GetAsync("/api/board")).Is(200);
        await using (await StreamAsync(nurse))
            (await nurse.PostAsync($"{surgicalCase.Path}/room-ready")).Is(200);
        Pass(minutes: 20);
        (await nurse.GetAsync("/api/board")).Is(200);
        Pass(minutes: 10);
        (await nurse.GetAsync("/api/board")).IsProblem(401, "unauthenticated");
    }

    /// <summary>As a tablet does on its own for as long as nobody answers, also when nobody stands before it any more.</summary>
    [Fact]
    public async Task What_has_waited_in_a_queue_and_is_sent_again_is_no_touch()
    {
        var nurse = await Browser.SignedInAsync(hospital);
        var surgicalCase = await hospital.CaseAsync();
        Pass(minutes: 20);
        (await nurse.SendAsync(HttpMethod.Post, $"{surgicalCase.Path}/room-ready", "{}", ("Origin", nurse.Origin), ("Periop-Waited", "15"))).Is(200);
        Pass(minutes: 10);
        (await nurse.GetAsync("/api/board")).IsProblem(401, "unauthenticated");
    }

    /// <summary>As a service worker does on its own, which may be answered after somebody has signed out.</summary>
    [Fact]
    public async Task A_page_that_a_script_fetches_to_keep_it_renews_no_cookie_and_one_that_is_opened_does()
    {
        var nurse = await Browser.SignedInAsync(hospital);
        var fetched = await nurse.Nobody.GetAsync("/cases/new", nurse.Cookie, ("Accept", "text/html"), ("Sec-Fetch-Mode", "cors"));
        Assert.Empty(fetched.Is(200).Headers("Set-Cookie"));
        var opened = await nurse.Nobody.GetAsync("/cases/new", nurse.Cookie, ("Accept", "text/html"), ("Sec-Fetch-Mode", "navigate"));
        Assert.NotEmpty(opened.Is(200).Headers("Set-Cookie"));
    }

    [Fact]
    public async Task Whoever_has_recorded_into_a_case_whose_wound_is_open_may_be_away_for_four_hours()
    {
        var (atTheTable, elsewhere) = (await Browser.SignedInAsync(hospital), await Browser.SignedInAsync(hospital, "A-11"));
        var surgicalCase = await hospital.CaseInRoomAsync();
        await surgicalCase.RecordedAsync("safety-checks", new { phase = "time-out" });
        (await atTheTable.PostAsync($"{surgicalCase.Path}/incision")).Is(200);
        Pass(minutes: 239);
        (await atTheTable.GetAsync("/api/board")).Is(200);
        (await elsewhere.GetAsync("/api/board")).IsProblem(401);
        Pass(minutes: 1);
        (await atTheTable.GetAsync("/api/board")).IsProblem(401);
    }

    [Fact]
    public async Task When_the_wound_is_closed_the_half_hour_counts_again()
    {
        var nurse = await Browser.SignedInAsync(hospital);
        var surgicalCase = await hospital.CaseInOperationAsync();
        (await nurse.PostAsync($"{surgicalCase.Path}/addenda", """{"text":"seen"}""")).Is(200);
        Pass(minutes: 60);
        (await nurse.OpenAsync("/board")).Is(200);
        await surgicalCase.RecordedAsync("closure", new { method = "sutures" });
        Pass(minutes: 29);
        (await nurse.OpenAsync("/board")).Is(200);
        Pass(minutes: 30);
        (await nurse.OpenAsync("/board")).Is(302);
    }

    [Fact]
    public async Task A_stream_ends_with_the_sitting_that_opened_it()
    {
        var nurse = await Browser.SignedInAsync(hospital);
        Pass(TimeSpan.FromMinutes(30) - TimeSpan.FromSeconds(1));
        await using var stream = await StreamAsync(nurse);
        Assert.Equal("snapshot", (await stream.NextAsync()).Type);
        await stream.EndsAsync();
    }

    [Fact]
    public async Task It_ends_when_somebody_signs_out_and_that_is_entered()
    {
        var nurse = await Browser.SignedInAsync(hospital);
        var (answer, entry) = await Entered.OnceAsync(hospital, () => nurse.SubmitAsync("/sign-out"));
        Assert.Equal("/sign-in", answer.Is(302).Header("Location"));
        Assert.Equal(("N-07", "sign-out"), (Entered.Text(entry, "subject"), Entered.Text(entry, "action")));
        (await nurse.OpenAsync("/board")).Is(302);
        Assert.Empty((await Entered.ByAsync(hospital, () => nurse.SubmitAsync("/sign-out"))).Entries);
    }

    [Fact]
    public async Task A_cookie_that_somebody_has_altered_is_none()
    {
        var nurse = await Browser.SignedInAsync(hospital);
        var (name, value) = nurse.Cookie;
        var altered = value[..^9] + (value[^9] == 'A' ? 'B' : 'A') + value[^8..];
        (await hospital.WithToken(null).GetAsync("/api/board", (name, value))).Is(200);
        (await hospital.WithToken(null).GetAsync("/api/board", (name, altered))).IsProblem(401);
    }

    static Task<EventStream> StreamAsync(Browser browser) => EventStream.OpenAsync(browser.Nobody, browser.Cookie);

    void Pass(int minutes) => Pass(TimeSpan.FromMinutes(minutes));

    void Pass(TimeSpan time) => timed.Clock.Advance(time);
}
