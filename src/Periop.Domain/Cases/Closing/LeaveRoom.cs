using Periop.Domain.Record;
using Periop.Domain.Text;

namespace Periop.Domain.Cases;

/// <summary>The patient leaves the room.</summary>
/// <example>{ "destination": "recovery" }</example>
public sealed record LeaveRoom(Term? Destination = null) : EndingStep
{
    public override Decision Decide(SurgicalCase surgicalCase, DateTimeOffset now) => new PatientLeftRoom(Destination);
}

/// <summary>The patient left the room.</summary>
[StoredAs("patient_left_room")]
public sealed record PatientLeftRoom(Term? Destination) : IntraoperativeEvent, IMayFollowDeath;
