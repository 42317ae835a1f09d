using Periop.Domain.Record;
using Periop.Domain.Text;

namespace Periop.Domain.Cases;

/// <summary>Whether there is something to compare with.</summary>
public enum MonitoringBaseline { Obtained, Absent, Unreliable }

/// <summary>Neuromonitoring begins with its baseline.</summary>
/// <example>{ "modalities": ["ssep", "mep"], "baseline": "obtained" }</example>
public sealed record StartNeuromonitoring(IReadOnlyList<Term> Modalities, MonitoringBaseline Baseline) : OperationStep
{
    public override Decision Decide(SurgicalCase surgicalCase, DateTimeOffset now) => new NeuromonitoringStarted(Modalities, Baseline);
}

/// <summary>Neuromonitoring began.</summary>
[StoredAs("neuromonitoring_started")]
public sealed record NeuromonitoringStarted(IReadOnlyList<Term> Modalities, MonitoringBaseline Baseline) : IntraoperativeEvent;
