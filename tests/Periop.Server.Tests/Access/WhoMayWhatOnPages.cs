using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Periop.Server.Access;
using Periop.Server.Access.SignIn;
using Xunit;

namespace Periop.Server.Tests.Access;

/// <summary>Every page, for every role and for nobody. A page that is added has to be named here with its roles.</summary>
public sealed class WhoMayWhatOnPages(PeriopHost host) : IClassFixture<PeriopHost>, IAsyncLifetime
{
    static readonly string[] ReadsCases = ["or-staff", "scheduler", "quality", "coder", "auditor", "admin"];

    /// <summary>Who may open what, written from the contract and not from the program.</summary>
    static readonly Dictionary<string, string[]> May = new()
    {
        ["/board"] = [.. ReadsCases, "display"],
        ["/schedule"] = ReadsCases,
        ["/schedule/import"] = ["scheduler"],
        ["/cases/{CaseId:guid}"] = ["or-staff"],
        ["/cases/new"] = ["or-staff"],
        ["/cases/{CaseId:guid}/record"] = ReadsCases,
        ["/quality/register"] = ["quality"],
        ["/quality/review"] = ["quality"],
        ["/quality/due"] = ["quality"],
        ["/quality/rates"] = ["quality"],
        ["/quality/explain"] = ["quality"],
        ["/quality/funnel"] = ["quality"],
        ["/quality/cusum"] = ["quality"],
        ["/quality/chart"] = ["quality"],
        ["/quality/definitions"] = ["quality"],
        ["/quality/changes"] = ["quality"],
        ["/quality/benefits"] = ["quality"],
        ["/quality/times"] = ["quality", "scheduler"],
        ["/quality/record-keeping"] = ["quality"],
        ["/quality/deviations"] = ["quality"],
        ["/quality/corrections"] = ["quality", "auditor"],
        ["/quality/implants"] = ["quality", "or-staff"],
        ["/quality/recalls"] = ["quality"],
        ["/quality/reconciliation"] = ["quality"],
        ["/quality/downtimes"] = ["quality", "or-staff"],
        ["/coding"] = ["coder", "quality"],
        ["/coding/summary"] = ["coder", "quality"],
        ["/access-log"] = ["auditor"],
        ["/administration"] = ["admin"],
        ["/displays"] = ["operations", "admin"],
    };

    /// <summary>What there is before anybody is signed in.</summary>
    static readonly string[] ForAnybody = ["/sign-in", "/signed-out"];

    readonly TestHospital hospital = host.NewHospital();
    TestCase surgicalCase = null!;

    public async ValueTask InitializeAsync() => surgicalCase = await hospital.CaseAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    public static TheoryData<string> Personas => [.. Persona.All.DistinctBy(persona => persona.Roles[0]).Select(persona => persona.Subject)];

    [Fact]
    public void Every_page_has_its_roles() => Assert.Equal(
        May.Keys.Concat(ForAnybody).Order(StringComparer.Ordinal), Pages().Select(page => page.RoutePattern.RawText!).Order(StringComparer.Ordinal));

    [Fact]
    public void Nobody_signs_in_by_a_page_of_the_record() => Assert.Equal(
        ForAnybody.Order(StringComparer.Ordinal),
        Pages().Where(page => page.Metadata.GetMetadata<IAllowAnonymous>() is not null)
            .Select(page => page.RoutePattern.RawText!).Order(StringComparer.Ordinal));

    [Fact]
    public void There_is_a_persona_of_every_role() =>
        Assert.Equal(Role.All.Order(StringComparer.Ordinal), Persona.All.SelectMany(persona => persona.Roles).Distinct().Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Personas))]
    public async Task A_role_opens_its_pages_and_no_other_and_leaves_an_entry_of_each(string subject)
    {
        var role = Persona.All.Single(persona => persona.Subject == subject).Roles.Single();
        var person = await Browser.SignedInAsync(hospital, subject);
        foreach (var (page, roles) in May)
        {
            var (answer, entries) = await Entered.ByAsync(hospital, () => OpenedAsync(person, Filled(page)));
            Assert.True(answer.Status == 403 != roles.Contains(role), $"{role}: {answer}");
            AssertStrict(answer);
            Assert.NotEmpty(entries);
            Assert.All(entries, entry => Assert.Equal(subject, Entered.Text(entry, "subject")));
            if (answer.Status == 403)
                Assert.Equal("403", Entered.Text(Assert.Single(entries), "outcome"));
        }
    }

    [Theory]
    [MemberData(nameof(Personas))]
    public async Task A_form_is_sent_to_no_page_that_a_role_may_not_open(string subject)
    {
        var role = Persona.All.Single(persona => persona.Subject == subject).Roles.Single();
        var person = await Browser.SignedInAsync(hospital, subject);
        foreach (var page in May.Where(page => !page.Value.Contains(role)).Select(page => Filled(page.Key)))
        {
            var (answer, entry) = await Entered.OnceAsync(hospital, () => person.SubmitAsync(page, ("entryId", $"{surgicalCase.Id}")));
            answer.Is(403);
            Assert.Equal(subject, Entered.Text(entry, "subject"));
        }
    }

    [Theory]
    [MemberData(nameof(Personas))]
    public async Task The_counts_of_the_quality_desk_are_for_its_role(string subject)
    {
        var isQuality = Persona.All.Single(persona => persona.Subject == subject).Roles.Single() == "quality";
        var person = await Browser.SignedInAsync(hospital, subject);
        var (answer, entries) = await Entered.ByAsync(hospital, () => person.GetAsync("/quality/waiting"));
        answer.Is(isQuality ? 200 : 204);
        Assert.Equal(isQuality ? "200" : "403", Entered.Text(Assert.Single(entries), "outcome"));
    }

    [Theory]
    [MemberData(nameof(Personas))]
    public async Task The_quality_desk_leads_to_a_page_that_a_role_may_open(string subject)
    {
        var role = Persona.All.Single(persona => persona.Subject == subject).Roles.Single();
        var led = (await (await Browser.SignedInAsync(hospital, subject)).OpenAsync("/quality")).Is(302).Header("Location")!;
        Assert.True(led == "/" || May[led].Contains(role), $"{role} is led to {led}.");
    }

    [Fact]
    public async Task Nobody_is_led_to_signing_in_and_back()
    {
        foreach (var page in May.Keys.Select(Filled))
            Assert.EndsWith(
                "/sign-in?returnUrl=" + Uri.EscapeDataString(page),
                (await new Browser(host).OpenAsync(page)).Is(302).Header("Location"), StringComparison.Ordinal);
        foreach (var page in ForAnybody.Append("/display"))
            AssertStrict((await new Browser(host).OpenAsync(page)).Is(200));
    }

    [Fact]
    public async Task What_is_wrong_is_told_under_the_same_policy()
    {
        var nurse = await Browser.SignedInAsync(hospital);
        AssertStrict((await nurse.OpenAsync("/nothing")).Is(404));
        AssertStrict((await nurse.OpenAsync("/access-log")).Is(403));
    }

    [Theory]
    [InlineData("N-07", "/board")]
    [InlineData("P-04", "/schedule")]
    [InlineData("Q-02", "/quality")]
    [InlineData("C-05", "/coding")]
    [InlineData("U-01", "/access-log")]
    [InlineData("D-01", "/administration")]
    [InlineData("O-03", "/displays")]
    [InlineData("W-01", "/board")]
    public async Task The_start_leads_to_where_somebody_works(string subject, string home) =>
        Assert.Equal(home, (await (await Browser.SignedInAsync(hospital, subject)).OpenAsync("/")).Is(302).Header("Location"));

    [Fact]
    public async Task The_start_leads_a_newcomer_to_signing_in() =>
        Assert.Equal("/sign-in", (await new Browser(host).OpenAsync("/")).Is(302).Header("Location"));

    /// <summary>A page whose address leaves something to choose leads to one that does not.</summary>
    static async Task<Answer> OpenedAsync(Browser person, string page)
    {
        var answer = await person.OpenAsync(page);
        return answer.Status == 302 && answer.Header("Location") is { } further && further.StartsWith(page.Split('?')[0] + "?", StringComparison.Ordinal)
            ? await person.OpenAsync(further) : answer;
    }

    /// <summary>Nothing of it runs or colours that is not in a file of ours.</summary>
    static void AssertStrict(Answer answer)
    {
        var policy = answer.Header("Content-Security-Policy");
        Assert.StartsWith("default-src 'self';", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.DoesNotContain(" style=", answer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>", answer.Text, StringComparison.Ordinal);
    }

    IEnumerable<RouteEndpoint> Pages() =>
        host.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().Where(PageEndpoint.IsPage);

    /// <summary>With what a page cannot be asked without.</summary>
    string Filled(string page) => page switch
    {
        "/quality/rates" or "/quality/explain" or "/quality/funnel" or "/quality/cusum" or "/quality/chart" or "/quality/definitions" or "/quality/changes"
            or "/quality/times" or "/quality/benefits" => page + "?definition=none",
        _ => page.Replace("{CaseId:guid}", $"{surgicalCase.Id}", StringComparison.Ordinal),
    };
}
