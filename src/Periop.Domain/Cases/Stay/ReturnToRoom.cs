using Periop.Domain.Record;

namespace Periop.Domain.Cases;

/// <summary>The patient is operated again because of this case.</summary>
/// <example>{ "planned": false }</example>
public sealed record ReturnToRoom(bool Planned, Guid? NewCaseId = null) : OutcomeReport
{
    public override Decision Decide(SurgicalCase surgicalCase, DateTimeOffset now) => new ReturnedToOperatingRoom(Planned, NewCaseId);
}

/// <summary>The patient returned to the operating room.</summary>
[StoredAs("returned_to_operating_room")]
public sealed record ReturnedToOperatingRoom(bool Planned, Guid? NewCaseId) : CaseEvent;
