namespace Periop.Simulator.Playing;

/// <summary>One case of the ledger against its timeline. Pure: two lists in, sentences out.</summary>
static class CaseComparison
{
    /// <summary>The store keeps microseconds.</summary>
    static readonly TimeSpan Resolution = TimeSpan.FromMicroseconds(1);

    public static IEnumerable<string> Differences(IReadOnlyList<LedgerLine> ledger, Timeline timeline)
    {
        var acknowledged = ledger.Where(line => line.RecordedAt is not null).ToList();
        foreach (var receipts in acknowledged.GroupBy(line => line.EntryId))
            if (receipts.Select(line => (line.RecordedAt, line.Version)).Distinct().Count() > 1)
                yield return $"{Named(receipts.First())} was acknowledged twice with different receipts.";

        var entries = acknowledged.DistinctBy(line => line.EntryId).ToList();
        var expected = new ExpectedChanges(entries);
        var found = timeline.Entries.ToLookup(entry => entry.EntryId);
        foreach (var line in entries)
            foreach (var sentence in Differences(line, expected, [.. found[line.EntryId]]))
                yield return sentence;

        var rows = ledger.Select(line => line.Cells).OfType<IReadOnlyDictionary<string, string>>().ToList();
        if (rows.Count > 0)
            foreach (var sentence in ImportComparison.Differences(rows, timeline))
                yield return sentence;

        var sent = ledger.Select(line => line.EntryId).ToHashSet();
        var unknown = timeline.Entries.Where(entry => !(rows.Count > 0 && entry.IsImported) && !sent.Contains(entry.EntryId)).ToList();
        // A replacement retracts its target in the same transaction, by an entry that the server names itself
        var ownRetractions = unknown.Where(entry => entry.Retracts is { } target && expected.IsReplaced(target)).DistinctBy(entry => entry.Retracts);
        foreach (var entry in unknown.Except(ownRetractions))
            yield return $"{entry.Type} {entry.EntryId} is in the timeline but was never acknowledged.";

        if (acknowledged.Max(line => line.Version) is { } version && timeline.Version < version)
            yield return $"the timeline is at version {timeline.Version}, but version {version} was acknowledged.";
    }

    static IEnumerable<string> Differences(LedgerLine line, ExpectedChanges expected, IReadOnlyList<TimelineEntry> found)
    {
        if (found is not [var entry])
        {
            yield return found.Count == 0 ? $"{Named(line)} was acknowledged but is missing." : $"{Named(line)} is there {found.Count} times.";
            yield break;
        }
        if (!Same(entry.RecordedAt, line.RecordedAt))
            yield return $"{Named(line)} was recorded at {line.RecordedAt:O} by its receipt, but at {entry.RecordedAt:O} by the timeline.";
        if (Instant(line, "occurredAt") is { } occurredAt && !Same(entry.OccurredAt, occurredAt))
            yield return $"{Named(line)} was sent as of {occurredAt:O}, but the timeline says {entry.OccurredAt:O}.";
        var correctedTo = expected.CorrectedTo(line.EntryId);
        if (!Same(entry.CorrectedTo, correctedTo))
            yield return $"{Named(line)} should {(correctedTo is null ? "not be corrected" : $"be corrected to {correctedTo:O}")}, "
                + $"but {(entry.CorrectedTo is null ? "isn't" : $"is, to {entry.CorrectedTo:O}")}.";
        if (entry.IsRetracted != expected.IsRetracted(line.EntryId))
            yield return $"{Named(line)} {(entry.IsRetracted ? "is retracted, but nobody retracted it" : "was retracted, but still stands")}.";
    }

    static bool Same(DateTimeOffset? one, DateTimeOffset? other) =>
        one is { } first && other is { } second ? (first - second).Duration() <= Resolution : one is null && other is null;

    internal static DateTimeOffset? Instant(LedgerLine line, string member) => (DateTimeOffset?)line.Body[member];

    static string Named(LedgerLine line) => $"{line.Name} {line.EntryId}";
}

/// <summary>What the acknowledged entries did to each other.</summary>
sealed class ExpectedChanges
{
    readonly HashSet<Guid> replaced;
    readonly HashSet<Guid> retracted;
    readonly Dictionary<Guid, DateTimeOffset?> corrected = [];

    /// <summary>From the last to the first: a retracted retraction or correction counts for nothing.</summary>
    public ExpectedChanges(IReadOnlyList<LedgerLine> entries)
    {
        replaced = [.. entries.Select(line => (Guid?)line.Body["replaces"]).OfType<Guid>()];
        retracted = [.. replaced];
        foreach (var line in entries.OrderByDescending(line => line.Version).Where(line => !retracted.Contains(line.EntryId)))
            if (line.Name == "retractions")
                retracted.Add(Target(line));
            else if (line.Name == "time-corrections")
                corrected.TryAdd(Target(line), CaseComparison.Instant(line, "correctedTo"));
    }

    public bool IsReplaced(Guid entryId) => replaced.Contains(entryId);

    public bool IsRetracted(Guid entryId) => retracted.Contains(entryId);

    public DateTimeOffset? CorrectedTo(Guid entryId) => corrected.GetValueOrDefault(entryId);

    static Guid Target(LedgerLine line) => (Guid?)line.Body["targetEntryId"] ?? Guid.Empty;
}
