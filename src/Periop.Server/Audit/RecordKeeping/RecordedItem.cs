using Periop.Domain.Times.RecordKeeping;

namespace Periop.Server.Audit.RecordKeeping;

/// <summary>A milestone of a case, or an answer to a stop, and how it came into the record.</summary>
/// <param name="Key">The group that it is counted in.</param>
/// <param name="Of">The milestone, or the code of the stop.</param>
/// <param name="OccurredAt">When it happened; null for what is not recorded.</param>
/// <param name="EntryIds">The entries that tell of it; none for what is not recorded.</param>
/// <param name="At">Where it stands.</param>
sealed record RecordedItem(
    Guid CaseId, string CaseNumber, string? Surgeon, string Key, string Of, RecordedHow How, DateTimeOffset? OccurredAt, IReadOnlyList<Guid> EntryIds,
    RecordedPlace At);

/// <summary>A place in the order of items: newest first, then by case and key.</summary>
/// <param name="Key">Of a milestone, its place among those of a case; of a stop, the key of its flag.</param>
sealed record RecordedPlace(DateTimeOffset At, Guid CaseId, string Key);

/// <summary>Some items in order, and where to read on; null at the end. Of a part all may have been left out.</summary>
sealed record RecordedItems(IReadOnlyList<RecordedItem> Items, RecordedPlace? Next);

/// <summary>How many of a group's items came into the record how.</summary>
/// <param name="Of">The milestone, or the code of the stop.</param>
sealed record RecordedCount(string Key, string Of, RecordedHow How, int Count);
