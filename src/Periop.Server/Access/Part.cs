namespace Periop.Server.Access;

/// <summary>A part of a list, in the list's order.</summary>
/// <param name="Next">Where the next part begins; null when there is none.</param>
record Part<T, TCursor>(IReadOnlyList<T> Items, TCursor? Next) where TCursor : class
{
    /// <summary>From one item more than the part is to have, which shows that there is a next.</summary>
    public static Part<T, TCursor> Of(IReadOnlyList<T> oneMore, int count, Func<T, TCursor> cursorAfter) =>
        oneMore.Count <= count ? new(oneMore, null) : new([.. oneMore.Take(count)], cursorAfter(oneMore[count - 1]));
}

/// <summary>A list from its first item to its last, read part by part while it is used.</summary>
/// <param name="First">The first part, for what it says of the whole.</param>
sealed record Whole<T, TPart>(IAsyncEnumerable<T> Items, TPart First);
