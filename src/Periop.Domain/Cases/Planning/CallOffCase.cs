using Periop.Domain.Record;
using Periop.Domain.Text;

namespace Periop.Domain.Cases;

/// <summary>Calls a case off. Whether it was cancelled or aborted follows from whether the patient had entered the room.</summary>
/// <param name="Code">A reason of the hospital's list, such as <c>no-bed</c>.</param>
/// <example>{ "code": "patient-health" }</example>
public sealed record CallOffCase(Term Code) : PlanningStep
{
    public override Decision Decide(SurgicalCase surgicalCase, DateTimeOffset now) => new CaseCalledOff(Code);
}

/// <summary>The case was called off.</summary>
[StoredAs("case_called_off")]
public sealed record CaseCalledOff(Term Code) : PlanningEvent, IMayFollowDeath;
