namespace Periop.Simulator.Planning;

/// <summary>How a simulated case ends.</summary>
public enum CaseEnding { Completed, Cancelled, Aborted, EnteredInError }

/// <summary>One case as it truly was, and the entries by which the hospital learns of it, in the order they are sent.</summary>
/// <param name="Grade">The SRS-Schwab grade; null for other operations and anterior osteotomies.</param>
/// <param name="IsNormal">In order and free of stops: no wrong times and no expected override.</param>
public sealed record SimulatedCase(
    string CaseNumber, string Room, string Family, int? Grade, string Surgeon, DateTimeOffset ScheduledStart, CaseEnding Ending, bool IsNormal,
    DateTimeOffset? RoomEntry, DateTimeOffset? Incision, DateTimeOffset? Closure, DateTimeOffset? RoomExit, DateTimeOffset? Discharge,
    IReadOnlyList<PlannedEntry> Entries)
{
    public bool IsOsteotomy => Family == Operation.SpinalOsteotomy.Family;
}
