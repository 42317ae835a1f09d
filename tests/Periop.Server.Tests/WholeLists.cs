using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Periop.Server.Access;
using Periop.Server.Board;
using Xunit;

namespace Periop.Server.Tests;

/// <summary>Lists from the first item to the last, as files.</summary>
public sealed class WholeLists(PeriopHost host) : IClassFixture<PeriopHost>
{
    readonly TestHospital hospital = host.NewHospital();

    [Theory]
    [InlineData("/api/cases", "cases.csv", "caseId,caseNumber,status,phase,date,scheduledStart,scheduledMinutes,room,surgeon,service,procedure,priority")]
    [InlineData("/api/access-log", "access-log.csv", "id,at,subject,action,caseId,outcome,patientRef,question,disclosed")]
    public async Task A_list_without_items_has_its_header_line_or_its_end_line(string path, string file, string header)
    {
        path += path == "/api/cases" ? "?room=nowhere" : "?subject=nobody";
        var (csv, lines) = (await AskAsync($"{path}&format=csv"), await AskAsync($"{path}&format=ndjson"));
        Assert.Equal(
            (header + "\r\n", "text/csv; charset=utf-8", $"attachment; filename=\"{file}\""),
            (csv.Text, csv.Header("Content-Type"), csv.Header("Content-Disposition")));
        Assert.Equal(("""{"end":true,"count":0}""" + "\n", "application/x-ndjson", null),
            (lines.Text, lines.Header("Content-Type"), lines.Header("Content-Disposition")));
    }

    [Fact]
    public async Task All_cases_come_in_the_order_and_with_the_values_of_the_pages()
    {
        for (var i = 0; i < 70; i++)
            await hospital.CaseAsync(start: hospital.Now.AddDays(i % 3));
        await ScheduleAsync(new { caseNumber = Story.NewNumber(), priority = "urgent", scheduledStart = hospital.Now.AddDays(5) });
        await SameAsPagesAsync("/api/cases?", 71);
        await SameAsPagesAsync("/api/cases?date=2026-03-03&surgeon=surgeon-3&", 23);
    }

    [Fact]
    public async Task The_whole_log_comes_in_the_order_and_with_the_values_of_the_pages()
    {
        var (surgicalCase, reader) = (await hospital.CaseAsync(), hospital.Named("busy", "coder"));
        for (var i = 0; i < 60; i++)
        {
            host.Clock.Advance(TimeSpan.FromMilliseconds(i % 2));
            (await reader.GetAsync(i % 3 == 0 ? surgicalCase.Path : "/api/board")).Is(200);
        }

        await SameAsPagesAsync("/api/access-log?subject=busy&", 60);
        await SameAsPagesAsync($"/api/access-log?subject=busy&caseId={surgicalCase.Id}&", 20);
    }

    [Fact]
    public async Task The_query_says_the_format_before_Accept_does()
    {
        await hospital.CaseAsync();
        foreach (var path in new[] { "/api/cases", "/api/access-log" })
            foreach (var (question, accept, type) in new[]
            {
                ("", "text/csv", "text/csv; charset=utf-8"), ("", "application/x-ndjson", "application/x-ndjson"),
                ("", "text/html, text/csv;q=0.5, application/x-ndjson;q=0.6", "application/x-ndjson"),
                ("?format=ndjson", "text/csv", "application/x-ndjson"), ("?format=csv", "application/json", "text/csv; charset=utf-8"),
                ("?format=json", "text/csv", "application/json; charset=utf-8"),
                ("", "*/*", "application/json; charset=utf-8"), ("", "text/html", "application/json; charset=utf-8"),
                ("", "application/json, text/csv", "application/json; charset=utf-8"), ("", "nonsense", "application/json; charset=utf-8"),
            })
                Assert.Equal((path, question, accept, type), (path, question, accept, (await AskAsync(path + question, accept)).Header("Content-Type")));
    }

    [Theory]
    [InlineData("xml")]
    [InlineData("CSV")]
    [InlineData("")]
    public async Task Another_format_is_answered_with_400(string format)
    {
        foreach (var path in new[] { "/api/cases", "/api/access-log" })
            Assert.Equal("must be one of json, csv, ndjson", (await Everyone.GetAsync($"{path}?format={format}", ("Accept", "text/csv"))).PointsAt("/format"));
        (await Everyone.GetAsync("/api/cases?format=csv&status=done")).PointsAt("/status");
    }

    [Fact]
    public async Task A_whole_list_has_no_limit_and_no_cursor()
    {
        for (var i = 0; i < 3; i++)
            await hospital.CaseAsync();
        var next = (await AskAsync("/api/cases?limit=2")).Json["next"]!;
        foreach (var whole in new[] { "csv", "ndjson" })
        {
            (await Everyone.GetAsync($"/api/cases?limit=2&format={whole}")).PointsAt("/limit");
            (await Everyone.GetAsync($"/api/cases?cursor={next}&format={whole}")).PointsAt("/cursor");
        }
    }

    [Theory]
    [InlineData("=1+1")]
    [InlineData("+41 44 000")]
    [InlineData("-spine")]
    [InlineData("@spine")]
    public async Task A_text_that_a_spreadsheet_would_run_is_marked_in_csv_alone(string family)
    {
        await ScheduleAsync(new { caseNumber = Story.NewNumber(), procedure = new { family } });
        var (header, line) = Csv.Read((await AskAsync("/api/cases?format=csv")).Bytes) is [var first, var second] ? (first, second) : default;
        Assert.Equal("'" + family, line![header!.IndexOf("procedure")]);
        Assert.Equal(family, JsonNode.Parse((await AskAsync("/api/cases?format=ndjson")).Text.Split('\n')[0])!["procedure"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("a \"quoted\", text; with ' marks")]
    [InlineData("two\r\nlines")]
    [InlineData("one\nline\n")]
    [InlineData("=cmd|'/c calc'!A1")]
    [InlineData(" wide ")]
    public async Task Whatever_a_subject_was_called_the_log_names_it(string subject)
    {
        await using var scope = host.Services.CreateAsyncScope();       // no token may call anybody all of this any more
        await scope.ServiceProvider.GetRequiredService<AccessLog>().EnterAsync(
            new Caller(hospital.Id, subject, new HashSet<string>()), new BoardQuestion(null), 200, disclosed: null);
        var (csv, lines) = (await AskAsync("/api/access-log?format=csv"), await AskAsync("/api/access-log?format=ndjson"));
        Assert.Contains((subject[0] == '=' ? "'" : "") + subject, Csv.Read(csv.Bytes).Select(line => line[2]));
        Assert.Contains(subject, lines.Text.TrimEnd('\n').Split('\n').SkipLast(1).Select(line => JsonNode.Parse(line)!["subject"]!.GetValue<string>()));
    }

    [Fact]
    public async Task A_whole_list_is_entered_as_it_begins_and_again_with_its_count_at_its_end()
    {
        await hospital.CaseAsync();
        var reader = hospital.Named("exporter", "auditor");
        foreach (var path in new[] { "/api/cases?format=csv", "/api/cases?format=ndjson", "/api/access-log?format=csv", "/api/cases?format=xml" })
        {
            await reader.GetAsync(path);
            host.Clock.Advance(TimeSpan.FromMilliseconds(1));
        }

        JsonNode?[] entries = [.. (await AskAsync("/api/access-log?subject=exporter")).Items.Reverse()];
        Assert.Equal(
            [
                ("case-list", "200"), ("case-list", "200"), ("case-list", "200"), ("case-list", "200"), ("access-log", "200"), ("access-log", "200"),
                ("case-list", "400"),
            ],
            entries.Select(e => (e!["action"]!.GetValue<string>(), e["outcome"]!.GetValue<string>())));
        Assert.Equal([null, null, 1, 1], entries.Take(4).Select(e => e!["disclosed"]?["count"]!.GetValue<int>()).Order());
    }

    [Fact]
    public async Task Who_may_not_read_a_list_gets_none_of_it()
    {
        (await hospital.Display.GetAsync("/api/cases?format=csv")).IsProblem(403);
        (await hospital.Nurse.GetAsync("/api/access-log?format=ndjson")).IsProblem(403);
        await host.NewHospital().CaseAsync();
        Assert.Single(Csv.Read((await AskAsync("/api/cases?format=csv")).Bytes));
    }

    Person Everyone => hospital.As("auditor", "or-staff");

    async Task<Answer> AskAsync(string path, string accept = "application/json") => (await Everyone.GetAsync(path, ("Accept", accept))).Is(200);

    async Task ScheduleAsync(object plan) => (await hospital.Scheduler.PostAsync("/api/cases", plan)).Is(201);

    /// <summary>Both formats have what the pages have, to the character.</summary>
    async Task SameAsPagesAsync(string question, int count)
    {
        var items = new List<JsonObject>();
        for (var next = ""; next is not null;)
        {
            var page = await AskAsync($"{question}limit=40{(next.Length > 0 ? $"&cursor={next}" : "")}");
            items.AddRange(page.Items.Select(item => item!.AsObject()));
            next = page.Json["next"]?.GetValue<string>();
        }

        Assert.Equal(count, items.Count);
        var (csv, lines) = (Csv.Read((await AskAsync(question + "format=csv")).Bytes), (await AskAsync(question + "format=ndjson")).Text);
        Assert.Equal([.. items.Select(item => item.ToJsonString()), $$"""{"end":true,"count":{{count}}}""", ""], lines.Split('\n'));
        Assert.Equal(items[0].Select(member => member.Key), csv[0]);
        Assert.Equal(items.Select(item => item.Select(member => CellOf(member.Value))), csv.Skip(1));
    }

    static string CellOf(JsonNode? value) => value is JsonObject nested ? nested.ToJsonString() : value?.ToString() ?? "";
}
