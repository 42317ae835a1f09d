using System.Diagnostics.Metrics;
using System.Text.Json;
using Periop.Domain.Cases;

namespace Periop.Server.Cases;

/// <summary>How many entries of which kind came to what: with no label that names a person, a case or a hospital.</summary>
public sealed class EntryMetrics(IMeterFactory meters)
{
    readonly Counter<long> entries = meters.Create(Meters.Periop)
        .CreateCounter<long>("periop.entries", "{entry}", "Entries by command and outcome: recorded, replayed, refused, stopped, stale.");

    public void Count(CaseCommand command, CommandResult result) => entries.Add(
        1,
        KeyValuePair.Create<string, object?>("command", JsonNamingPolicy.KebabCaseLower.ConvertName(command.GetType().Name)),
        KeyValuePair.Create<string, object?>("outcome", result.GetType().Name.ToLowerInvariant()));
}
