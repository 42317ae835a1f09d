using System.Text;
using System.Text.Json.Nodes;
using Xunit;

namespace Periop.Server.Tests.Import;

public sealed class Imports(PeriopHost host) : IClassFixture<PeriopHost>
{
    const string Header = "caseNumber,patientRef,room,scheduledStart,roomIn,anesthesiaStart,incision,closure,anesthesiaEnd,roomOut,discharge\n";
    const string Row =
        "I-1,p-1,OR-1,2026-02-02T08:00:00+01:00,2026-02-02T08:05:00+01:00,2026-02-02T08:10:00+01:00,2026-02-02T09:00:00+01:00,2026-02-02T11:00:00+01:00,"
        + "2026-02-02T11:20:00+01:00,2026-02-02T11:15:00+01:00,2026-02-05T10:00:00+01:00\n";

    readonly TestHospital hospital = host.NewHospital();

    [Fact]
    public async Task Every_filled_cell_becomes_an_entry_with_its_time_as_it_stands()
    {
        var report = await hospital.ImportAsync(Header + Row);
        Assert.Equal((1, 8, 0), report.Counts());
        var timeline = await hospital.TimelineOfAsync("I-1");
        Assert.Equal(
            ["patient_entered_room", "anesthesia_started", "incision_made", "wound_closed", "patient_left_room", "anesthesia_ended", "patient_discharged"],
            timeline.Where(e => e!["type"]!.GetValue<string>() != "case_scheduled").Select(e => e!["type"]!.GetValue<string>()));
        Assert.Contains("2026-02-02T11:20:00+01:00", timeline.Select(e => e!["occurredAt"]!.GetValue<string>()));
        Assert.All(timeline, e => Assert.Equal("import", e!["source"]!.GetValue<string>()));
    }

    [Fact]
    public async Task The_same_file_again_adds_nothing()
    {
        await hospital.ImportAsync(Header + Row);
        Assert.Equal((1, 0, 8), (await hospital.ImportAsync(Header + Row)).Counts());
    }

    [Fact]
    public async Task The_same_row_twice_in_a_file_is_recorded_once() => Assert.Equal((1, 8, 8), (await hospital.ImportAsync(Header + Row + Row)).Counts());

    [Fact]
    public async Task A_changed_cell_is_reported_with_old_and_new_and_not_recorded()
    {
        await hospital.ImportAsync(Header + Row);
        var report = await hospital.ImportAsync(Header + Row.Replace("T09:00:00", "T09:07:00", StringComparison.Ordinal));
        var difference = Assert.Single(report.Differs())!;
        Assert.Equal(
            ("incision", "2026-02-02T09:00:00+01:00", "2026-02-02T09:07:00+01:00", false),
            (difference["column"]!.GetValue<string>(), difference["old"]!.GetValue<string>(),
                difference["new"]!.GetValue<string>(), difference["corrected"]!.GetValue<bool>()));
        Assert.Equal(0, report.Counts().Entries);
    }

    [Fact]
    public async Task A_changed_time_is_recorded_as_a_correction_when_that_is_asked_for_and_only_once()
    {
        await hospital.ImportAsync(Header + Row);
        var changed = Header + Row.Replace("T09:00:00", "T09:07:00", StringComparison.Ordinal);
        Assert.Equal(1, (await hospital.ImportAsync(changed, "?corrections=apply&reason=read%20off%20the%20chart", by: hospital.Everyone)).Counts().Entries);
        Assert.Equal(0, (await hospital.ImportAsync(changed, "?corrections=apply&reason=read%20off%20the%20chart", by: hospital.Everyone)).Counts().Entries);
        var incision = (await hospital.TimelineOfAsync("I-1")).Single(e => e!["type"]!.GetValue<string>() == "incision_made")!;
        Assert.Equal(("2026-02-02T09:00:00+01:00", "2026-02-02T09:07:00+01:00"),
            (incision["occurredAt"]!.GetValue<string>(), incision["correctedTo"]!.GetValue<string>()));
    }

    [Fact]
    public async Task Corrections_without_a_reason_are_not_taken() =>
        Assert.Contains("to correct times", (await hospital.ImportAsync(Header + Row, "?corrections=apply")).PointsAt("/reason"), StringComparison.Ordinal);

    [Fact]
    public async Task A_reason_that_cannot_be_read_is_not_passed_over() => (await hospital.ImportAsync(Header + Row, "?reason=")).PointsAt("/reason");

    [Fact]
    public async Task A_cell_that_cannot_be_read_is_refused_by_itself()
    {
        var report = await hospital.ImportAsync(Header + Row.Replace("2026-02-02T09:00:00+01:00", "nine", StringComparison.Ordinal)
            .Replace("OR-1", "OR;1", StringComparison.Ordinal));
        Assert.Equal((1, 7, 0), report.Counts());
        Assert.Equal([(2, "room"), (2, "incision")], report.Refused().Select(r => (r!["line"]!.GetValue<int>(), r["column"]!.GetValue<string>())));
    }

    [Theory]
    [InlineData("0001-01-01 00:00", "Europe/Zurich")]
    [InlineData("9999-12-31 23:59", "America/New_York")]
    [InlineData("0001-01-01T00:00:00Z", "Europe/Zurich")]
    public async Task A_time_at_the_edge_of_time_is_refused_by_itself(string time, string zone)
    {
        var file = $"caseNumber,scheduledStart,roomIn\nI-1,{time},2026-02-02 08:05\nI-2,2026-02-02 08:00,{time}\nI-3,,2026-02-02 08:05\n";
        var report = await hospital.ImportAsync(file, $"?timeZone={zone}");
        Assert.Equal((3, 5, 0), report.Counts());
        Assert.Equal([(2, "scheduledStart"), (3, "roomIn")], report.Refused().Select(r => (r!["line"]!.GetValue<int>(), r["column"]!.GetValue<string>())));
    }

    [Fact]
    public async Task A_row_without_a_case_number_is_refused_and_the_next_is_recorded()
    {
        var report = await hospital.ImportAsync("caseNumber,roomIn\n,2026-02-02T08:05:00+01:00\nI-2,2026-02-02T08:05:00+01:00\n");
        Assert.Equal((1, 2, 0), report.Counts());
        Assert.Equal("caseNumber", Assert.Single(report.Refused())!["column"]!.GetValue<string>());
    }

    [Fact]
    public async Task Times_without_offset_are_read_in_the_zone_that_is_named()
    {
        await hospital.ImportAsync("caseNumber,roomIn\nI-3,2026-01-15T08:05\n", "?timeZone=America/New_York");
        var entered = (await hospital.TimelineOfAsync("I-3")).Single(e => e!["type"]!.GetValue<string>() == "patient_entered_room")!;
        Assert.Equal("2026-01-15T08:05:00-05:00", entered["occurredAt"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("2025-10-26T02:30", "time-ambiguous")]
    [InlineData("2025-03-30T02:30", "time-does-not-exist")]
    public async Task A_local_time_that_the_clock_shows_twice_or_never_wants_its_offset(string time, string code) =>
        Assert.Equal(code,
            Assert.Single((await hospital.ImportAsync($"caseNumber,roomIn\nI-4,{time}\n", "?timeZone=Europe/Zurich")).Refused())!["code"]!.GetValue<string>());

    [Fact]
    public async Task A_time_without_offset_is_refused_when_no_zone_is_named() =>
        Assert.Equal("roomIn",
            Assert.Single((await hospital.ImportAsync("caseNumber,roomIn\nI-5,2026-01-15T08:05\n")).Refused())!["column"]!.GetValue<string>());

    [Fact]
    public async Task A_staged_case_has_a_column_twice()
    {
        var report = await hospital.ImportAsync("caseNumber,roomIn,incision,incision\nI-6,2026-02-02T08:00:00Z,2026-02-02T09:00:00Z,2026-02-02T12:00:00Z\n");
        Assert.Equal((1, 4, 0), report.Counts());
    }

    [Fact]
    public async Task A_case_scheduled_at_a_screen_gets_its_times_from_the_file()
    {
        var scheduled = (await hospital.Scheduler.PostAsync("/api/cases", new { caseNumber = "I-7", room = "OR-2" })).Is(201);
        var report = await hospital.ImportAsync("caseNumber,room,roomIn\nI-7,OR-1,2026-02-02T08:00:00Z\n");
        Assert.Equal((1, 1, 1), report.Counts());
        Assert.Equal("room", Assert.Single(report.Differs())!["column"]!.GetValue<string>());
        Assert.Equal(2, (await hospital.Scheduler.GetAsync($"/api/cases/{scheduled.CaseId}")).Version);
    }

    [Fact]
    public async Task Progress_comes_a_line_at_a_time_and_the_report_last()
    {
        var rows = string.Concat(Enumerable.Range(0, 120).Select(n => $"P-{n},2026-02-02T08:00:00Z\n"));
        var lines = (await hospital.ImportAsync("caseNumber,roomIn\n" + rows, accept: "application/x-ndjson")).Is(200)
            .Text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal([50, 100, 120], lines[..^1].Select(l => JsonNode.Parse(l)!["progress"]!["rows"]!.GetValue<int>()));
        Assert.Equal((120, 240), (JsonNode.Parse(lines[^1])!["cases"]!.GetValue<int>(), JsonNode.Parse(lines[^1])!["entries"]!.GetValue<int>()));
    }

    [Fact]
    public async Task An_import_that_broke_off_is_finished_by_sending_it_again()
    {
        var whole = "caseNumber,roomIn\n" + string.Concat(Enumerable.Range(0, 40).Select(n => $"B-{n},2026-02-02T08:00:00Z\n"));
        Assert.Equal((15, 30, 0), (await hospital.ImportAsync(string.Join('\n', whole.Split('\n')[..16]))).Counts());
        Assert.Equal((40, 50, 30), (await hospital.ImportAsync(whole)).Counts());
    }

    [Theory]
    [InlineData("number,roomIn\n1,2\n", "no-case-number-column")]
    [InlineData("", "no-case-number-column")]
    [InlineData("caseNumber,wheelsIn\n1,2\n", "invalid-shape")]
    public async Task A_file_that_is_no_case_file_is_not_begun(string csv, string code) => (await hospital.ImportAsync(csv)).IsProblem(400, code);

    [Fact]
    public async Task A_line_with_too_few_cells_is_refused() =>
        Assert.Equal(2, Assert.Single((await hospital.ImportAsync("caseNumber,room,roomIn\nI-8,OR-1\n")).Refused())!["line"]!.GetValue<int>());

    [Fact]
    public async Task A_risk_factor_that_the_case_did_not_have_is_added_and_a_changed_one_reported()
    {
        await hospital.ImportAsync("caseNumber,risk.age\nR-1,61\n");
        var report = await hospital.ImportAsync("caseNumber,risk.age,risk.bmi\nR-1,62,27.4\n");
        Assert.Equal((1, 1, 1), report.Counts());
        Assert.Equal("risk.age", Assert.Single(report.Differs())!["column"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_quote_that_is_not_closed_ends_the_file_with_a_refusal()
    {
        var report = await hospital.ImportAsync("caseNumber,roomIn\nQ-1,2026-02-02T08:00:00Z\nQ-2,\"" + new string('x', 100_000));
        Assert.Equal((1, 2, 0), report.Counts());
        Assert.Equal("malformed-csv", Assert.Single(report.Refused())!["code"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_line_that_is_not_utf_8_is_refused()
    {
        byte[] file = [.. "caseNumber,service\nU-1,Orthop"u8, 0xE4, .. "die\n"u8];
        var report = await hospital.Scheduler.SendAsync(HttpMethod.Post, "/api/imports/cases", CaseFiles.Csv(file));
        Assert.Equal((0, 0, 0), report.Counts());
        Assert.Single(report.Refused());
    }

    [Fact]
    public async Task A_file_over_32_MiB_is_too_large() =>
        (await hospital.Scheduler.SendAsync(HttpMethod.Post, "/api/imports/cases", CaseFiles.Csv(new byte[32 * 1024 * 1024 + 1]))).IsProblem(413);

    [Fact]
    public async Task Something_else_than_csv_is_not_taken() =>
        (await hospital.Scheduler.PostAsync("/api/imports/cases", "{}")).IsProblem(415);

    [Fact]
    public async Task Only_a_scheduler_imports() =>
        (await hospital.Nurse.SendAsync(HttpMethod.Post, "/api/imports/cases", CaseFiles.Csv(Encoding.UTF8.GetBytes(Header)))).IsProblem(403);

    [Fact]
    public async Task Anesthesia_that_ends_before_the_closure_is_recorded_and_flagged()
    {
        var report = await hospital.ImportAsync(Header + Row.Replace("T11:20:00", "T10:50:00", StringComparison.Ordinal));
        Assert.Equal(8, report.Counts().Entries);
        Assert.Equal(1, report.FlagCounts()["order-unusual"]);
    }

    [Fact]
    public async Task A_room_entry_on_the_wrong_day_is_recorded_and_flagged() =>
        Assert.Equal(1,
            (await hospital.ImportAsync(Header + Row.Replace("2026-02-02T08:05", "2026-02-01T08:05", StringComparison.Ordinal)))
                .FlagCounts()["implausible-duration"]);
}
