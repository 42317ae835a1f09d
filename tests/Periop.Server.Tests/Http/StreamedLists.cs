using System.Text;
using System.Text.Json.Nodes;
using CsCheck;
using Periop.Domain.Cases;
using Periop.Server.Http.Lists;
using Xunit;

namespace Periop.Server.Tests.Http;

/// <summary>A whole list over a real connection, whatever its items are.</summary>
public sealed class StreamedLists
{
    /// <summary>More than any buffer on the way holds.</summary>
    const int Many = 20_000;

    sealed record Item(string? Text, int Number, decimal? Amount, double Measure, bool Yes, DateTimeOffset At, DateOnly? Day,
        Priority? Priority, IReadOnlyList<string> Words);

    static readonly Gen<string> Text =
        Gen.Int[0, 14].Select(i => new[] { "=", "+", "-", "@", "'", "\"", ",", ";", "\r", "\n", "\t", " ", "a", "é", "😀" }[i])
            .Array[0, 6].Select(string.Concat);

    static readonly Item Plain =
        new("plain", -5, -1.50m, -1e-40, true, new(2026, 3, 2, 8, 15, 0, TimeSpan.Zero), new(2026, 3, 2), Priority.Urgent, ["T12", "L1"]);

    [Fact]
    public async Task A_value_is_as_in_the_JSON_and_a_number_is_no_formula()
    {
        var csv = await ReadAsync(ListFormat.Csv, Items([Plain, Plain with { Text = null, Amount = null, Day = null, Priority = null, Words = ["=x", "-y"] }]));
        Assert.Equal("""
            text,number,amount,measure,yes,at,day,priority,words
            plain,-5,-1.50,-1E-40,true,2026-03-02T08:15:00Z,2026-03-02,urgent,T12 L1
            ,-5,,-1E-40,true,2026-03-02T08:15:00Z,,,'=x -y

            """.ReplaceLineEndings("\r\n"), Encoding.UTF8.GetString(csv));
    }

    [Fact]
    public async Task Whatever_is_written_as_csv_reads_back() => await Text.Array[0, 5].SampleAsync(async texts =>
    {
        using var file = new MemoryStream();
        await CsvList.WriteAsync(file, Items(texts.Select(text => Plain with { Text = text })), TestContext.Current.CancellationToken);
        Assert.Equal(
            texts.Select(text => text is ['=' or '+' or '-' or '@', ..] ? "'" + text : text), Csv.Read(file.ToArray()).Skip(1).Select(line => line[0]));
    }, iter: 1000, threads: 1);

    [Fact]
    public async Task A_line_of_ndjson_is_one_item_whatever_is_in_it()
    {
        const string Breaks = "=one\r\ntwo\u2028\"three\"\\";
        var lines = Encoding.UTF8.GetString(await ReadAsync(ListFormat.Ndjson, Items([Plain, Plain with { Text = Breaks }]))).Split('\n');
        Assert.Equal((4, """{"end":true,"count":2}""", ""), (lines.Length, lines[2], lines[3]));
        Assert.Equal(Breaks, JsonNode.Parse(lines[1])!["text"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("csv")]
    [InlineData("ndjson")]
    public async Task The_first_items_arrive_while_the_last_are_not_read_yet(string word)
    {
        var goOn = new TaskCompletionSource();
        await using var served = await Served.StartAsync(Format(word), Items(Enumerable.Repeat(Plain, Many), goOn.Task, Items([Plain])));
        using var response = await served.OpenAsync();
        using var body = new StreamReader(await response.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken));
        for (var i = 0; i < Many / 2; i++)
            Assert.NotNull(await body.ReadLineAsync(TestContext.Current.CancellationToken));
        goOn.SetResult();
        var rest = (await body.ReadToEndAsync(TestContext.Current.CancellationToken)).TrimEnd().Split('\n');
        Assert.Equal((Many / 2) + 2, rest.Length);       // header or end line, and the last
    }

    [Theory]
    [InlineData("csv", 3)]
    [InlineData("csv", Many)]
    [InlineData("ndjson", 3)]
    [InlineData("ndjson", Many)]
    public async Task Where_reading_fails_in_the_middle_the_connection_is_cut_and_the_fault_is_logged_once(string word, int before)
    {
        await using var served = await Served.StartAsync(Format(word),
            Items(Enumerable.Repeat(Plain, before), Task.FromException(new InvalidOperationException("the store is gone")), Items([])));
        await Assert.ThrowsAnyAsync<HttpRequestException>(served.ReadAsync);
        var logged = Assert.Single(
            await Eventually.BecomesAsync(() => Task.FromResult(served.Logged.ToArray()), logged => logged.Length > 0, "the fault is logged"));
        Assert.Equal("Broke off in the middle of HTTP: GET /items", logged);
    }

    [Fact]
    public async Task Where_reading_fails_at_once_it_is_answered_like_any_fault()
    {
        await using var served = await Served.StartAsync(ListFormat.Csv,
            Items([], Task.FromException(new InvalidOperationException("the store is away")), Items([])));
        using var response = await served.OpenAsync();
        Assert.Equal((500, null), ((int)response.StatusCode, response.Content.Headers.ContentType));
    }

    [Theory]
    [InlineData("csv")]
    [InlineData("ndjson")]
    public async Task A_client_that_goes_away_is_no_fault(string word)
    {
        var (gone, ended) = (new TaskCompletionSource(), new TaskCompletionSource());
        await using var served = await Served.StartAsync(Format(word), Items(Enumerable.Repeat(Plain, 1500), gone.Task, Forever(ended)));
        (await served.OpenAsync()).Dispose();
        gone.SetResult();
        await ended.Task.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
        await served.StopAsync();       // what is logged of the request has been logged
        Assert.Empty(served.Logged);
    }

    static ListFormat Format(string word) => word == "csv" ? ListFormat.Csv : ListFormat.Ndjson;

    static async Task<byte[]> ReadAsync(ListFormat format, IAsyncEnumerable<Item> items)
    {
        await using var served = await Served.StartAsync(format, items);
        return await served.ReadAsync();
    }

    static async IAsyncEnumerable<Item> Items(IEnumerable<Item> items, Task? then = null, IAsyncEnumerable<Item>? last = null)
    {
        foreach (var item in items)
            yield return item;
        await (then ?? Task.CompletedTask);
        await foreach (var item in last ?? AsyncEnumerable.Empty<Item>())
            yield return item;
    }

    /// <summary>Items without end, until nobody wants them.</summary>
    static async IAsyncEnumerable<Item> Forever(TaskCompletionSource ended)
    {
        try
        {
            while (true)
            {
                await Task.Yield();
                yield return Plain;
            }
        }
        finally
        {
            ended.SetResult();
        }
    }
}
