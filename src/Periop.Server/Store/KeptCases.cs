using Microsoft.Extensions.Caching.Memory;
using Periop.Domain.Cases;

namespace Periop.Server.Store;

/// <summary>
/// Cases folded before. A case at version n is the fold of its first n entries and never anything else, so what is kept needs
/// no invalidation: whoever uses it reads the entries after its version. Only entries that were committed may be in it.
/// </summary>
public sealed class KeptCases(long entries = KeptCases.DefaultEntries) : IDisposable
{
    /// <summary>About 500 bytes each: some 100 MB at the most.</summary>
    public const long DefaultEntries = 200_000;

    readonly MemoryCache? kept = entries == 0 ? null : new(new MemoryCacheOptions { SizeLimit = entries, CompactionPercentage = 0.25 });

    public SurgicalCase? Find(string hospital, Guid caseId) => kept?.Get<SurgicalCase>((hospital, caseId));

    public void Keep(string hospital, SurgicalCase surgicalCase) =>
        kept?.Set((hospital, surgicalCase.Id), surgicalCase, new MemoryCacheEntryOptions { Size = surgicalCase.Version });

    public void Dispose() => kept?.Dispose();
}
