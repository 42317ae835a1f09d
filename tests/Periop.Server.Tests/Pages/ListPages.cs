using System.Text;
using Xunit;

namespace Periop.Server.Tests.Pages;

/// <summary>The pages of the quality desk that are lists and queues of work.</summary>
public sealed class ListPages(PeriopHost host) : IClassFixture<PeriopHost>, IAsyncLifetime
{
    readonly TestHospital hospital = host.NewHospital();

    public async ValueTask InitializeAsync() => await hospital.PublishShippedAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task The_register_is_given_again_by_its_address_whatever_is_recorded_since()
    {
        var surgicalCase = await hospital.OperatedAsync();
        var report = await surgicalCase.ThenAsync("complications", 34, new { kind = "infection-deep", grade = "IIIb" });
        await SettledAsync();
        var page = await hospital.Quality.OpenPageAsync("/quality/register?by=onset&kind=infection&surgeon=");
        Assert.Contains("asOf=", page.Address, StringComparison.Ordinal);
        Assert.DoesNotContain("surgeon", page.Address, StringComparison.Ordinal);
        Assert.Contains("day 34", page.Tables, StringComparison.Ordinal);
        Assert.Contains($"/cases/{surgicalCase.Id}/record?asOf=", page.Tables, StringComparison.Ordinal);
        Assert.Contains($"#{report.EntryId}", page.Tables, StringComparison.Ordinal);
        await surgicalCase.RecordedAsync($"complications/{report.EntryId}/reviews", new { decision = "rejected", reason = "a seroma" });
        await SettledAsync();
        Assert.Equal(page.Tables, (await hospital.Quality.OpenPageAsync(page.Address)).Tables);
        Assert.Contains("rejected", (await hospital.Quality.OpenPageAsync("/quality/register?by=onset")).Tables, StringComparison.Ordinal);
        Assert.Equal(2, (await hospital.Quality.GetAsync(page.LinkTo("CSV"))).Is(200).Text.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length);
    }

    [Fact]
    public async Task The_register_is_searched_by_a_part_of_the_case_number()
    {
        foreach (var _ in "12")
            await (await hospital.OperatedAsync()).ThenAsync("complications", 5, new { kind = "dural-tear" });
        await SettledAsync();
        var all = await hospital.Quality.GetAsync("/api/register/complications");
        var number = all.Items[0]!["caseNumber"]!.GetValue<string>();
        var page = await hospital.Quality.OpenPageAsync($"/quality/register?q={number.ToLowerInvariant()}");
        Assert.Contains("1 entry", page.Text, StringComparison.Ordinal);
        Assert.Contains($">{number}</a>", page.Tables, StringComparison.Ordinal);
        Assert.DoesNotContain(all.Items[1]!["caseNumber"]!.GetValue<string>(), page.Tables, StringComparison.Ordinal);
        Assert.Equal(2, Csv.Read((await hospital.Quality.GetAsync(page.LinkTo("CSV"))).Is(200).Bytes).Count);
        Assert.Empty((await hospital.Quality.GetAsync("/api/register/complications?q=%25")).Items);
    }

    [Fact]
    public async Task Tabs_say_how_much_waits_as_the_pages_behind_them_do()
    {
        var surgicalCase = await hospital.OperatedAsync();
        await surgicalCase.ThenAsync("complications", 5, new { kind = "dural-tear" });
        await surgicalCase.ThenAsync("readmission", 12);
        await surgicalCase.ThenAsync("assessments", 20, Cohort.Assessed("infection-superficial", "present"));
        await surgicalCase.ThenAsync("hardware", 0, new { kind = "pedicle-screw", level = "L2", manufacturer = "Example Spine", lot = "A7" });
        await hospital.Quality.PostAsync("/api/implants/recalls", new { lots = new[] { "A7" }, notice = "N-1" });
        await SettledAsync();
        var (said, entry) = await Entered.OnceAsync(hospital, () => hospital.Quality.GetAsync("/quality/waiting"));
        Assert.Equal("waiting", Entered.Text(entry, "action"));
        var review = await hospital.Quality.OpenPageAsync("/quality/review");
        Assert.Contains($"{said.Json["/quality/review"]} reports wait", review.Text, StringComparison.Ordinal);
        Assert.Contains($"{said.Json["/quality/due"]} windows close", (await hospital.Quality.OpenPageAsync("/quality/due")).Text, StringComparison.Ordinal);
        var recalls = await hospital.Quality.OpenPageAsync("/quality/recalls");
        Assert.Contains($"{said.Json["/quality/recalls"]} case waits", recalls.Text, StringComparison.Ordinal);
        Assert.Equal("2", Entered.Text(said.Json, "/quality/review"));
        Assert.Equal(204, (await hospital.Nurse.GetAsync("/quality/waiting")).Status);
    }

    [Fact]
    public async Task A_list_that_takes_a_definition_offers_its_versions()
    {
        await hospital.UploadAsync("X-1");
        var known = (await SettledAsync()).Header("Periop-As-Of");
        foreach (var page in new[] { "due?definition=infection-deep", $"changes?since={known}&definition=infection-deep",
            "reconciliation?source=coding&definition=infection-deep", "explain?definition=infection-deep" })
        {
            var opened = await hospital.Quality.OpenPageAsync($"/quality/{page}");
            Assert.Contains("deep infection within 90 days, version 2", opened.Text, StringComparison.Ordinal);
            Assert.Contains("version=1", opened.Text, StringComparison.Ordinal);
        }

        Assert.Contains("All definitions", (await hospital.Quality.OpenPageAsync("/quality/due")).Text, StringComparison.Ordinal);
        Assert.Contains("Any outcome", (await hospital.Quality.OpenPageAsync($"/quality/changes?since={known}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_address_gives_its_tables_again()
    {
        var surgicalCase = await hospital.OperatedAsync();
        await SayOfAsync(surgicalCase, "N-1");
        await SettledAsync();
        var pages = new List<OpenedPage>();
        foreach (var page in new[]
        {
            "register", "review", "due", "deviations", "corrections", "implants", "recalls", "reconciliation?source=coding&definition=dural-tear&side=no-case",
        })
            pages.Add(await hospital.Quality.OpenPageAsync($"/quality/{page}"));
        host.Clock.Advance(TimeSpan.FromMinutes(1));
        await SayOfAsync(surgicalCase, "N-2");
        await SayOfAsync(await hospital.OperatedAsync(), "N-3");
        await SettledAsync();
        foreach (var page in pages)
        {
            Assert.NotEmpty(page.Tables);
            Assert.Equal(page.Tables, (await hospital.Quality.OpenPageAsync(page.Address)).Tables);
        }
    }

    async Task SayOfAsync(TestCase surgicalCase, string notice)
    {
        var report = await surgicalCase.ThenAsync("complications", 5, new { kind = "dural-tear" });
        await surgicalCase.ThenAsync("follow-up-attempts", 40, new { method = "call", result = "not-reached" });
        await surgicalCase.ThenAsync("hardware", 0, new { kind = "pedicle-screw", level = "L2", manufacturer = "Example Spine", lot = "A7" });
        await surgicalCase.RecordedAsync("time-corrections",
            new { targetEntryId = report.EntryId, correctedTo = Cohort.Autumn.AddDays(6), reason = "misread" });
        (await hospital.Quality.PostAsync("/api/implants/recalls", new { lots = new[] { "A7", notice }, notice })).Is(201);
        using var file = new StringContent($"caseNumber,kind\n{notice},dural-tear\n", Encoding.UTF8, "text/csv");
        await hospital.Quality.SendAsync(HttpMethod.Put, "/api/audit/second-sources/coding", file);
    }

    [Theory]
    [InlineData("register", "No complication is in the register")]
    [InlineData("review", "Nothing waits.")]
    [InlineData("due", "Nobody has to be followed up by then.")]
    [InlineData("deviations", "No case has such a flag.")]
    [InlineData("corrections", "Nothing was changed.")]
    [InlineData("implants", "No such device was placed")]
    [InlineData("recalls", "Nothing was recalled.")]
    [InlineData("reconciliation", "No second source yet.")]
    public async Task An_empty_list_says_so(string page, string said)
    {
        await SettledAsync();
        Assert.Contains(said, (await hospital.Quality.OpenPageAsync($"/quality/{page}")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("register?kind=headache", "kind must be one of")]
    [InlineData("register?chosen=that", "chosen must be a case, an entry and the kind")]
    [InlineData("review?colour=red", "There is no parameter colour here")]
    [InlineData("due?until=soon", "until must be a date")]
    [InlineData("deviations?code=mood", "code must be one of")]
    [InlineData("corrections?kind=mood", "kind must be one of")]
    [InlineData("implants?gtin=1", "gtin")]
    [InlineData("recalls?cursor=x", "cursor must be the next of a page")]
    [InlineData("reconciliation?side=left", "side must be one of")]
    public async Task What_cannot_be_read_is_said_in_its_place(string page, string said)
    {
        await SettledAsync();
        var opened = await hospital.Quality.OpenPageAsync($"/quality/{page}");
        Assert.Contains(said, opened.Text, StringComparison.Ordinal);
        opened.Answer.Is(400);
    }

    [Theory]
    [InlineData("auditor", "/quality/corrections", 200)]
    [InlineData("auditor", "/quality/register", 403)]
    [InlineData("or-staff", "/quality/implants", 200)]
    [InlineData("or-staff", "/quality/recalls", 403)]
    [InlineData("coder", "/coding", 200)]
    [InlineData("coder", "/quality/review", 403)]
    [InlineData("scheduler", "/coding", 403)]
    public async Task A_page_is_for_the_roles_of_its_question(string role, string page, int status) =>
        (await hospital.As(role).OpenPageAsync(page)).Answer.Is(status);

    [Fact]
    public async Task A_review_shows_what_speaks_for_each_criterion_and_against_it_and_ticks_none()
    {
        var surgicalCase = await hospital.OperatedAsync();
        await surgicalCase.ThenAsync("assessments", 20, Cohort.Assessed("infection", "absent"));
        await surgicalCase.ThenAsync("complications", 34, new { kind = "infection-deep", onsetAt = Cohort.Autumn.AddDays(34), criteria = new[] { "pus" } });
        await SettledAsync();
        var page = (await hospital.Quality.OpenPageAsync("/quality/review")).Text;
        foreach (var said in new[]
        {
            "1 report waits for a decision", "Definition infection-deep 2 asks", "within the 90 days of version 2", "not within the 30 days of version 1",
            "infection absent", "criteria pus",
        })
            Assert.Contains(said, page, StringComparison.Ordinal);
        Assert.DoesNotContain("checked", page, StringComparison.Ordinal);
        Assert.Contains("""<span class="dim">nothing</span>""", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_counts_as_recorded_does_not_wait_for_a_review()
    {
        await (await hospital.OperatedAsync()).ThenAsync("readmission", 12);
        await SettledAsync();
        Assert.Contains("Nothing waits.", (await hospital.Quality.OpenPageAsync("/quality/review")).Text, StringComparison.Ordinal);
        Assert.Contains("as recorded", (await hospital.Quality.OpenPageAsync("/quality/register")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_due_stands_by_its_closing_day_with_the_last_attempt_and_completeness()
    {
        var late = await hospital.OperatedAsync(incision: hospital.Now.AddDays(-40));
        var overdue = await hospital.OperatedAsync();
        await overdue.ThenAsync("follow-up-attempts", 39, new { method = "call", result = "not-reached" });
        await SettledAsync();
        var page = await hospital.Quality.OpenPageAsync("/quality/due?definition=infection-deep&version=1");
        Assert.Contains("2 windows close by", page.Text, StringComparison.Ordinal);
        Assert.Contains("until=2026-03-09", page.Address, StringComparison.Ordinal);
        var (first, second) = (page.Tables.IndexOf($"{overdue.Id}", StringComparison.Ordinal), page.Tables.IndexOf($"{late.Id}", StringComparison.Ordinal));
        Assert.InRange(first, 0, second);
        Assert.Contains("overdue since 30 Nov 2025", page.Text, StringComparison.Ordinal);
        Assert.Contains("8 Nov 2025, call: not reached", page.Text, StringComparison.Ordinal);
        Assert.Contains("no comparison", page.Tables, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_campaign_names_its_cases_and_offers_to_close_them()
    {
        var surgicalCase = await hospital.CaseInOperationAsync();
        var screw = await surgicalCase.RecordedAsync("hardware",
            new { kind = "pedicle-screw", level = "L2", manufacturer = "Example Spine", reference = "S-1", lot = "A7" });
        await hospital.Quality.PostAsync("/api/implants/recalls", new { lots = new[] { "A7" }, notice = "FSCA 14/2", reason = "may loosen" });
        await SettledAsync();
        var page = (await hospital.Quality.OpenPageAsync("/quality/recalls")).Text;
        Assert.Contains("1 case waits to be closed in 1 recall campaign", page, StringComparison.Ordinal);
        Assert.Contains($"/api/implants/recalls/campaigns/FSCA%2014%2F2/cases/{surgicalCase.Id}/closures", page, StringComparison.Ordinal);
        var devices = (await hospital.Nurse.OpenPageAsync("/quality/implants?lot=a7")).Text;
        Assert.Contains("recalled", devices, StringComparison.Ordinal);
        Assert.Contains($"#{screw.EntryId}", devices, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_second_source_is_compared_case_by_case()
    {
        var both = await hospital.OperatedAsync();
        await both.ThenAsync("complications", 5, new { kind = "dural-tear" });
        var missed = await hospital.OperatedAsync();
        var numbers = await Task.WhenAll(new[] { both, missed }.Select(async c => (await c.ReadAsync()).Json["caseNumber"]!.GetValue<string>()));
        using var file = new StringContent(
            $"caseNumber,kind\n{string.Join('\n', numbers.Append("X-1").Select(n => $"{n},dural-tear"))}\n", Encoding.UTF8, "text/csv");
        (await hospital.Quality.SendAsync(HttpMethod.Put, "/api/audit/second-sources/coding", file)).Is(201);
        await SettledAsync();
        var page = (await hospital.Quality.OpenPageAsync("/quality/reconciliation?source=coding&definition=dural-tear")).Text;
        Assert.Contains("the register has 1 of 2: 50.0 %", page, StringComparison.Ordinal);
        Assert.Contains(numbers[1], page, StringComparison.Ordinal);
        Assert.Contains("X-1", (await hospital.Quality.OpenPageAsync("/quality/reconciliation?source=coding&definition=dural-tear&side=no-case")).Text,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_coder_decides_and_others_look_on()
    {
        var surgicalCase = await hospital.CaseInOperationAsync();
        await surgicalCase.RecordedAsync("osteotomies", new { level = "L2", approach = "posterior", grade = 3 });
        foreach (var step in new[] { "closing-start", "closure", "room-exit" })
            await surgicalCase.RecordedAsync(step, step == "closure" ? new { method = "sutures" } : new { });
        await SettledAsync();
        var address = $"/coding?status=open&chosen={surgicalCase.Id}";
        var coder = (await hospital.As("coder").OpenPageAsync(address)).Text;
        Assert.Contains($"data-command=\"/api/cases/{surgicalCase.Id}/codings\"", coder, StringComparison.Ordinal);
        Assert.DoesNotContain("data-command", (await hospital.Quality.OpenPageAsync(address)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Changes_and_flags_lead_to_the_entries_behind_them()
    {
        var surgicalCase = await hospital.CaseInRoomAsync();
        var early = await surgicalCase.RecordedAsync("incision", new { @override = "emergency" });
        var taken = await surgicalCase.RecordedAsync("retractions", new { targetEntryId = early.EntryId, reason = "wrong button" });
        await SettledAsync();
        var changes = (await hospital.Auditor.OpenPageAsync("/quality/corrections?kind=retraction")).Text;
        Assert.Contains("wrong button", changes, StringComparison.Ordinal);
        Assert.Contains($"#{taken.EntryId}", changes, StringComparison.Ordinal);
        await surgicalCase.RecordedAsync("incision", new { @override = "emergency" });
        await SettledAsync();
        Assert.Contains("A reason was given to go past it.", (await hospital.Quality.OpenPageAsync("/quality/deviations")).Text, StringComparison.Ordinal);
    }

    Task<Answer> SettledAsync() => hospital.AskedAsync("/api/register/complications");
}
