using Spectre.Console;

namespace Periop.Simulator.Playing;

/// <summary>The reports in words, for a terminal or a log.</summary>
public static class ReportText
{
    const int MostDifferences = 50;

    public static void Write(IAnsiConsole console, SimulationReport report)
    {
        var imported = report.Imported > 0 ? $"{report.Imported} entries from files and " : "";
        console.Line($"{report.Cases} cases, {imported}{report.Acknowledged} entries acknowledged in {report.Elapsed.TotalSeconds:0.0} s "
            + $"({report.EntriesPerSecond:0} per second)");
        console.Line($"{report.Replayed} replayed, {report.Overridden} overridden, {report.Refused.Count} refused, {report.Abandoned} cases abandoned, "
            + $"{report.NotYetDue} entries not yet due");
        foreach (var refusals in report.Refused.GroupBy(refused => (refused.Name, refused.Code)).OrderByDescending(group => group.Count()))
            console.Line($"  {refusals.Count()} x {refusals.Key.Name}: {(int)refusals.First().Status} {refusals.Key.Code}: {refusals.First().Detail}");
        console.Line($"plan {report.PlanHash}");
    }

    public static void Write(IAnsiConsole console, VerificationReport report)
    {
        console.Line($"{report.Entries} entries and {report.States} states of {report.Cases} cases compared, {report.Differences.Count} differences");
        foreach (var difference in report.Differences.Take(MostDifferences))
            console.Line("  " + difference);
        if (report.Differences.Count > MostDifferences)
            console.Line($"  and {report.Differences.Count - MostDifferences} more");
    }

    /// <summary>As it is: a console without a terminal would break the line after 80 characters.</summary>
    internal static void Line(this IAnsiConsole console, string text) => console.Profile.Out.Writer.WriteLine(text);
}
