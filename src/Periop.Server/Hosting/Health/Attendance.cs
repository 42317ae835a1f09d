namespace Periop.Server.Hosting.Health;

/// <summary>Which servers were seen alive, and who of them is missing.</summary>
sealed class Attendance
{
    readonly HashSet<Guid> seen = [];
    HashSet<Guid> missing = [];

    /// <summary>Those who are lost by now: seen alive before, and missing at this look and at the one before. Each is told once.</summary>
    public IReadOnlyList<Guid> Look(IReadOnlyCollection<(Guid Server, bool IsAlive)> others)
    {
        seen.UnionWith(others.Where(other => other.IsAlive).Select(other => other.Server));
        var missingNow = others.Where(other => !other.IsAlive && seen.Contains(other.Server)).Select(other => other.Server).ToHashSet();
        Guid[] lost = [.. missingNow.Intersect(missing)];
        seen.ExceptWith(lost);
        missing = missingNow;
        return lost;
    }
}
