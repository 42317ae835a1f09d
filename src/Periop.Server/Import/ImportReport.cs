namespace Periop.Server.Import;

/// <summary>What came of a file.</summary>
/// <param name="Cases">The cases that the file told of.</param>
/// <param name="Entries">What was recorded.</param>
/// <param name="Replayed">What had been recorded before.</param>
/// <param name="Differs">What had been recorded before with another value.</param>
/// <param name="Flags">How many flags of each code were raised.</param>
/// <param name="Refused">What could not be read or recorded.</param>
sealed record ImportReport(
    int Cases, int Entries, int Replayed, IReadOnlyList<Difference> Differs, IReadOnlyDictionary<string, int> Flags, IReadOnlyList<RefusedCell> Refused);

/// <summary>A cell that says something else than what is recorded.</summary>
/// <param name="Corrected">Whether the difference was recorded as a time correction.</param>
public sealed record Difference(int Line, string CaseNumber, string Column, string? Old, string? New, bool Corrected);

/// <summary>A cell that was not recorded, and why.</summary>
public sealed record RefusedCell(int Line, string Column, string Code, string Detail);

/// <summary>What came of one row.</summary>
public sealed record ImportedRow(
    Guid? CaseId, int Entries, int Replayed, IReadOnlyList<Difference> Differs, IReadOnlyList<string> Flags, IReadOnlyList<RefusedCell> Refused)
{
    public static ImportedRow RefusedWhole(RefusedCell why) => new(null, 0, 0, [], [], [why]);
}

/// <summary>The rows of a file so far, added up.</summary>
sealed class ImportTally
{
    readonly HashSet<Guid> cases = [];
    readonly List<Difference> differs = [];
    readonly List<RefusedCell> refused = [];
    readonly SortedDictionary<string, int> flags = new(StringComparer.Ordinal);
    int entries, replayed;

    public int Rows { get; private set; }

    public void Add(ImportedRow row)
    {
        Rows++;
        if (row.CaseId is { } caseId)
            cases.Add(caseId);
        entries += row.Entries;
        replayed += row.Replayed;
        differs.AddRange(row.Differs);
        refused.AddRange(row.Refused);
        foreach (var code in row.Flags)
            flags[code] = flags.GetValueOrDefault(code) + 1;
    }

    public ImportProgress Progress() => new(Rows, entries, replayed, refused.Count);

    public ImportReport Report() => new(cases.Count, entries, replayed, differs, flags, refused);
}

/// <summary>How far an import has come.</summary>
sealed record ImportProgress(int Rows, int Entries, int Replayed, int Refused);
