using System.Text;
using System.Text.Json.Nodes;
using Xunit;

namespace Periop.Server.Tests.Import;

/// <summary>Files as hospitals have them.</summary>
public sealed class FileForms(PeriopHost host) : IClassFixture<PeriopHost>
{
    readonly TestHospital hospital = host.NewHospital();

    [Theory]
    [InlineData(",")]
    [InlineData(";")]
    [InlineData("\t")]
    public async Task Cells_are_separated_as_in_the_first_line(string separator)
    {
        var report = await hospital.ImportAsync(
            string.Join(separator, "caseNumber", "service", "roomIn") + "\n" + string.Join(separator, "S-1", "\"Orthopedics\"", "2026-02-02T08:00:00Z") + "\n");
        Assert.Equal((1, 2, 0), report.Counts());
        Assert.Empty(report.Refused());
    }

    [Fact]
    public async Task A_comma_within_a_cell_of_semicolons_separates_nothing()
    {
        await hospital.ImportAsync("caseNumber;service;\"room\"\nS-2;Hand, Foot;OR-1\n");
        Assert.Equal("Hand, Foot", (await hospital.TimelineOfAsync("S-2"))[0]!["data"]!["service"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_byte_order_mark_is_no_part_of_the_first_column()
    {
        byte[] file = [.. Encoding.UTF8.Preamble, .. "caseNumber;roomIn\r\nS-3;2026-02-02T08:00:00Z\r\n"u8];
        Assert.Equal((1, 2, 0), (await hospital.Scheduler.SendAsync(HttpMethod.Post, "/api/imports/cases", CaseFiles.Csv(file))).Counts());
    }

    [Fact]
    public async Task Columns_are_known_whatever_their_case_blanks_underscores_and_hyphens_and_their_ids_are_the_same()
    {
        await hospital.ImportAsync("Case Number,room_in,ANESTHESIA-START,risk.Age_2\nS-4,2026-02-02T08:00:00Z,2026-02-02T08:10:00Z,61\n");
        Assert.Equal((1, 0, 3), (await hospital.ImportAsync("caseNumber,roomIn,anesthesiaStart\nS-4,2026-02-02T08:00:00Z,2026-02-02T08:10:00Z\n")).Counts());
        Assert.Equal(61, (await hospital.TimelineOfAsync("S-4"))
            .Single(e => e!["type"]!.GetValue<string>() == "case_scheduled")!["data"]!["riskFactors"]!["Age_2"]!.GetValue<int>());
    }

    [Theory]
    [InlineData("caseNumber,room inn", "/room inn", "roomIn")]
    [InlineData("caseNumber,Incission", "/Incission", "incision")]
    [InlineData("caseNumber,case_numbr", "/case_numbr", "caseNumber")]
    public async Task An_unknown_column_is_named_with_the_nearest_known_one(string header, string pointer, string nearest) =>
        Assert.EndsWith($"the nearest is {nearest}", (await hospital.ImportAsync(header + "\nS-5,x\n")).PointsAt(pointer), StringComparison.Ordinal);

    [Theory]
    [InlineData("caseNumber,room,Room", "/Room")]
    [InlineData("caseNumber,scheduledStart,scheduled_start", "/scheduled_start")]
    [InlineData("caseNumber,Case-Number", "/Case-Number")]
    public async Task A_column_that_is_no_time_stands_there_once(string header, string pointer) =>
        Assert.Contains("twice", (await hospital.ImportAsync(header + "\nS-6,a,b\n")).PointsAt(pointer), StringComparison.Ordinal);

    [Theory]
    [InlineData("NA")]
    [InlineData("N/A")]
    [InlineData("NULL")]
    [InlineData("None")]
    [InlineData("nan")]
    [InlineData("-")]
    [InlineData(".")]
    public async Task A_cell_that_says_that_it_is_empty_is_empty_and_counted(string nothing)
    {
        var report = await hospital.ImportAsync($"caseNumber,patientRef,roomIn\nS-7,{nothing},{nothing}\nS-8,{nothing},2026-02-02T08:00:00Z\n");
        Assert.Equal((2, 3, 0), report.Counts());
        Assert.Empty(report.Refused());
        Assert.Equal("""{"patientRef":2,"roomIn":1}""", report.Json["emptied"]!.ToJsonString());
        (await hospital.Nurse.GetAsync("/api/patients/" + Uri.EscapeDataString(nothing))).Is(404);
    }

    [Fact]
    public async Task Lines_without_a_filled_cell_are_counted_and_nothing_else()
    {
        var report = await hospital.ImportAsync("caseNumber,room,roomIn\nS-9,OR-1,2026-02-02T08:00:00Z\n\n,,\n , ,\nNA,-,\n");
        Assert.Equal((1, 2, 0), report.Counts());
        Assert.Equal(4, report.Json["blank"]!.GetValue<int>());
        Assert.Empty(report.Refused());
    }

    [Theory]
    [InlineData("2026-01-15 08:05", "2026-01-15T08:05:00+01:00")]
    [InlineData("2026-01-15T08:05:30.250", "2026-01-15T08:05:30.25+01:00")]
    [InlineData("2026-01-15 08:05:30.123456789", "2026-01-15T08:05:30.123456+01:00")]
    [InlineData("2026-01-15 08:05:30+02:00", "2026-01-15T08:05:30+02:00")]
    [InlineData("2026-01-15t08:05z", "2026-01-15T08:05:00Z")]
    public async Task Times_have_a_T_or_a_blank_and_may_have_seconds_and_a_fraction(string written, string recorded)
    {
        Assert.Empty((await hospital.ImportAsync($"caseNumber,roomIn\nS-10,{written}\n", "?timeZone=Europe/Zurich")).Refused());
        Assert.Contains(await hospital.TimelineOfAsync("S-10"), e => e!["occurredAt"]!.GetValue<string>() == recorded);
    }

    [Theory]
    [InlineData("roomIn", "8 o'clock", "a time with offset")]
    [InlineData("roomIn", "02.02.2026 08:00", "a time with offset")]
    [InlineData("roomIn", "2026-01-15T08:055", "a time with offset")]
    [InlineData("roomIn", "2026-01-15T08:05", "timeZone")]
    [InlineData("scheduledMinutes", "two hours", "a whole number")]
    [InlineData("priority", "soon", "elective, urgent, emergency")]
    [InlineData("risk.age", "old", "a number")]
    public async Task A_refused_cell_says_what_was_found_and_what_can_be_read(string column, string text, string rule)
    {
        var refused = Assert.Single((await hospital.ImportAsync($"caseNumber,{column}\nS-11,{text}\n")).Refused())!;
        Assert.Equal(column, refused["column"]!.GetValue<string>());
        Assert.Contains($"“{text}”", refused["detail"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Contains(rule, refused["detail"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_quote_that_is_not_closed_takes_its_own_line_and_no_other()
    {
        var report = await hospital.ImportAsync("caseNumber,service,room\nS-12,\"Ortho,OR-1\nS-13,Ortho,OR-1\n");
        Assert.Equal((1, 1, 0), report.Counts());
        Assert.Equal("malformed-csv", Assert.Single(report.Refused())!["code"]!.GetValue<string>());
    }

    [Fact]
    public async Task However_many_cells_are_refused_the_answer_names_a_thousand_and_counts_them_all()
    {
        var report = await hospital.ImportAsync("caseNumber,room\n" + string.Concat(Enumerable.Repeat("x\n", 1200)));
        Assert.Equal((1000, 1200, 0), (report.Refused().Count, report.Json["refusedCount"]!.GetValue<int>(), report.Json["differsCount"]!.GetValue<int>()));
    }

    [Fact]
    public async Task Of_lines_of_JSON_there_is_one_for_each_refused_and_each_different_cell()
    {
        await hospital.ImportAsync("caseNumber,room\nL-1,OR-1\n");
        var lines = (await hospital.ImportAsync("caseNumber,room\nL-1,OR-2\n" + string.Concat(Enumerable.Repeat("x\n", 1200)), accept: "application/x-ndjson"))
            .Is(200).Text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line)!.AsObject()).ToArray();
        Assert.Equal("OR-2", lines[0]["differs"]!["new"]!.GetValue<string>());
        Assert.Equal(1200, lines.Count(line => line.Count == 1 && line.ContainsKey("refused")));
        Assert.Equal((1200, 1), (lines[^1]["refusedCount"]!.GetValue<int>(), lines[^1]["differsCount"]!.GetValue<int>()));
    }

    [Fact]
    public async Task A_file_whose_length_nobody_knew_is_recorded_up_to_32_MiB_and_the_answer_says_how_far()
    {
        var bytes = Encoding.UTF8.GetBytes(
            "caseNumber,room\nT-1,OR-1\nT-2,OR-1\n" + string.Concat(Enumerable.Repeat("x" + new string(' ', 60_000) + "\n", 600)));
        using var unknown = new StreamContent(new Unmeasured(new MemoryStream(bytes))) { Headers = { ContentType = new("text/csv") } };
        var answer = (await hospital.Scheduler.SendAsync(HttpMethod.Post, "/api/imports/cases", unknown)).IsProblem(413, "too-large");
        Assert.Equal(2, answer.Json["entries"]!.GetValue<int>());
        Assert.InRange(answer.Json["rows"]!.GetValue<int>(), 550, 562);
        Assert.Single((await hospital.Scheduler.GetAsync("/api/cases?q=T-2")).Items);
    }

    /// <summary>A stream whose length cannot be asked for.</summary>
    sealed class Unmeasured(Stream inner) : Stream
    {
        public override bool CanRead => true;
        public override bool CanSeek => false;
        public override bool CanWrite => false;
        public override long Length => throw new NotSupportedException();
        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }
        public override int Read(byte[] buffer, int offset, int count) => inner.Read(buffer, offset, count);
        public override void Flush() => inner.Flush();
        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
        public override void SetLength(long value) => throw new NotSupportedException();
        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
