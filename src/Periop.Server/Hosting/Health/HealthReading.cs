using System.Text.Json.Serialization;
using Periop.Server.Store;

namespace Periop.Server.Hosting.Health;

/// <summary>What the database says about itself and the projections: names, numbers and states, never texts of faults.</summary>
/// <param name="StoreIsUp">False when the database did not answer in time.</param>
/// <param name="IsWritable">False when it answers and takes nothing: it is only readable, or full.</param>
/// <param name="IsWarm">False until what the first requests need has been made once.</param>
/// <param name="Events">The position of the last event.</param>
/// <param name="Mark">Up to where the events are complete; projections go no further.</param>
/// <param name="TickAgeSeconds">How long ago the register's last tick ended; null before the first.</param>
/// <param name="UnconfiguredHospitals">Which hospitals have events and are not configured here. For the log, not for anybody.</param>
sealed record HealthReading(
    bool StoreIsUp, bool IsWritable, bool IsWarm, long Events, HighWaterMark Mark, IReadOnlyList<ProjectionHealth> Projections,
    double? TickAgeSeconds, IReadOnlyList<string> UnconfiguredHospitals)
{
    public static readonly HealthReading StoreAway = new(false, false, false, 0, new HighWaterMark(0, 0, null, IsStuck: false), [], null, []);

    /// <summary>Whether the server has been told to end.</summary>
    public bool IsLeaving { get; init; }

    public HealthState State =>
        IsLeaving || !StoreIsUp || !IsWritable || !IsWarm || Mark.IsStuck || Projections.Any(p => p.State is ProjectionState.Paused) ? HealthState.NotReady
        : Projections.All(p => p is { State: ProjectionState.Running, Halts.Count: 0 }) ? HealthState.Ready
        : HealthState.Degraded;
}

enum HealthState { Ready, Degraded, NotReady }

/// <param name="Lag">How many positions the events are ahead.</param>
/// <param name="AgeSeconds">
/// How long ago it was written; null before the first event. It is written about ten times a second, also when nothing happens.
/// </param>
sealed record HighWaterMark(long Position, long Lag, double? AgeSeconds, bool IsStuck);

/// <param name="Failure">What kind of failure paused it.</param>
/// <param name="StoodStill">For how long it has not moved although events waited, by what this process saw.</param>
/// <param name="Halts">The hospitals for which it has halted. For the log, not for anybody.</param>
sealed record ProjectionHealth(
    string Name, ProjectionState State, long Position, long Lag, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Failure,
    [property: JsonIgnore] TimeSpan StoodStill, [property: JsonIgnore] IReadOnlyList<Halt> Halts)
{
    public int HaltedHospitals => Halts.Count;
}

/// <summary>Paused needs a person where an event is to blame; otherwise it passes with what caused it. Behind and starting pass.</summary>
enum ProjectionState { Running, Paused, Behind, Starting }
