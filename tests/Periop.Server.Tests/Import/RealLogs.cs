using System.Globalization;
using System.Text;
using Xunit;

namespace Periop.Server.Tests.Import;

/// <summary>Files of a size and an irregularity that nobody makes up. They are kept beside the repository, not in it.</summary>
public sealed class RealLogs(PeriopHost host) : IClassFixture<PeriopHost>
{
    readonly TestHospital hospital = host.NewHospital();

    [Fact]
    public async Task A_hospitals_month_is_recorded_whole_and_unaltered_and_once()
    {
        var log = CaseFiles.Shared("or-log.csv").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var rows = log.Skip(1).Select(line => line.Split(',')).ToArray();
        var file = new StringBuilder("caseNumber,room,service,procedure,scheduledMinutes,scheduledStart,roomIn,incision,closure,roomOut\n");
        foreach (var c in rows)
            file.AppendJoin(',', [c[0], c[2], c[3], c[4], c[5], .. c[6..11].Select(Iso)]).Append('\n');

        var report = await hospital.ImportAsync(file.ToString(), "?timeZone=America/New_York");
        Assert.Equal((686, 686 * 5, 0), report.Counts());
        Assert.Empty(report.Refused());
        Assert.Equal((686, 0, 686 * 5), (await hospital.ImportAsync(file.ToString(), "?timeZone=America/New_York")).Counts());
        foreach (var c in rows.Where((_, index) => index % 50 == 0))
        {
            var times = (await hospital.TimelineOfAsync(c[0]))
                .Where(e => e!["type"]!.GetValue<string>() != "case_scheduled").Select(e => e!["occurredAt"]!.GetValue<string>()[..16]);
            Assert.Equal(c[7..11].Select(Iso), times);
        }
    }

    [Fact]
    public async Task An_irregular_log_is_recorded_as_it_stands_and_its_irregularities_are_flagged()
    {
        var file = CaseFiles.Shared("irregular-log.csv");
        var report = await hospital.ImportAsync(file);
        Assert.Equal((60, 477, 8), report.Counts());         // 61 rows, one of them twice
        Assert.Empty(report.Refused());
        Assert.Empty(report.Differs());
        var flags = report.FlagCounts();
        Assert.Equal(8, flags["order-unusual"]);             // 7 operations ended after anesthesia, 1 began before it
        Assert.Equal(1, flags["implausible-duration"]);      // the room entry typed on the wrong day
        Assert.Equal(3, flags["milestone-missing"]);         // 2 ends of anesthesia, 1 closure
        Assert.Equal((60, 0, 485), (await hospital.ImportAsync(file)).Counts());
    }

    [Fact]
    public async Task Every_time_of_an_irregular_log_stands_as_it_was_written()
    {
        var file = CaseFiles.Shared("irregular-log.csv");
        await hospital.ImportAsync(file);
        var lines = file.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(line => line.Split(',')).ToArray();
        var first = Array.IndexOf(lines[0], "roomIn");
        foreach (var line in lines.Skip(1).DistinctBy(l => l[0]))
            Assert.Equal(
                line[first..].Where(cell => cell.Length > 0).Order(StringComparer.Ordinal),
                (await hospital.TimelineOfAsync(line[0])).Where(e => e!["type"]!.GetValue<string>() != "case_scheduled")
                    .Select(e => e!["occurredAt"]!.GetValue<string>()).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_log_as_another_program_would_export_it_is_the_same_log()
    {
        var file = CaseFiles.Shared("irregular-log.csv");
        await hospital.ImportAsync(file);
        var exported = "\uFEFF" + file.Replace(',', ';').Replace("caseNumber", "Case Number", StringComparison.Ordinal)
            .Replace("roomIn", "room_in", StringComparison.Ordinal).Replace(";;", ";NULL;", StringComparison.Ordinal);
        var report = await hospital.ImportAsync(exported, "?dryRun=true");
        Assert.Equal((60, 0, 485), report.Counts());
        Assert.Empty(report.Refused());
        Assert.Empty(report.Differs());
    }

    static string Iso(string time) =>
        DateTime.ParseExact(time, "M/d/yy H:mm", CultureInfo.InvariantCulture).ToString("yyyy-MM-ddTHH:mm", CultureInfo.InvariantCulture);
}
