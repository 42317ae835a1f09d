using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Periop.Server.Access;
using Periop.Server.Access.Displays;
using Periop.Server.Access.SignIn;
using Xunit;

namespace Periop.Server.Tests.SignIn;

/// <summary>A browser sends the cookie with whatever any page makes it send.</summary>
public sealed class OwnOrigins(PeriopHost host) : IClassFixture<PeriopHost>
{
    readonly TestHospital hospital = host.NewHospital();

    public static TheoryData<string, string> OfOthers => new()
    {
        { "Origin", "https://evil.example" }, { "Origin", "null" }, { "Origin", "http://localhost:81" }, { "Origin", "http://localhost.evil.example" },
        { "Origin", "https://localhost" }, { "Origin", "" }, { "Sec-Fetch-Site", "cross-site" }, { "Sec-Fetch-Site", "same-site" },
        { "Sec-Fetch-Site", "none" }, { "Referer", "http://localhost/board" },
    };

    [Theory]
    [MemberData(nameof(OfOthers))]
    public async Task Nothing_is_recorded_under_a_cookie_that_another_sites_page_has_sent(string header, string value)
    {
        var nurse = await Browser.SignedInAsync(hospital);
        var surgicalCase = await hospital.CaseAsync();
        var entries = await surgicalCase.EntryCountAsync();
        var (answer, entry) = await Entered.OnceAsync(
            hospital, () => nurse.SendAsync(HttpMethod.Post, $"{surgicalCase.Path}/room-ready", "{}", (header, value)));
        answer.IsProblem(403, "another-origin");
        Assert.Equal(("N-07", "room-ready"), (Entered.Text(entry, "subject"), Entered.Text(entry, "action")));
        Assert.Equal($"{surgicalCase.Id}", Entered.Text(entry, "caseId"));
        Assert.Equal(entries, await surgicalCase.EntryCountAsync());
    }

    [Theory]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    [InlineData("PATCH")]
    public async Task However_it_is_sent(string method)
    {
        var nurse = await Browser.SignedInAsync(hospital);
        (await nurse.SendAsync(new HttpMethod(method), "/api/patients/p-1", "{}")).IsProblem(403, "another-origin");
    }

    [Theory]
    [InlineData("Origin", "http://localhost")]
    [InlineData("Sec-Fetch-Site", "same-origin")]
    public async Task What_our_own_page_has_sent_is_recorded(string header, string value)
    {
        var nurse = await Browser.SignedInAsync(hospital);
        var surgicalCase = await hospital.CaseAsync();
        (await nurse.SendAsync(HttpMethod.Post, $"{surgicalCase.Path}/room-ready", "{}", (header, value))).Is(200);
    }

    [Fact]
    public async Task A_program_with_a_token_comes_from_no_page()
    {
        var surgicalCase = await hospital.CaseAsync();
        (await hospital.Nurse.PostAsync($"{surgicalCase.Path}/room-ready", "{}", ("Origin", "https://evil.example"))).Is(200);
    }

    [Theory]
    [InlineData("Origin", "https://evil.example")]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Accept-Language", "en")]
    public async Task Another_sites_form_signs_nobody_in_or_out(string header, string value)
    {
        var browser = new Browser(host);
        (await browser.SubmitFromAsync("/sign-in", [("subject", "N-07"), ("hospital", hospital.Id)], (header, value))).IsProblem(403, "another-origin");
        Assert.Empty(browser.Cookies);
        var nurse = await Browser.SignedInAsync(hospital);
        (await nurse.SubmitFromAsync("/sign-out", [], (header, value))).IsProblem(403, "another-origin");
        (await nurse.OpenAsync("/board")).Is(200);
    }

    [Theory]
    [InlineData("/board?date=2026-03-02", "/board?date=2026-03-02")]
    [InlineData("//evil.example", "/")]
    [InlineData("/\\evil.example", "/")]
    [InlineData("https://evil.example/", "/")]
    [InlineData("/\t/evil.example", "/")]
    [InlineData("~/board", "/")]
    [InlineData("board", "/")]
    [InlineData("javascript:alert(1)", "/")]
    [InlineData("", "/")]
    public async Task Nobody_is_sent_to_another_site_after_signing_in(string returnUrl, string place) =>
        Assert.Equal(place, (await new Browser(host).SignInAsync(hospital, "N-07", returnUrl)).Is(302).Header("Location"));

    [Fact]
    public async Task The_cookie_is_for_this_site_alone_and_for_no_script()
    {
        var cookie = Assert.Single((await new Browser(host).SignInAsync(hospital, "N-07")).Headers("Set-Cookie"));
        Assert.StartsWith("periop=", cookie, StringComparison.Ordinal);
        Assert.EndsWith("; path=/; samesite=lax; httponly", cookie, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Production", "__Host-", CookieSecurePolicy.Always)]
    [InlineData("Development", "", CookieSecurePolicy.SameAsRequest)]
    public async Task Outside_development_it_is_for_this_host_over_https(string environment, string prefix, CookieSecurePolicy policy)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = environment });
        builder.AddAccess();
        builder.AddSignIn();
        builder.AddDisplays();
        await using var services = builder.Services.BuildServiceProvider();
        foreach (var (scheme, name) in new[] { (CookieAuthenticationDefaults.AuthenticationScheme, "periop"), (Schemes.Display, "periop-display") })
        {
            var cookie = services.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get(scheme).Cookie;
            Assert.Equal((prefix + name, policy, null), (cookie.Name, cookie.SecurePolicy, cookie.Domain));
        }
    }

    [Fact]
    public async Task Signing_in_leaves_an_entry()
    {
        var (_, entry) = await Entered.OnceAsync(hospital, () => new Browser(host).SignInAsync(hospital, "Q-02"));
        Assert.Equal(("Q-02", "sign-in"), (Entered.Text(entry, "subject"), Entered.Text(entry, "action")));
    }
}
