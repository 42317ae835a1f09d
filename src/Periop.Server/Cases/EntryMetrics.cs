using System.Diagnostics.Metrics;
using System.Text.Json;
using Periop.Domain.Cases;
using Periop.Domain.Text;

namespace Periop.Server.Cases;

/// <summary>How many entries of which kind came to what, and what was flagged or stopped: with no label that names a person, a case or a hospital.</summary>
public sealed class EntryMetrics
{
    readonly Counter<long> entries, flags, stops;

    public EntryMetrics(IMeterFactory meters)
    {
        var meter = meters.Create(Meters.Periop);
        entries = meter.CreateCounter<long>("periop.entries", "{entry}", "Entries by command and outcome: recorded, replayed, refused, stopped, stale.");
        flags = meter.CreateCounter<long>("periop.flags", "{flag}", "Flags by code and severity, as the entry that raised them was recorded.");
        stops = meter.CreateCounter<long>("periop.stops", "{stop}", "Stops by code and outcome: stopped, or overridden with a reason.");
    }

    /// <param name="stopping">The codes that stop in the hospital.</param>
    public void Count(CaseCommand command, CommandResult result, IReadOnlySet<string> stopping)
    {
        entries.Add(
            1,
            KeyValuePair.Create<string, object?>("command", JsonNamingPolicy.KebabCaseLower.ConvertName(command.GetType().Name)),
            KeyValuePair.Create<string, object?>("outcome", result.GetType().Name.ToLowerInvariant()));
        if (result is CommandResult.Stopped stopped)
            Count(stopped.Flags, "stopped");
        if (result is not CommandResult.Recorded { Receipt: var receipt })
            return;
        foreach (var flag in receipt.Flags)
            flags.Add(
                1,
                KeyValuePair.Create<string, object?>("code", flag.Code),
                KeyValuePair.Create<string, object?>("severity", Vocabulary.WordFor(flag.Severity)));
        if (command.Override is not null)
            Count(receipt.Flags.Where(f => stopping.Contains(f.Code) && f.EntryIds.Contains(receipt.EntryId)), "overridden");
    }

    void Count(IEnumerable<Flag> stopping, string outcome)
    {
        foreach (var flag in stopping)
            stops.Add(1, KeyValuePair.Create<string, object?>("code", flag.Code), KeyValuePair.Create<string, object?>("outcome", outcome));
    }
}
