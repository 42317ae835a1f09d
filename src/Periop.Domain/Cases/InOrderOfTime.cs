namespace Periop.Domain.Cases;

static class InOrderOfTime
{
    /// <summary>The last that lies at or before an instant; null when none does. Found by halving.</summary>
    /// <param name="inOrder">From the earliest to the latest.</param>
    /// <param name="at">When one of them was.</param>
    public static T? LastUntil<T>(this IReadOnlyList<T> inOrder, DateTimeOffset instant, Func<T, DateTimeOffset> at) where T : class
    {
        var (from, to) = (0, inOrder.Count);
        while (from < to)
        {
            var middle = (from + to) / 2;
            (from, to) = at(inOrder[middle]) <= instant ? (middle + 1, to) : (from, middle);
        }

        return from == 0 ? null : inOrder[from - 1];
    }
}
