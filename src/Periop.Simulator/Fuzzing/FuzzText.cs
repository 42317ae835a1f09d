using Periop.Simulator.Playing;
using Spectre.Console;

namespace Periop.Simulator.Fuzzing;

/// <summary>The report in words, for a terminal or a log.</summary>
public static class FuzzText
{
    public static void Write(IAnsiConsole console, FuzzReport report)
    {
        console.Line($"seed {report.Seed}: {report.Requests} requests in {report.Elapsed.TotalSeconds:0} s "
            + $"at {report.Operations} of {report.Described} operations, {report.Findings.Count} findings");
        foreach (var (status, count) in report.Statuses.OrderBy(status => status.Key))
            console.Line($"  {count} x {status}");
        foreach (var finding in report.Findings)
        {
            console.Line($"seed {report.Seed}, request {finding.Number}: {finding.What}");
            console.Line("  " + finding.Request);
            console.Line("  " + finding.Answer);
        }
    }
}
