using Microsoft.Extensions.Caching.Memory;
using Periop.Server.Store;

namespace Periop.Server.Audit.Rates;

/// <summary>What an answer depends on, but for the instant.</summary>
/// <param name="Engine">The version of the register.</param>
/// <param name="Position">The events up to this one have been worked out.</param>
/// <param name="Question">With the versions that answer it, and without an instant.</param>
sealed record RatesAsked(string Hospital, int Engine, long Position, RatesQuestion Question);

/// <summary>
/// Rates that were worked out before. Rows at a position do not change, and definitions never do: an answer holds until days passing move the
/// first of its cases, but for the instant that it states. So nothing has to be taken out again, until positions belong to another history.
/// </summary>
sealed class KeptRates : IDisposable
{
    /// <summary>How many groups are kept, about a kilobyte each.</summary>
    const long Groups = 20_000;

    readonly MemoryCache kept = new(new MemoryCacheOptions { SizeLimit = Groups, CompactionPercentage = 0.25 });

    public KeptRates(DatabaseHistory history) => history.WhenLeft(kept.Clear);

    /// <summary>The answer for an instant; null when it has to be worked out.</summary>
    public RatesAnswer? Find(RatesAsked asked, DateTimeOffset asOf) =>
        kept.Get<Holding>(asked) is { } known && known.Answer.AsOf <= asOf && !(known.MovesAt <= asOf) ? known.Answer.For(asked.Question, asOf) : null;

    /// <param name="movesAt">When days passing move the first of the cases, if nothing is recorded meanwhile; null when they move none.</param>
    public void Keep(RatesAsked asked, RatesAnswer answer, DateTimeOffset? movesAt) =>
        kept.Set(asked, new Holding(answer, movesAt), new MemoryCacheEntryOptions { Size = 1 + answer.Groups.Count });

    public void Dispose() => kept.Dispose();

    sealed record Holding(RatesAnswer Answer, DateTimeOffset? MovesAt);
}
