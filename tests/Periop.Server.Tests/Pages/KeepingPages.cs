using Xunit;

namespace Periop.Server.Tests.Pages;

/// <summary>How the record is kept and how it is coded, as pages.</summary>
public sealed class KeepingPages(PeriopHost host) : IClassFixture<PeriopHost>
{
    readonly TestHospital hospital = host.NewHospital();

    [Fact]
    public async Task A_share_leads_from_its_count_to_the_entries()
    {
        var surgicalCase = await hospital.CaseInRoomAsync();
        var timeOut = await surgicalCase.RecordedAsync("safety-checks", new { phase = "time-out", occurredAt = hospital.Now.AddMinutes(-7) });
        await surgicalCase.RecordedAsync("incision");
        await SettledAsync();
        var page = await hospital.Quality.OpenPageAsync("/quality/record-keeping");
        Assert.Contains("metric=prompt-recording&from=", page.Address, StringComparison.Ordinal);
        Assert.Contains("How about the ", page.Text, StringComparison.Ordinal);
        foreach (var said in new[] { "Time out", "Incision", "0 of 1", "1 of 1", "100.0 %" })
            Assert.Contains(said, page.Tables, StringComparison.Ordinal);
        var opened = await hospital.Quality.OpenPageAsync($"{page.Address}&of=time-out&how=delayed");
        Assert.Contains($"#{timeOut.EntryId}", opened.Tables, StringComparison.Ordinal);
        Assert.Equal(2, Lines(await hospital.Quality.GetAsync(opened.LinkTo("CSV"))));
        Assert.Equal(17, Lines(await hospital.Quality.GetAsync(page.LinkTo("CSV"))));
        await surgicalCase.RecordedAsync("closure", new { method = "sutures" });
        await SettledAsync();
        Assert.Equal(page.Tables, (await hospital.Quality.OpenPageAsync(page.Address)).Tables);
    }

    [Fact]
    public async Task The_share_of_stops_overridden_is_told_by_stop()
    {
        await (await hospital.CaseInRoomAsync()).RecordedAsync("incision", new { @override = "bleeding" });
        await SettledAsync();
        var page = await hospital.Quality.OpenPageAsync("/quality/record-keeping?metric=stops-overridden&groupBy=room");
        foreach (var said in new[] { "OR-1", "Time out missing", "1 of 1", "100.0 %" })
            Assert.Contains(said, page.Tables, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Decisions_are_compared_with_suggestions_by_code_coder_and_reason()
    {
        var surgicalCase = await hospital.CaseInOperationAsync();
        await surgicalCase.RecordedAsync("osteotomies", new { level = "L2", approach = "posterior", grade = 2, columns = 1 });
        await surgicalCase.RecordedAsync("closure", new { method = "sutures" });
        await surgicalCase.RecordedAsync("room-exit");
        host.Clock.Advance(TimeSpan.FromMinutes(1));
        var coder = hospital.As("coder");
        (await coder.PostAsync(
            $"{surgicalCase.Path}/codings", new { codes = new[] { new { code = "22899", units = 1 } }, reason = "the note says more" })).Is(200);
        await SettledAsync();
        var page = await coder.OpenPageAsync("/coding/summary");
        foreach (var said in new[] { "22899", "the note says more", "100.0 %" })
            Assert.Contains(said, page.Tables, StringComparison.Ordinal);
        Assert.Contains("status=open", page.LinkTo("0 open"), StringComparison.Ordinal);
        Assert.Contains($"chosen={surgicalCase.Id}", (await coder.OpenPageAsync(page.LinkTo("1 otherwise"))).Tables, StringComparison.Ordinal);
        Assert.Equal(2, Lines(await coder.GetAsync(page.LinkTo("CSV"))));
        Assert.Equal(page.Tables, (await hospital.Quality.OpenPageAsync(page.Address)).Tables);
    }

    [Theory]
    [InlineData("/quality/record-keeping", "Nothing was recorded in these days")]
    [InlineData("/quality/record-keeping?metric=stops-overridden", "Nothing was recorded in these days")]
    [InlineData("/coding/summary", "No case is here.")]
    public async Task Where_there_is_nothing_the_page_says_so(string page, string said)
    {
        await SettledAsync();
        Assert.Contains(said, (await hospital.Quality.OpenPageAsync(page)).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/quality/record-keeping?metric=speed", "metric must be one of")]
    [InlineData("/quality/record-keeping?metric=prompt-recording&how=late&of=turnover", "of must be one of")]
    [InlineData("/quality/record-keeping?metric=prompt-recording&how=slowly", "how must be one of")]
    [InlineData("/coding/summary?from=soon", "from must be a date")]
    [InlineData("/coding/summary?coder=me", "There is no parameter coder here")]
    public async Task What_cannot_be_read_is_said_in_its_place(string page, string said)
    {
        await SettledAsync();
        var opened = await hospital.Quality.OpenPageAsync(page);
        Assert.Contains(said, opened.Text, StringComparison.Ordinal);
        opened.Answer.Is(400);
    }

    static int Lines(Answer csv) => csv.Is(200).Text.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length;

    Task<Answer> SettledAsync() => hospital.AskedAsync("/api/register/complications");
}
