using System.Globalization;

namespace Periop.Simulator.Playing;

/// <summary>The rows of a case against its timeline: each time once, as the file says it or as a later file corrects it, and nothing else from files.</summary>
static class ImportComparison
{
    /// <summary>What a column records, by the name of the stored event.</summary>
    static readonly Dictionary<string, string> Times = new()
    {
        ["roomIn"] = "patient_entered_room", ["anesthesiaStart"] = "anesthesia_started", ["anesthesiaReady"] = "patient_anesthetized",
        ["incision"] = "incision_made", ["closure"] = "wound_closed", ["anesthesiaEnd"] = "anesthesia_ended", ["roomOut"] = "patient_left_room",
        ["discharge"] = "patient_discharged", ["death"] = "patient_died", ["lastSeenAlive"] = "follow_up_recorded", ["cancelled"] = "case_called_off",
    };

    /// <param name="rows">In the order in which they were sent.</param>
    public static IEnumerable<string> Differences(IReadOnlyList<IReadOnlyDictionary<string, string>> rows, Timeline timeline)
    {
        var expected = new HashSet<string> { "case_scheduled" };
        foreach (var (column, type) in Times)
            if (rows.Select(row => row.GetValueOrDefault(column)).OfType<string>().ToList() is [var first, ..] told)
            {
                expected.Add(type);
                if (told.Count > 1)
                    expected.Add("time_corrected");
                if (timeline.Entries.Where(entry => entry.IsImported && entry.Type == type).ToList() is not [var entry])
                    yield return $"{column} was imported, but the timeline does not have it once.";
                else if (!Says(entry.OccurredAt, first))
                    yield return $"{column} was imported as {first}, but the timeline says {entry.OccurredAt:O}.";
                else if (told.Count > 1 && !Says(entry.CorrectedTo, told[^1]))
                    yield return $"{column} was corrected to {told[^1]}, but the timeline says {(entry.CorrectedTo is { } to ? $"{to:O}" : "nothing of it")}.";
            }
        foreach (var entry in timeline.Entries.Where(entry => entry.IsImported && !expected.Contains(entry.Type ?? "")))
            yield return $"{entry.Type} {entry.EntryId} came with a file that nobody sent.";
    }

    /// <summary>A date says the day, and the entry stands at its end.</summary>
    static bool Says(DateTimeOffset? at, string cell) =>
        at is { } instant && DateTimeOffset.TryParse(cell, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var told)
        && (cell.Contains('T') ? (instant - told).Duration() < TimeSpan.FromSeconds(1) : (instant - told.AddHours(24)).Duration() < TimeSpan.FromHours(15));
}
