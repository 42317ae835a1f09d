namespace Periop.Domain.Procedures;

/// <summary>What a coder is warned of.</summary>
public static class CodeWarnings
{
    public const string NoCodeForRegion = "no-code-for-region";
    public const string NoCodeForApproach = "no-code-for-approach";
    public const string GradeColumnsClash = "grade-columns-clash";
    public const string GradeMissing = "grade-missing";
    public const string DiscectomyMissing = "discectomy-missing";
    public const string SegmentInTwoFamilies = "segment-in-two-families";
    public const string DuplicateLevel = "duplicate-level";

    /// <summary>
    /// First those about osteotomies without a unit: each such entry is in exactly one of them. Then those about the whole.
    /// </summary>
    public static readonly IReadOnlyList<CodeWarningRule> Rules =
    [
        AboutEntriesWithoutUnit(NoCodeForRegion,
            "The family has no code for the level's region: a three-column osteotomy of the neck, or any osteotomy of the sacrum."),
        AboutEntriesWithoutUnit(NoCodeForApproach,
            "No family takes this approach, or three columns from this side: a combined approach, or three columns from the front."),
        AboutEntriesWithoutUnit(GradeColumnsClash, "Grade 3 and above cut three columns, grades 1 and 2 do not; the record says both."),
        AboutEntriesWithoutUnit(GradeMissing, "A posterior osteotomy of which neither the grade nor the columns are stated."),
        AboutEntriesWithoutUnit(DiscectomyMissing, "An anterior osteotomy of which it is not stated that the disc was removed."),
        AboutEntriesWithoutUnit(SegmentInTwoFamilies, "One segment recorded in two families: no unit until one of them is retracted."),
        new(DuplicateLevel, "One segment recorded again in the same family: the first is counted, and named with those that are not.",
            AboutEntriesWithoutUnit: true, Duplicates),
        .. WholeCaseWarnings.Rules,
    ];

    static CodeWarningRule AboutEntriesWithoutUnit(string code, string meaning) => new(code, meaning, AboutEntriesWithoutUnit: true, segments =>
        from segment in segments.All
        where segment.WithoutUnit?.Code == code
        group segment by segment.Level into level
        select new CodeWarning(code, level.First().WithoutUnit!.Message, [.. level.Select(s => s.Entry.Id)]));

    static IEnumerable<CodeWarning> Duplicates(Segments segments) =>
        from segment in segments.All
        where segment.WithoutUnit is null or { Code: DuplicateLevel }
        group segment by segment.Level into level
        where level.Count() > 1
        select new CodeWarning(DuplicateLevel, level.Last().WithoutUnit!.Message, [.. level.Select(s => s.Entry.Id)]);
}

/// <summary>One thing that a coder is warned of.</summary>
/// <param name="Code">Stable, kebab-case.</param>
/// <param name="Meaning">When it is raised, in a sentence.</param>
/// <param name="AboutEntriesWithoutUnit">Whether it says why an osteotomy has no unit.</param>
/// <param name="Find">The pure rule: no clock, no other case.</param>
public sealed record CodeWarningRule(string Code, string Meaning, bool AboutEntriesWithoutUnit, Func<Segments, IEnumerable<CodeWarning>> Find);
