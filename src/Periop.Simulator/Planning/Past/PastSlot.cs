namespace Periop.Simulator.Planning.Past;

/// <summary>One operation of a past day: who, what, and when.</summary>
/// <param name="Times">Null for a case that was called off before the patient came.</param>
sealed record PastSlot(CaseSetting Setting, Surgeon Surgeon, PastTimes? Times)
{
    public string CaseNumber => Setting.CaseNumber;

    /// <summary>Whether there was an operation.</summary>
    public bool IsOperated => Times?.Incision is not null;

    /// <summary>Whether the wound is going to be infected.</summary>
    public bool IsInfected { get; init; }

    /// <summary>The lot that one of its devices is of, when that is called back later.</summary>
    public RecalledLot? Recalled { get; init; }
}

/// <summary>The times of a case in the room. Without an incision it was broken off.</summary>
sealed record PastTimes(
    DateTimeOffset RoomEntry, DateTimeOffset AnesthesiaStart, DateTimeOffset Anesthetized, DateTimeOffset? Incision, DateTimeOffset? Closure,
    DateTimeOffset AnesthesiaEnd, DateTimeOffset RoomExit);
