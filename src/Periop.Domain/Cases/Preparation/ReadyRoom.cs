using Periop.Domain.Record;

namespace Periop.Domain.Cases;

/// <summary>The room is clean and everything needed is in it.</summary>
/// <example>{ }</example>
public sealed record ReadyRoom : OperationStep
{
    public override Decision Decide(SurgicalCase surgicalCase, DateTimeOffset now) => new RoomReadied();
}

/// <summary>The room was ready.</summary>
[StoredAs("room_readied")]
public sealed record RoomReadied : IntraoperativeEvent;
