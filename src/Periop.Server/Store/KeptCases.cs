using Microsoft.Extensions.Caching.Memory;
using Periop.Domain.Cases;

namespace Periop.Server.Store;

/// <summary>
/// Cases folded before, for commands and all projections. In one history of the database a case at version n is the fold of its first n entries
/// and never anything else, so what is kept is forgotten with the history alone. Only entries that were committed may be in it: a command keeps its
/// case when it has committed, and a projection is handed nothing that was not.
/// </summary>
public sealed class KeptCases(long megabytes = KeptCases.DefaultMegabytes) : IDisposable
{
    public const long DefaultMegabytes = 100;

    /// <summary>What a case and each of its entries take, as <c>kept-cases</c> of the benchmarks measures them, with some to spare.</summary>
    const long BytesPerCase = 1500, BytesPerEntry = 900;

    readonly MemoryCache? kept = megabytes == 0 ? null : new(new MemoryCacheOptions { SizeLimit = megabytes * 1_000_000, CompactionPercentage = 0.25 });

    /// <summary>
    /// The case at a version. Where it is not kept that far, at the version that is kept: whoever asks folds the entries after it.
    /// A projection comes behind the commands, so what is kept may be further; then the case is taken back to the version.
    /// It is a case of the asker's own: what is worked out about it (flags, plan, order of entries) goes when the asker has gone.
    /// </summary>
    public SurgicalCase? Find(string hospital, Guid caseId, long version) =>
        Newest(hospital, caseId) is not { } known ? null : known.Version <= version ? known with { } : known.AtVersion(version);

    /// <summary>Keeps a case, unless it is kept further on already.</summary>
    public void Keep(string hospital, SurgicalCase surgicalCase)
    {
        if (Newest(hospital, surgicalCase.Id) is not { } known || known.Version < surgicalCase.Version)
            kept?.Set((hospital, surgicalCase.Id), surgicalCase with { }, new MemoryCacheEntryOptions { Size = SizeOf(surgicalCase.Version) });
    }

    public void Forget() => kept?.Clear();

    public void Dispose() => kept?.Dispose();

    /// <summary>How many bytes a kept case of so many entries counts for.</summary>
    internal static long SizeOf(long entries) => BytesPerCase + (entries * BytesPerEntry);

    SurgicalCase? Newest(string hospital, Guid caseId) => kept?.Get<SurgicalCase>((hospital, caseId));
}
