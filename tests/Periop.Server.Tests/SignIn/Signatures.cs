using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Periop.Server.Access;
using Periop.Server.Access.SignIn;
using Xunit;

namespace Periop.Server.Tests.SignIn;

/// <summary>Somebody signs at a screen where somebody else is signed in, and stays so.</summary>
public sealed class Signatures(TimedHost timed) : IClassFixture<TimedHost>, IAsyncLifetime
{
    const string Cookie = "periop-signer";

    static readonly (string, string) Signer = ("Periop-Signer", "1");

    readonly TestHospital hospital = timed.Host.NewHospital();
    readonly Guid entryId = Guid.CreateVersion7();
    TestCase surgicalCase = null!;
    Browser screen = null!;

    public async ValueTask InitializeAsync()
    {
        surgicalCase = await hospital.CaseInRoomAsync();
        screen = await Browser.SignedInAsync(hospital);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Whoever_signs_signs_in_for_this_one_act_and_whoever_is_signed_in_stays_so()
    {
        var asked = (await screen.OpenAsync(Begin())).Is(302).Header("Location")!;
        Assert.Equal($"/sign-in?hospital={hospital.Id}&returnUrl={Page}&signing={surgicalCase.Id},surgeon,author,{entryId}", asked);
        var page = (await screen.OpenAsync(asked)).Is(200).Text;
        Assert.Contains("Who signs?", page, StringComparison.Ordinal);
        Assert.Contains($"""<input type="hidden" name="signing" value="{surgicalCase.Id},surgeon,author,{entryId}" """, page, StringComparison.Ordinal);
        var (signedIn, entries) = await Entered.ByAsync(hospital, () => SignInAsync("S-07"));
        Assert.Equal($"{Page}#signing=surgeon,author,{entryId}", signedIn.Is(302).Header("Location"));
        Assert.Equal(("S-07", "signature-sign-in", $"{surgicalCase.Id}"), (
            Entered.Text(Assert.Single(entries), "subject"), Entered.Text(entries[0], "action"), Entered.Text(entries[0], "caseId")));
        var sitting = screen.Cookies["periop"];
        var receipt = (await SignAsync()).Is(200);
        Assert.Equal(entryId, receipt.EntryId);
        Assert.Equal("S-07", (await surgicalCase.EntryAsync(entryId))["recordedBy"]!.GetValue<string>());
        Assert.DoesNotContain(Cookie, screen.Cookies.Keys);
        Assert.Equal(sitting, screen.Cookies["periop"]);
        Assert.Equal("N-07", (await screen.GetAsync("/api/sitting")).Is(200).Json["subject"]!.GetValue<string>());
    }

    [Fact]
    public async Task Its_cookie_goes_to_the_signatures_of_the_case_alone_and_for_two_minutes()
    {
        var set = Assert.Single((await SignInAsync("S-07")).Is(302).Headers("Set-Cookie"), Sets);
        Assert.EndsWith($"; max-age=120; path=/api/cases/{surgicalCase.Id}/signatures; samesite=strict; httponly", set, StringComparison.Ordinal);
        var gone = Assert.Single((await SignAsync()).Is(200).Headers("Set-Cookie"), Sets);
        Assert.Equal(
            $"{Cookie}=; expires=Thu, 01 Jan 1970 00:00:00 GMT; path=/api/cases/{surgicalCase.Id}/signatures; samesite=strict; httponly", gone);

        static bool Sets(string cookie) => cookie.StartsWith($"{Cookie}=", StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sent_again_it_answers_the_same_receipt_and_nothing_else()
    {
        await SignInAsync("S-07");
        var kept = screen.Cookie;
        var receipt = (await SignAsync()).Is(200);
        Answer[] again = [await AgainAsync(Body()), await AgainAsync(Body(extra: ",\"note\":\"and more\"")), await AgainAsync(Body(Guid.CreateVersion7()))];
        Assert.True(again[0].Is(200).IsReplay);
        Assert.Equal(receipt.Text, again[0].Text);
        again[1].IsProblem(422, "entry-id-reused");
        again[2].IsProblem(403, "another-signature");
        Assert.Single((await surgicalCase.ReadAsync()).Json["signatures"]!.AsArray());

        Task<Answer> AgainAsync(string body) => screen.Nobody.PostAsync(Target, body, kept, Signer, ("Origin", screen.Origin));
    }

    [Theory]
    [InlineData("""{"role":"circulating-nurse","meaning":"author","entryId":"ENTRY"}""")]
    [InlineData("""{"role":"surgeon","meaning":"approver","entryId":"ENTRY"}""")]
    [InlineData("""{"role":"surgeon","meaning":"author","entryId":"0198d2f4-11a0-7d52-8c6f-2f7b90a1c3d4"}""")]
    [InlineData("""{"role":"surgeon","meaning":"author"}""")]
    public async Task Another_signature_than_it_was_for_is_refused(string body)
    {
        await SignInAsync("S-07");
        var (answer, entry) = await Entered.OnceAsync(hospital, () => SendAsync(Target, body.Replace("ENTRY", $"{entryId}", StringComparison.Ordinal)));
        answer.IsProblem(403, "another-signature");
        Assert.Equal(("S-07", "signatures"), (Entered.Text(entry, "subject"), Entered.Text(entry, "action")));
        Assert.Empty((await surgicalCase.ReadAsync()).Json["signatures"]!.AsArray());
        Assert.DoesNotContain(Cookie, screen.Cookies.Keys);
    }

    [Fact]
    public async Task Another_case_is_refused()
    {
        await SignInAsync("S-07");
        var other = await hospital.CaseInRoomAsync("OR-2");
        (await SendAsync($"{other.Path}/signatures", Body())).IsProblem(403, "another-signature");
        Assert.Empty((await other.ReadAsync()).Json["signatures"]!.AsArray());
    }

    [Fact]
    public async Task After_two_minutes_nobody_is_signed_in_for_it_any_more()
    {
        await SignInAsync("S-07");
        timed.Clock.Advance(TimeSpan.FromSeconds(119));
        var kept = screen.Cookie;
        (await SignAsync()).Is(200);
        timed.Clock.Advance(TimeSpan.FromSeconds(2));
        (await screen.Nobody.PostAsync(Target, Body(), kept, Signer, ("Origin", screen.Origin))).IsProblem(403, "signer-gone");
        (await SignAsync()).IsProblem(403, "signer-gone");
    }

    /// <summary>Anyone may stand before a screen where somebody is signed in.</summary>
    [Fact]
    public async Task The_cookie_of_a_sitting_signs_nothing_and_a_token_does()
    {
        await SignInAsync("S-07");
        (await screen.PostAsync(Target, Body())).IsProblem(403, "signer-needed");
        (await screen.SendAsync(HttpMethod.Post, $"{surgicalCase.Path}/addenda", """{"text":"seen"}""", Signer, ("Origin", screen.Origin))).Is(200);
        (await surgicalCase.RecordedAsync("signatures", new { role = "circulating-nurse", meaning = "author" })).Is(200);
        (await SignAsync()).Is(200);
    }

    [Fact]
    public async Task What_another_sites_page_sends_is_refused()
    {
        await SignInAsync("S-07");
        (await screen.SendAsync(HttpMethod.Post, Target, Body(), Signer, ("Origin", "https://evil.example"))).IsProblem(403, "another-origin");
        Assert.Empty((await surgicalCase.ReadAsync()).Json["signatures"]!.AsArray());
    }

    [Fact]
    public async Task Who_may_not_record_here_or_is_of_another_hospital_is_refused_on_return()
    {
        var (coder, entries) = await Entered.ByAsync(hospital, () => SignInAsync("C-05"));
        Assert.Equal($"{Page}#signing-refused=role", coder.Is(302).Header("Location"));
        Assert.Equal(("C-05", "403"), (Entered.Text(Assert.Single(entries), "subject"), Entered.Text(entries[0], "outcome")));
        var elsewhere = timed.Host.NewHospital();
        var (stranger, others) = await Entered.ByAsync(elsewhere, () => SignInAsync("S-07", elsewhere.Id));
        Assert.Equal($"{Page}#signing-refused=hospital", stranger.Is(302).Header("Location"));
        Assert.Null(Entered.Text(Assert.Single(others), "caseId"));
        Assert.DoesNotContain(Cookie, screen.Cookies.Keys);
    }

    [Fact]
    public async Task It_begins_on_a_page_of_ours_where_somebody_of_the_team_is_signed_in()
    {
        Assert.StartsWith($"/sign-in?returnUrl={Uri.EscapeDataString($"{Page}/signature")}",
            new Uri((await new Browser(timed.Host).OpenAsync(Begin())).Is(302).Header("Location")!).PathAndQuery, StringComparison.Ordinal);
        (await (await Browser.SignedInAsync(hospital, "C-05")).OpenAsync(Begin())).Is(403);
        var fromElsewhere = await screen.Nobody.GetAsync(Begin(), screen.Cookie, ("Sec-Fetch-Site", "cross-site"));
        Assert.Equal(Page, fromElsewhere.Is(302).Header("Location"));
        (await screen.OpenAsync($"{Page}/signature?role=nurse&meaning=author&entryId={entryId}")).Is(400);
        (await screen.OpenAsync($"{Page}/signature?role=surgeon&entryId={entryId}")).Is(400);
    }

    [Theory]
    [InlineData("Production", "__Secure-", CookieSecurePolicy.Always)]
    [InlineData("Development", "", CookieSecurePolicy.SameAsRequest)]
    public async Task Outside_development_its_cookie_goes_over_https_alone(string environment, string prefix, CookieSecurePolicy policy)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = environment });
        builder.AddAccess();
        builder.AddSignIn();
        await using var services = builder.Services.BuildServiceProvider();
        var cookie = services.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get(Schemes.Signer).Cookie;
        Assert.Equal((prefix + Cookie, policy, SameSiteMode.Strict, true), (cookie.Name, cookie.SecurePolicy, cookie.SameSite, cookie.HttpOnly));
    }

    string Page => $"/cases/{surgicalCase.Id}";

    string Target => $"{surgicalCase.Path}/signatures";

    string Begin() => $"{Page}/signature?role=surgeon&meaning=author&entryId={entryId}";

    string Body(Guid? id = null, string extra = "") => $$"""{"role":"surgeon","meaning":"author","entryId":"{{id ?? entryId}}"{{extra}}}""";

    Task<Answer> SignInAsync(string subject, string? at = null) => screen.SubmitAsync(
        "/sign-in", ("subject", subject), ("hospital", at ?? hospital.Id), ("signing", $"{surgicalCase.Id},surgeon,author,{entryId}"));

    Task<Answer> SignAsync() => SendAsync(Target, Body());

    Task<Answer> SendAsync(string path, string body) => screen.SendAsync(HttpMethod.Post, path, body, Signer, ("Origin", screen.Origin));
}
