using System.Text.RegularExpressions;
using Periop.Server.Access.Displays;
using Xunit;

namespace Periop.Server.Tests.SignIn;

/// <summary>A screen on a wall is paired once and shows the board until somebody ends it.</summary>
public sealed partial class WallDisplays(TimedHost timed) : IClassFixture<TimedHost>
{
    readonly PeriopHost host = timed.Host;
    readonly TestHospital hospital = timed.Host.NewHospital();

    Person Operations => hospital.As("operations");

    [Fact]
    public async Task Somebody_enters_the_code_that_a_screen_shows_and_the_screen_has_the_board()
    {
        var screen = new Browser(host);
        var code = await CodeOnAsync(screen);
        Assert.Equal(code, await CodeOnAsync(screen));
        (await PairAsync(code.ToLowerInvariant(), "OR corridor")).Is(204);
        Assert.Equal("/board", (await screen.OpenAsync("/display")).Is(302).Header("Location"));
        (await screen.OpenAsync("/board")).Is(200);
        var (_, entry) = await Entered.OnceAsync(hospital, () => screen.GetAsync("/api/board"));
        Assert.Equal("display-OR corridor", Entered.Text(entry, "subject"));
        var listed = Assert.Single((await Operations.GetAsync("/api/displays")).Is(200).Items)!;
        Assert.Equal(("OR corridor", "operations-1"), (Entered.Text(listed, "name"), Entered.Text(listed, "pairedBy")));
    }

    [Fact]
    public async Task It_has_the_board_alone()
    {
        var screen = await PairedAsync("board alone");
        (await screen.GetAsync("/api/cases")).IsProblem(403);
        (await screen.OpenAsync("/displays")).Is(403);
        (await screen.PostAsync("/api/cases", """{"caseNumber":"X-1"}""")).IsProblem(403);
    }

    [Fact]
    public async Task When_it_is_ended_its_board_ends_and_it_shows_another_code()
    {
        var screen = await PairedAsync("ended");
        await using var stream = await EventStream.OpenAsync(screen.Nobody, screen.Cookie);
        Assert.Equal("snapshot", (await stream.NextAsync()).Type);
        var ended = (await Operations.SendAsync(HttpMethod.Delete, $"/api/displays/{await IdOfAsync("ended")}", null)).Is(200);
        Assert.Equal("operations-1", ended.Json["revokedBy"]!.GetValue<string>());
        await stream.EndsAsync();
        (await hospital.WithToken(null).GetAsync("/api/board", screen.Cookie)).IsProblem(401);
        Assert.EndsWith("/display?returnUrl=%2Fboard", (await screen.OpenAsync("/board")).Is(302).Header("Location"), StringComparison.Ordinal);
        await CodeOnAsync(screen);
    }

    [Fact]
    public async Task It_does_not_expire()
    {
        var screen = await PairedAsync("for years");
        for (var month = 1; month <= 30; month++)
        {
            timed.Clock.Advance(TimeSpan.FromDays(30));
            (await screen.GetAsync("/api/board")).Is(200);
        }
    }

    [Fact]
    public async Task A_code_is_of_use_once_and_for_ten_minutes()
    {
        var (screen, other) = (new Browser(host), new Browser(host));
        var code = await CodeOnAsync(screen);
        (await PairAsync(code, "once")).Is(204);
        (await PairAsync(code, "twice")).IsProblem(404, "no-such-code");
        var late = await CodeOnAsync(other);
        await AgeAsync(late, minutes: 10);
        (await PairAsync(late, "late")).IsProblem(404, "no-such-code");
        Assert.NotEqual(late, await CodeOnAsync(other));
    }

    [Theory]
    [InlineData(10, 302)]
    [InlineData(20, 200)]
    public async Task A_screen_whose_code_was_entered_at_the_last_moment_learns_of_it_for_ten_minutes(int minutes, int status)
    {
        var screen = new Browser(host);
        var code = await CodeOnAsync(screen);
        (await PairAsync(code, "at the last moment")).Is(204);
        await AgeAsync(code, minutes);
        (await screen.OpenAsync("/display")).Is(status);
    }

    [Fact]
    public async Task Whoever_has_seen_a_code_has_not_the_screen()
    {
        var (screen, onlooker) = (new Browser(host), new Browser(host));
        await PairAsync(await CodeOnAsync(screen), "seen by others");
        Assert.NotEmpty(await CodeOnAsync(onlooker));
        Assert.Equal(302, (await screen.OpenAsync("/display")).Status);
        Assert.Equal(200, (await screen.OpenAsync("/board")).Status);
    }

    [Fact]
    public async Task Two_displays_of_a_hospital_have_two_names()
    {
        await PairedAsync("twin");
        var other = await CodeOnAsync(new Browser(host));
        (await PairAsync(other, "twin")).IsProblem(409, "display-name-taken");
        (await Operations.SendAsync(HttpMethod.Delete, $"/api/displays/{await IdOfAsync("twin")}", null)).Is(200);
        (await PairAsync(other, "twin")).Is(204);
    }

    [Fact]
    public async Task Nobody_finds_a_code_by_trying()
    {
        var guesser = hospital.Named("guesser", "operations");
        for (var tried = 0; tried < 10; tried++)
            (await guesser.PostAsync("/api/displays", new { code = "2222-2222", name = "guess" })).IsProblem(404);
        (await guesser.PostAsync("/api/displays", new { code = await CodeOnAsync(new Browser(host)), name = "guess" })).IsProblem(429);
        (await PairAsync(await CodeOnAsync(new Browser(host)), "no guess")).Is(204);
    }

    [Fact]
    public async Task Another_hospitals_displays_are_not_seen_or_ended()
    {
        await PairedAsync("ours");
        var there = host.NewHospital().As("operations");
        Assert.Empty((await there.GetAsync("/api/displays")).Is(200).Items);
        (await there.SendAsync(HttpMethod.Delete, $"/api/displays/{await IdOfAsync("ours")}", null)).IsProblem(404);
    }

    [Fact]
    public async Task Somebody_who_signs_in_at_a_screen_is_who_they_are_until_they_sign_out()
    {
        var screen = await PairedAsync("shared");
        (await screen.SignInAsync(hospital, "N-07")).Is(302);
        (await screen.GetAsync("/api/cases")).Is(200);
        (await screen.SubmitAsync("/sign-out")).Is(302);
        (await screen.GetAsync("/api/cases")).IsProblem(403);
        (await screen.GetAsync("/api/board")).Is(200);
    }

    Task<Answer> PairAsync(string code, string name) => Operations.PostAsync("/api/displays", new { code, name });

    /// <summary>As if it had been shown so long before.</summary>
    Task AgeAsync(string code, int minutes) => host.SqlAsync(
        $"update {DisplayDirectory.FullName} set shown_at = shown_at - make_interval(mins => $2) where code = $1",
        code.Replace("-", "", StringComparison.Ordinal), minutes);

    async Task<Browser> PairedAsync(string name)
    {
        var screen = new Browser(host);
        (await PairAsync(await CodeOnAsync(screen), name)).Is(204);
        (await screen.OpenAsync("/display")).Is(302);
        return screen;
    }

    async Task<string?> IdOfAsync(string name) => Entered.Text(
        (await Operations.GetAsync("/api/displays")).Items.First(display => Entered.Text(display!, "name") == name)!, "displayId");

    /// <summary>The code that a screen shows.</summary>
    internal static async Task<string> CodeOnAsync(Browser screen) => Code().Match((await screen.OpenAsync("/display")).Is(200).Text).Groups["code"].Value;

    [GeneratedRegex(@">(?<code>[0-9A-Z]{4}-[0-9A-Z]{4})<", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Code();
}
