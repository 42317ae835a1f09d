namespace Periop.Simulator.Planning.Past;

/// <summary>What a case has truly come to, as far as anybody has told it: by this the server's rates are compared.</summary>
/// <param name="Incision">The first.</param>
public sealed record CaseTruth(string CaseNumber, string Surgeon, DateTimeOffset Incision)
{
    public DateTimeOffset? RoomExit { get; init; }

    public DateTimeOffset? Discharge { get; init; }

    public DateTimeOffset? Death { get; init; }

    public DateTimeOffset? LastSeenAlive { get; init; }

    /// <summary>Given up after attempts, and not heard of since.</summary>
    public bool IsLost { get; init; }

    /// <summary>The patient did not want to be followed up.</summary>
    public bool HasWithdrawn { get; init; }

    public IReadOnlyList<TrueComplication> Complications { get; init; } = [];

    /// <summary>What somebody looked for and did not find.</summary>
    public IReadOnlyList<TrueAbsence> Absences { get; init; } = [];

    /// <summary>Units of red cells that were given.</summary>
    public IReadOnlyList<TrueTransfusion> RedCells { get; init; } = [];

    /// <summary>Whether the codes were decided otherwise than suggested; null while nobody has decided.</summary>
    public bool? IsCodedOtherwise { get; init; }
}

/// <summary>A complication that nobody has rejected.</summary>
/// <param name="Kind">By the last review.</param>
/// <param name="Onset">Null where nobody knows.</param>
public sealed record TrueComplication(string Kind, DateTimeOffset? Onset, DateTimeOffset FoundAt);

/// <summary>A kind, or a family, that was looked for and not found.</summary>
public sealed record TrueAbsence(string Kind, DateTimeOffset At);

/// <summary>Units of red cells given at one time.</summary>
public sealed record TrueTransfusion(DateTimeOffset At, int Units);
