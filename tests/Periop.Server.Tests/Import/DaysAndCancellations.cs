using System.Text.Json.Nodes;
using Xunit;

namespace Periop.Server.Tests.Import;

/// <summary>What a file knows to the day, and what was called off.</summary>
public sealed class DaysAndCancellations(PeriopHost host) : IClassFixture<PeriopHost>
{
    readonly TestHospital hospital = host.NewHospital();

    [Fact]
    public async Task A_date_is_recorded_as_the_end_of_its_day_and_known_to_the_day()
    {
        Assert.Empty((await hospital.ImportAsync("caseNumber,roomOut,discharge\nY-1,2026-02-02T11:00:00Z,2026-02-05\n")).Refused());
        var discharge = await EntryAsync("Y-1", "patient_discharged");
        Assert.Equal(("2026-02-05T23:59:59.999999+01:00", "day"), (discharge["occurredAt"]!.GetValue<string>(), discharge["precision"]!.GetValue<string>()));
        Assert.Null((await EntryAsync("Y-1", "patient_left_room"))["precision"]);
        var stay = (await CaseOfAsync("Y-1"))["durations"]!.AsArray().Single(d => d!["name"]!.GetValue<string>() == "stay")!;
        Assert.Equal((null, "known-to-the-day"), ((decimal?)stay["minutes"], stay["reason"]!.GetValue<string>()));
    }

    [Fact]
    public async Task A_date_is_of_the_files_zone_where_it_is_named()
    {
        await hospital.ImportAsync("caseNumber,death\nY-2,2026-02-05\n", "?timeZone=America/New_York");
        Assert.Equal("2026-02-05T23:59:59.999999-05:00", (await EntryAsync("Y-2", "patient_died"))["occurredAt"]!.GetValue<string>());
    }

    [Fact]
    public async Task Today_is_not_in_the_future_and_tomorrow_is()
    {
        var report = await hospital.ImportAsync("caseNumber,lastSeenAlive\nY-3,2026-03-02\nY-4,2026-03-03\n");
        Assert.Equal((2, 3, 0), report.Counts());
        Assert.Equal("time-in-the-future", Assert.Single(report.Refused())!["code"]!.GetValue<string>());
    }

    [Fact]
    public async Task Death_and_life_signs_of_one_day_are_no_flag()
    {
        var report = await hospital.ImportAsync(
            "caseNumber,roomIn,roomOut,death,lastSeenAlive\nY-5,2026-02-02T08:00:00Z,2026-02-02T11:00:00Z,2026-02-02,2026-02-02\n");
        Assert.Equal(5, report.Counts().Entries);
        Assert.DoesNotContain("entry-after-death", report.FlagCounts().Keys);
        Assert.DoesNotContain("order-unusual", report.FlagCounts().Keys);
    }

    [Theory]
    [InlineData("2026-02-05", "2026-02-05T10:00:00+01:00", 0)]
    [InlineData("2026-02-05T10:00:00+01:00", "2026-02-05", 0)]
    [InlineData("2026-02-05", "2026-02-06", 1)]
    public async Task A_date_differs_by_the_date_alone(string before, string after, int differs)
    {
        await hospital.ImportAsync($"caseNumber,death\nY-6,{before}\n");
        var report = await hospital.ImportAsync($"caseNumber,death\nY-6,{after}\n");
        Assert.Equal((differs, 2 - differs), (report.Differs().Count, report.Counts().Replayed));
        if (differs > 0)
            Assert.Equal((before, after), (report.Differs()[0]!["old"]!.GetValue<string>(), report.Differs()[0]!["new"]!.GetValue<string>()));
    }

    [Fact]
    public async Task A_corrected_date_is_known_to_the_day()
    {
        await hospital.ImportAsync("caseNumber,death\nY-7,2026-02-05\n");
        Assert.Equal(1, (await hospital.ImportAsync(
            "caseNumber,death\nY-7,2026-02-06\n", "?corrections=apply&reason=registry", by: hospital.Everyone)).Counts().Entries);
        var death = await EntryAsync("Y-7", "patient_died");
        Assert.Equal(("2026-02-06T23:59:59.999999+01:00", "day"), (death["correctedTo"]!.GetValue<string>(), death["precision"]!.GetValue<string>()));
    }

    [Fact]
    public async Task A_room_exit_is_no_date()
    {
        var refused = Assert.Single((await hospital.ImportAsync("caseNumber,roomOut\nY-8,2026-02-02\n")).Refused())!;
        Assert.Equal("roomOut", refused["column"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("2026-02-01T15:00:00+01:00", "2026-02-01T15:00:00+01:00", null)]
    [InlineData("2026-02-01", "2026-02-01T23:59:59.999999+01:00", "day")]
    [InlineData("yes", "2026-02-02T23:59:59.999999+01:00", "day")]
    [InlineData("Y", "2026-02-02T23:59:59.999999+01:00", "day")]
    public async Task A_case_is_cancelled_by_a_time_a_date_or_yes(string cancelled, string at, string? precision)
    {
        var file = $"caseNumber,scheduledStart,cancelled,cancellationCode\nC-1,2026-02-02T08:00:00+01:00,{cancelled},no-bed\n";
        Assert.Equal((1, 2, 0), (await hospital.ImportAsync(file)).Counts());
        var callingOff = await EntryAsync("C-1", "case_called_off");
        Assert.Equal((at, precision, "no-bed"),
            (callingOff["occurredAt"]!.GetValue<string>(), (string?)callingOff["precision"], callingOff["data"]!["code"]!.GetValue<string>()));
        Assert.Equal("cancelled", (await CaseOfAsync("C-1"))["status"]!.GetValue<string>());
        Assert.Equal((1, 0, 2), (await hospital.ImportAsync(file)).Counts());
    }

    [Fact]
    public async Task Without_a_code_the_reason_is_not_stated()
    {
        await hospital.ImportAsync("caseNumber,cancelled\nC-2,2026-02-01\n");
        Assert.Equal("not-stated", (await EntryAsync("C-2", "case_called_off"))["data"]!["code"]!.GetValue<string>());
    }

    [Fact]
    public async Task No_calls_nothing_off()
    {
        Assert.Equal((1, 1, 0), (await hospital.ImportAsync("caseNumber,cancelled\nC-3,no\n")).Counts());
        await hospital.ImportAsync("caseNumber,cancelled\nC-4,2026-02-01\n");
        Assert.Equal("cancelled", Assert.Single((await hospital.ImportAsync("caseNumber,cancelled\nC-4,no\n")).Differs())!["column"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_case_of_tomorrow_that_is_cancelled_was_cancelled_by_today()
    {
        const string file = "caseNumber,scheduledStart,cancelled\nC-5,2026-03-03T08:00:00+01:00,yes\n";
        Assert.Equal((1, 2, 0), (await hospital.ImportAsync(file)).Counts());
        Assert.Equal("2026-03-02T23:59:59.999999+01:00", (await EntryAsync("C-5", "case_called_off"))["occurredAt"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("cancelled", "yes", "scheduledStart")]
    [InlineData("cancelled", "maybe", "yes or no")]
    [InlineData("cancellationCode", "no-bed", "cancelled is empty")]
    public async Task What_cannot_be_a_cancellation_is_refused(string column, string text, string why)
    {
        var refused = Assert.Single((await hospital.ImportAsync($"caseNumber,{column}\nC-6,{text}\n")).Refused())!;
        Assert.Equal(column, refused["column"]!.GetValue<string>());
        Assert.Contains(why, refused["detail"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    async Task<JsonNode> EntryAsync(string number, string type) =>
        (await hospital.TimelineOfAsync(number)).Single(e => e!["type"]!.GetValue<string>() == type)!;

    async Task<JsonNode> CaseOfAsync(string number)
    {
        var found = (await hospital.Scheduler.GetAsync($"/api/cases?q={number}")).Is(200).Items.Single(c => c!["caseNumber"]!.GetValue<string>() == number)!;
        return (await hospital.Nurse.GetAsync($"/api/cases/{found["caseId"]!.GetValue<string>()}")).Is(200).Json;
    }
}
