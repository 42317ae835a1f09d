using Microsoft.Extensions.Caching.Memory;
using Periop.Domain.Cases;

namespace Periop.Server.Store;

/// <summary>
/// Cases folded before, for commands and all projections. A case at version n is the fold of its first n entries and never anything
/// else, so what is kept needs no invalidation. Only entries that were committed may be in it: a command keeps its case when it has
/// committed, and a projection is handed nothing that was not.
/// </summary>
public sealed class KeptCases(long entries = KeptCases.DefaultEntries) : IDisposable
{
    /// <summary>About 500 bytes each: some 100 MB at the most.</summary>
    public const long DefaultEntries = 200_000;

    readonly MemoryCache? kept = entries == 0 ? null : new(new MemoryCacheOptions { SizeLimit = entries, CompactionPercentage = 0.25 });

    /// <summary>
    /// The case at a version. Where it is not kept that far, at the version that is kept: whoever asks folds the entries after it.
    /// A projection comes behind the commands, so what is kept may be further; then the case is taken back to the version.
    /// </summary>
    public SurgicalCase? Find(string hospital, Guid caseId, long version) =>
        Newest(hospital, caseId) is not { } known ? null : known.Version <= version ? known : known.AtVersion(version);

    /// <summary>Keeps a case, unless it is kept further on already.</summary>
    public void Keep(string hospital, SurgicalCase surgicalCase)
    {
        if (Newest(hospital, surgicalCase.Id) is not { } known || known.Version < surgicalCase.Version)
            kept?.Set((hospital, surgicalCase.Id), surgicalCase, new MemoryCacheEntryOptions { Size = surgicalCase.Version });
    }

    public void Dispose() => kept?.Dispose();

    SurgicalCase? Newest(string hospital, Guid caseId) => kept?.Get<SurgicalCase>((hospital, caseId));
}
