using System.Diagnostics.Metrics;

namespace Periop.Server.Import;

/// <summary>Whether files are being imported, and how their lines come along.</summary>
sealed class ImportMetrics
{
    readonly Counter<long> lines;
    int running;

    public ImportMetrics(IMeterFactory meters)
    {
        var meter = meters.Create(Meters.Periop);
        meter.CreateObservableUpDownCounter("periop.imports.running", () => running, "{file}", "Files that are being imported by this server.");
        lines = meter.CreateCounter<long>("periop.import.lines", "{line}", "Lines of imported files by outcome: recorded, unchanged, refused.");
    }

    /// <summary>Counts a file until it is disposed of.</summary>
    public IDisposable Run()
    {
        Interlocked.Increment(ref running);
        return new Running(this);
    }

    public void Count(ImportedRow row) => lines.Add(1, KeyValuePair.Create<string, object?>(
        "outcome", row.Entries > 0 ? "recorded" : row.Refused.Count > 0 ? "refused" : "unchanged"));

    sealed class Running(ImportMetrics metrics) : IDisposable
    {
        public void Dispose() => Interlocked.Decrement(ref metrics.running);
    }
}
