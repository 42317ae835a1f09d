using Periop.Domain.Record;
using Periop.Domain.Text;

namespace Periop.Domain.Cases;

/// <summary>Says why a case is late and by how much. Several delays of one case are normal.</summary>
/// <param name="Code">A reason of the hospital's list, such as <c>transport-late</c>.</param>
/// <param name="Minutes">How long, at least one minute.</param>
/// <example>{ "code": "transport-late", "minutes": 15 }</example>
public sealed record DelayCase(Term Code, int Minutes) : PlanningStep
{
    public override Decision Decide(SurgicalCase surgicalCase, DateTimeOffset now) =>
        PlannedTime.SenselessDelay(Minutes) is { } refusal ? refusal : new DelayRecorded(Code, Minutes);
}

/// <summary>A delay was recorded.</summary>
[StoredAs("delay_recorded")]
public sealed record DelayRecorded(Term Code, int Minutes) : PlanningEvent;
