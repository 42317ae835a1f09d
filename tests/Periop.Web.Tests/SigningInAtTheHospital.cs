using System.Net;
using System.Text;
using Periop.Server.Tests;
using Xunit;

namespace Periop.Web.Tests;

/// <summary>Outside Development people sign in at their hospital's identity provider.</summary>
public sealed class SigningInAtTheHospital(TestDatabases databases, Chromium chromium) : IAsyncLifetime
{
    readonly PeriopHost host = new(databases) { Listens = true, Hospitals = 2 };
    HospitalProvider provider = null!;
    TestHospital hospital = null!;

    public async ValueTask InitializeAsync()
    {
        provider = await HospitalProvider.StartAsync();
        await host.StartAsync(await databases.CopyAsync(), web =>
        {
            web.UseSetting("Access:Authority", provider.Address);
            web.UseSetting("Access:ClientId", HospitalProvider.Client);
            web.UseSetting("Access:ClientSecret", HospitalProvider.Secret);
            web.UseSetting("Access:HospitalClaim", "site");
        });
        hospital = host.NewHospital();
        provider.Person = [("sub", "7f2c"), ("site", hospital.Id), ("roles", "or-staff"), ("roles", "of-another-program")];
    }

    public async ValueTask DisposeAsync()
    {
        await host.DisposeAsync();
        await provider.DisposeAsync();
    }

    [Fact]
    public async Task A_newcomer_signs_in_there_is_led_to_where_they_wanted_and_signs_out_there_too()
    {
        await using var visitor = await Visitor.NewAsync(chromium, host);
        await visitor.Page.GotoAsync("/board");
        Assert.Equal("/board", new Uri(visitor.Page.Url).AbsolutePath);
        Assert.Contains("7f2c · or-staff", await visitor.Page.InnerTextAsync(".who"), StringComparison.Ordinal);
        Assert.Equal("openid", provider.Asked);
        await visitor.Page.ClickAsync("text=Sign out");
        await visitor.Page.WaitForURLAsync("**/signed-out");
        Assert.Equal(1, provider.SignedOut);
        await visitor.AssertAccessibleAsync();
        var cookies = await visitor.Context.CookiesAsync();
        Assert.DoesNotContain("periop", cookies.Select(cookie => cookie.Name));
    }

    [Fact]
    public async Task The_cookie_holds_who_it_is_and_no_token()
    {
        var (address, cookies) = await ArriveAsync("/board");
        Assert.Equal("/board", address.AbsolutePath);
        var cookie = Assert.Single(cookies.GetAllCookies(), kept => !kept.Expired);
        Assert.Equal("periop", cookie.Name);
        Assert.True(cookie.Value.Length < 800, $"{cookie.Value.Length} characters");
    }

    [Fact]
    public async Task An_account_of_no_hospital_that_records_here_is_told_so()
    {
        provider.Person = [("sub", "7f2c"), ("site", "elsewhere"), ("roles", "or-staff")];
        await RefusedAsync("?why=hospital");
        provider.Person = [("sub", "7f2c"), ("roles", "or-staff")];
        await RefusedAsync("?why=hospital");
        provider.Person = [("sub", "7f2c"), ("site", hospital.Id), ("site", host.NewHospital().Id), ("roles", "or-staff")];
        await RefusedAsync("?why=hospital");
    }

    [Fact]
    public async Task Whoever_cannot_be_named_in_the_record_is_not_signed_in()
    {
        provider.Person = [("sub", "nurse\u200b"), ("site", hospital.Id), ("roles", "or-staff")];
        await RefusedAsync("?why=failed");
    }

    [Fact]
    public async Task Whom_the_provider_does_not_let_in_is_not_signed_in()
    {
        provider.IsWilling = false;
        await RefusedAsync("?why=failed");
    }

    [Fact]
    public async Task Nobody_chooses_to_be_a_persona()
    {
        var browser = new Browser(host);
        Assert.StartsWith(provider.Address, (await browser.OpenAsync("/sign-in")).Is(302).Header("Location"), StringComparison.Ordinal);
        Assert.NotEqual(302, (await browser.SignInAsync(hospital, "N-07")).Status);
        Assert.DoesNotContain("periop", browser.Cookies.Keys);
    }

    [Fact]
    public async Task A_callback_that_nobody_has_asked_for_signs_nobody_in()
    {
        var browser = new Browser(host);
        var answer = (await browser.OpenAsync("/sign-in/callback?code=stolen&state=made-up")).Is(302);
        Assert.Equal("/signed-out?why=failed", answer.Header("Location"));
        Assert.Empty(browser.Cookies);
    }

    [Fact]
    public async Task Whoever_signs_is_asked_who_they_are_and_whoever_is_signed_in_stays_so()
    {
        using var screen = new Screen(host);
        await screen.OpenAsync("/board");
        Assert.Null(provider.Prompt);
        var (caseId, entryId) = (await screen.ScheduledAsync(), Guid.CreateVersion7());
        provider.Person = [("sub", "51f0"), ("site", hospital.Id), ("roles", "or-staff")];
        provider.AuthenticatedAt = TimeProvider.System.GetUtcNow();
        Assert.Equal($"/cases/{caseId}#signing=surgeon,author,{entryId}", await screen.OpenAsync(Signature(caseId, entryId)));
        Assert.Equal("login", provider.Prompt);
        using var receipt = await screen.SignAsync(caseId, entryId);
        Assert.Equal(HttpStatusCode.OK, receipt.StatusCode);
        Assert.Contains("\"recordedBy\":\"51f0\"", await screen.ReadAsync($"/api/cases/{caseId}/timeline"), StringComparison.Ordinal);
        Assert.Contains("\"subject\":\"7f2c\"", await screen.ReadAsync("/api/sitting"), StringComparison.Ordinal);
        using var again = await screen.SignAsync(caseId, entryId);
        Assert.Equal(HttpStatusCode.Forbidden, again.StatusCode);
    }

    /// <summary>The provider knows the signer in this browser, who has gone.</summary>
    [Fact]
    public async Task After_a_signature_whoever_signs_in_next_is_asked_who_they_are_once()
    {
        using var screen = new Screen(host);
        await screen.OpenAsync("/board");
        provider.AuthenticatedAt = TimeProvider.System.GetUtcNow();
        await screen.OpenAsync(Signature(await screen.ScheduledAsync(), Guid.CreateVersion7()));
        foreach (var prompt in new[] { "login", null })
        {
            Assert.Equal("/board", await screen.OpenAsync("/sign-in?returnUrl=/board"));
            Assert.Equal(prompt, provider.Prompt);
        }
    }

    [Fact]
    public async Task Who_may_not_sign_or_was_not_asked_is_refused_on_return()
    {
        using var screen = new Screen(host);
        await screen.OpenAsync("/board");
        var caseId = await screen.ScheduledAsync();
        provider.AuthenticatedAt = TimeProvider.System.GetUtcNow();
        provider.Person = [("sub", "51f0"), ("site", hospital.Id), ("roles", "coder")];
        await RefusedAsync("role");
        provider.Person = [("sub", "51f0"), ("site", host.NewHospital().Id), ("roles", "or-staff")];
        await RefusedAsync("hospital");
        provider.Person = [("sub", "51f0"), ("site", "elsewhere"), ("roles", "or-staff")];
        await RefusedAsync("hospital");
        provider.Person = [("sub", "51f0"), ("site", hospital.Id), ("roles", "or-staff")];
        provider.AuthenticatedAt = TimeProvider.System.GetUtcNow().AddMinutes(-5);
        await RefusedAsync("failed");
        provider.AuthenticatedAt = null;        // whoever holds the browser may have taken out of the address that it is to say when
        await RefusedAsync("failed");
        provider.IsWilling = false;
        await RefusedAsync("failed");
        using var nothing = await screen.SignAsync(caseId, Guid.CreateVersion7());
        Assert.Equal(HttpStatusCode.Forbidden, nothing.StatusCode);

        async Task RefusedAsync(string why) =>
            Assert.Equal($"/cases/{caseId}#signing-refused={why}", await screen.OpenAsync(Signature(caseId, Guid.CreateVersion7())));
    }

    static string Signature(Guid caseId, Guid entryId) => $"/cases/{caseId}/signature?role=surgeon&meaning=author&entryId={entryId}";

    async Task RefusedAsync(string why)
    {
        var (address, cookies) = await ArriveAsync("/board");
        Assert.Equal("/signed-out" + why, address.PathAndQuery);
        Assert.DoesNotContain("periop", cookies.GetAllCookies().Where(cookie => !cookie.Expired).Select(cookie => cookie.Name));
    }

    /// <summary>Where a browser ends up that has never been here.</summary>
    async Task<(Uri Address, CookieContainer Cookies)> ArriveAsync(string path)
    {
        var cookies = new CookieContainer();
        using var handler = new SocketsHttpHandler { CookieContainer = cookies };
        using var client = new HttpClient(handler) { BaseAddress = host.Client.BaseAddress };
        client.DefaultRequestHeaders.Add("Accept", "text/html");
        using var response = await client.GetAsync(path, TestContext.Current.CancellationToken);
        response.EnsureSuccessStatusCode();
        return (response.RequestMessage!.RequestUri!, cookies);
    }

    /// <summary>A screen that follows wherever it is led, and keeps what it is given.</summary>
    sealed class Screen(PeriopHost host) : IDisposable
    {
        readonly HttpClient client = new(new SocketsHttpHandler { CookieContainer = new CookieContainer() }) { BaseAddress = host.Client.BaseAddress };

        /// <summary>Where it ends up.</summary>
        public async Task<string> OpenAsync(string path)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { { "Accept", "text/html" } } };
            using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);
            var address = response.EnsureSuccessStatusCode().RequestMessage!.RequestUri!;
            return address.PathAndQuery + address.Fragment;
        }

        public Task<string> ReadAsync(string path) => client.GetStringAsync(path, TestContext.Current.CancellationToken);

        public async Task<Guid> ScheduledAsync()
        {
            using var response = await PostAsync("/api/cases", $$"""{"caseNumber":"{{Story.NewNumber()}}"}""");
            return (await Answer.OfAsync(response)).Is(201).CaseId;
        }

        public Task<HttpResponseMessage> SignAsync(Guid caseId, Guid entryId) => PostAsync(
            $"/api/cases/{caseId}/signatures", $$"""{"role":"surgeon","meaning":"author","entryId":"{{entryId}}"}""", ("Periop-Signer", "1"));

        public void Dispose() => client.Dispose();

        async Task<HttpResponseMessage> PostAsync(string path, string json, params (string Name, string Value)[] headers)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new StringContent(json, Encoding.UTF8, "application/json") };
            foreach (var (name, value) in headers.Append(("Origin", client.BaseAddress!.GetLeftPart(UriPartial.Authority))))
                request.Headers.Add(name, value);
            return await client.SendAsync(request, TestContext.Current.CancellationToken);
        }
    }
}
