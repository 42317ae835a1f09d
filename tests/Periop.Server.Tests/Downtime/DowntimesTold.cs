using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Xunit;

namespace Periop.Server.Tests.Downtime;

/// <summary>What was entered from notes afterwards, beside what had been recorded before.</summary>
public sealed class DowntimesTold(PeriopHost host) : IClassFixture<PeriopHost>
{
    readonly TestHospital hospital = host.NewHospital();

    [Fact]
    public async Task A_milestone_that_was_live_and_is_in_the_notes_stands_beside_itself_with_how_far_they_are_apart()
    {
        var surgicalCase = await hospital.CaseInOperationAsync();
        var notes = await surgicalCase.RecordedAsync("incision", new { source = "downtime", occurredAt = hospital.Now.AddMinutes(-7) });
        var page = await PageAsync();
        Assert.Contains("1 entry", page.Text, StringComparison.Ordinal);
        Assert.Contains("<b>1</b> may be doubled", page.Text, StringComparison.Ordinal);
        var row = RowOf(page, notes.EntryId);
        Assert.Contains("Incision made", row, StringComparison.Ordinal);
        Assert.Contains(At(hospital.Now.AddMinutes(-7)), row, StringComparison.Ordinal);
        Assert.Contains("live, recorded", row, StringComparison.Ordinal);
        Assert.Contains("+7 min", row, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_only_the_notes_tell_is_shown_and_called_no_double()
    {
        var surgicalCase = await hospital.CaseInOperationAsync();
        await surgicalCase.RecordedAsync("blood-loss", new { cumulativeMl = 300, occurredAt = hospital.Now.AddMinutes(-40) });
        var notes = await surgicalCase.RecordedAsync("blood-loss", new { cumulativeMl = 700, source = "downtime" });
        var page = await PageAsync();
        Assert.Contains("<b>0</b> may be doubled", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("live, recorded", RowOf(page, notes.EntryId), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_anything_but_a_milestone_only_what_is_near_in_time_may_be_the_same()
    {
        var surgicalCase = await hospital.CaseInOperationAsync();
        await surgicalCase.RecordedAsync("blood-loss", new { cumulativeMl = 700, occurredAt = hospital.Now.AddMinutes(-20) });
        var notes = await surgicalCase.RecordedAsync("blood-loss", new { cumulativeMl = 700, source = "downtime" });
        Assert.Contains("−20 min", RowOf(await PageAsync(), notes.EntryId), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_two_checks_only_the_one_of_the_same_phase_may_be_the_same()
    {
        var surgicalCase = await hospital.CaseInRoomAsync();
        await surgicalCase.RecordedAsync("safety-checks", new { phase = "time-out" });
        var signIn = await surgicalCase.RecordedAsync("safety-checks", new { phase = "sign-in", source = "downtime" });
        Assert.DoesNotContain("live, recorded", RowOf(await PageAsync(), signIn.EntryId), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_entry_that_was_taken_back_is_doubled_no_more()
    {
        var surgicalCase = await hospital.CaseInOperationAsync();
        var notes = await surgicalCase.RecordedAsync("incision", new { source = "downtime", occurredAt = hospital.Now.AddMinutes(-7) });
        await surgicalCase.RecordedAsync("retractions", new { targetEntryId = notes.EntryId, reason = "it was recorded before the network went" });
        Assert.Contains("Nothing was entered from notes.", (await PageAsync()).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_happened_on_another_day_is_left_out_whenever_it_was_entered()
    {
        var surgicalCase = await hospital.CaseInOperationAsync();
        await surgicalCase.RecordedAsync("blood-loss", new { cumulativeMl = 700, source = "downtime", occurredAt = hospital.Now.AddDays(-3) });
        Assert.Contains("Nothing was entered from notes.", (await PageAsync()).Text, StringComparison.Ordinal);
        var day = hospital.Now.AddDays(-3);
        Assert.Contains("1 entry", (await PageAsync($"?from={day:yyyy-MM-dd}&to={day.AddDays(1):yyyy-MM-dd}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_hospital_sees_nothing_of_it()
    {
        var surgicalCase = await hospital.CaseInOperationAsync();
        await surgicalCase.RecordedAsync("incision", new { source = "downtime" });
        var page = (await host.NewHospital().Quality.GetAsync("/quality/downtimes")).Is(200);
        Assert.Contains("Nothing was entered from notes.", page.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("from=2026-03-02&to=2026-03-02")]
    [InlineData("from=2026-01-01&to=2026-03-02")]
    [InlineData("from=yesterday")]
    public async Task Days_that_cannot_be_meant_are_said_in_place(string asked)
    {
        var answer = (await hospital.Quality.GetAsync($"/quality/downtimes?{asked}")).Is(400);
        Assert.Contains("This address cannot be read.", answer.Text, StringComparison.Ordinal);
    }

    async Task<Answer> PageAsync(string asked = "") => (await hospital.Quality.GetAsync($"/quality/downtimes{asked}")).Is(200);

    static string RowOf(Answer page, Guid entry) => WebUtility.HtmlDecode(Regex.Match(
        page.Text, $"<tr>(?:(?!</tr>).)*#{entry}(?:(?!</tr>).)*</tr>", RegexOptions.Singleline, TimeSpan.FromSeconds(1)).Value);

    static string At(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, TimeZoneInfo.FindSystemTimeZoneById("Europe/Zurich"))
        .ToString("d MMM yyyy, HH:mm", CultureInfo.InvariantCulture);
}
