using System.Text.Json.Serialization;
using Periop.Domain.Record;
using Periop.Domain.Text;

namespace Periop.Domain.Cases;

/// <summary>The patient comes into the room; into another room later, that is a transfer.</summary>
/// <param name="Room">Which room; the planned one when absent.</param>
/// <example>{ "room": "OR-3" }</example>
public sealed record EnterRoom(Label? Room = null) : OperationStep
{
    public override Decision Decide(SurgicalCase surgicalCase, DateTimeOffset now) => new PatientEnteredRoom(Room);
}

/// <summary>The patient entered a room.</summary>
[StoredAs("patient_entered_room")]
public sealed record PatientEnteredRoom(Label? Room) : IntraoperativeEvent, INamesRoom
{
    /// <inheritdoc/>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? RoomUnknown { get; init; }

    CaseEvent INamesRoom.InUnknownRoom() => this with { RoomUnknown = true };
}
