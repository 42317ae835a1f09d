using Periop.Server.Http;

namespace Periop.Server.Import;

/// <summary>What came of a file.</summary>
/// <param name="ImportId">Under which it can be taken back; null after a dry run.</param>
/// <param name="Cases">The cases that the file told of.</param>
/// <param name="Entries">What was recorded.</param>
/// <param name="Replayed">What had been recorded before.</param>
/// <param name="Emptied">How many cells of each column said in words that they are empty, such as <c>NA</c>.</param>
/// <param name="Blank">How many lines had no filled cell.</param>
/// <param name="Differs">What had been recorded before with another value: the first 1,000.</param>
/// <param name="Flags">How many flags of each code were raised.</param>
/// <param name="Refused">What could not be read or recorded: the first 1,000.</param>
sealed record ImportReport(
    Guid? ImportId, int Cases, int Entries, int Replayed, IReadOnlyDictionary<string, int> Emptied, int Blank,
    IReadOnlyList<Difference> Differs, int DiffersCount, IReadOnlyDictionary<string, int> Flags, IReadOnlyList<RefusedCell> Refused, int RefusedCount);

/// <summary>A cell that says something else than what is recorded.</summary>
/// <param name="Corrected">Whether the difference was recorded as a time correction or a change of plan.</param>
public sealed record Difference(int Line, string CaseNumber, string Column, string? Old, string? New, bool Corrected);

/// <summary>What came of one row.</summary>
public sealed record ImportedRow(
    Guid? CaseId, int Entries, int Replayed, IReadOnlyList<Difference> Differs, IReadOnlyList<string> Flags, IReadOnlyList<RefusedCell> Refused)
{
    public static readonly ImportedRow Nothing = new(null, 0, 0, [], [], []);

    public static ImportedRow RefusedWhole(RefusedCell why) => Nothing with { Refused = [why] };
}

/// <summary>The rows of a file so far, added up. However many lines are wrong, it holds the first of them and how many there are.</summary>
sealed class ImportTally(Guid? importId)
{
    const int Listed = 1000;

    readonly HashSet<Guid> cases = [];
    readonly List<Difference> differs = [];
    readonly List<RefusedCell> refused = [];
    readonly SortedDictionary<string, int> flags = new(StringComparer.Ordinal), emptied = new(StringComparer.Ordinal);
    int entries, replayed, blank, differsCount, refusedCount;

    public int Rows { get; private set; }

    public void Add(FileLine line, ImportedRow row)
    {
        Rows++;
        if (row.CaseId is { } caseId)
            cases.Add(caseId);
        entries += row.Entries;
        replayed += row.Replayed;
        blank += line.IsBlank ? 1 : 0;
        differsCount += row.Differs.Count;
        refusedCount += row.Refused.Count;
        differs.AddRange(row.Differs.Take(Listed - differs.Count));
        refused.AddRange(row.Refused.Take(Listed - refused.Count));
        foreach (var column in line.Emptied)
            emptied[column] = emptied.GetValueOrDefault(column) + 1;
        foreach (var code in row.Flags)
            flags[code] = flags.GetValueOrDefault(code) + 1;
    }

    public ImportProgress Progress() => new(Rows, entries, replayed, differsCount, refusedCount);

    public ImportReport Report() => new(importId, cases.Count, entries, replayed, emptied, blank, differs, differsCount, flags, refused, refusedCount);
}

/// <summary>How far an import has come.</summary>
/// <param name="Rows">The lines read, those that are blank or refused included.</param>
sealed record ImportProgress(int Rows, int Entries, int Replayed, int Differs, int Refused);
