using Periop.Domain.Record;

namespace Periop.Domain.Cases;

/// <summary>The room is clean again.</summary>
/// <example>{ }</example>
public sealed record CleanRoom : EndingStep
{
    public override Decision Decide(SurgicalCase surgicalCase, DateTimeOffset now) => new RoomCleaned();
}

/// <summary>The room was cleaned.</summary>
[StoredAs("room_cleaned")]
public sealed record RoomCleaned : IntraoperativeEvent, IMayFollowDeath;
