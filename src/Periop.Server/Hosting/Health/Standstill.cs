using System.Collections.Concurrent;

namespace Periop.Server.Hosting.Health;

/// <summary>
/// How long a position has stood still while events waited, by what this process saw. Times in the database cannot tell: after an
/// hour without events the last movement is an hour old, and nothing is wrong when the next event comes.
/// </summary>
sealed class Standstill
{
    readonly ConcurrentDictionary<string, (long Position, long Since, bool HasMoved)> seen = new();

    /// <summary>How long it has stood, and whether it was seen to move since events wait.</summary>
    public (TimeSpan Stood, bool HasMoved) Of(string name, long position, long lag)
    {
        var now = TimeProvider.System.GetTimestamp();
        if (lag == 0)
        {
            seen.TryRemove(name, out _);
            return (TimeSpan.Zero, false);
        }

        var (_, since, hasMoved) = seen.AddOrUpdate(
            name, (position, now, false), (_, before) => before.Position == position ? before : (position, now, true));
        return (TimeProvider.System.GetElapsedTime(since), hasMoved);
    }
}
