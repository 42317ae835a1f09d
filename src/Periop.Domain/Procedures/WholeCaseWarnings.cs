using Periop.Domain.Cases;
using Periop.Domain.Spine;

namespace Periop.Domain.Procedures;

/// <summary>What does not fit about a case's units as a whole, or between them and the plan.</summary>
static class WholeCaseWarnings
{
    const string LevelOutsidePlanFlag = "level-outside-plan";

    public static readonly CodeWarningRule[] Rules =
    [
        new("two-families", "The case has units of more than one family.", AboutEntriesWithoutUnit: false, TwoFamilies),
        new("cross-region", "The segments of a family lie in more than one region; its primary code is that of the first.",
            AboutEntriesWithoutUnit: false, CrossRegion),
        new("documentation-missing", "The record does not say what an add-on needs it to say of every segment.",
            AboutEntriesWithoutUnit: false, DocumentationMissing),
        new("several-vertebrae", "Grade 6 removes several vertebrae, and one entry alone says so: the others have no unit.",
            AboutEntriesWithoutUnit: false, SeveralVertebrae),
        new(LevelOutsidePlanFlag, "An osteotomy at a level that the plan in force did not name.", AboutEntriesWithoutUnit: false, LevelOutsidePlan),
        new("planned-level-not-cut", "The patient has left the room, and a level planned for osteotomy has none recorded although others have.",
            AboutEntriesWithoutUnit: false, PlannedLevelNotCut),
        new("booked-code-differs", "The case was booked under a code that is not among the primary codes suggested.",
            AboutEntriesWithoutUnit: false, BookedCodeDiffers),
    ];

    static IEnumerable<CodeWarning> TwoFamilies(Segments segments)
    {
        if (segments.Families.Count > 1)
            yield return new("two-families",
                $"There are units of {segments.Families.Count} families: "
                + $"{string.Join("; ", segments.Families.Select(f => $"{f.Family.Name} ({Levels(f.Counted)})"))}.",
                Ids(segments.All.Where(s => s.WithoutUnit is null)));
    }

    static IEnumerable<CodeWarning> CrossRegion(Segments segments) =>
        from family in segments.Families
        where family.Counted.Select(s => s.Level.Region).Distinct().Count() > 1
        select new CodeWarning("cross-region",
            $"{Levels(family.Counted)} lie in more than one region; {family.PrimaryCode} is that of {family.Primary.Level}.", Ids(family.Counted));

    static IEnumerable<CodeWarning> DocumentationMissing(Segments segments) =>
        from family in segments.Families
        where family.Further.Any()
        from needed in family.Family.AddOnNeeds
        let lacking = family.Counted.Where(s => !IsDocumented(needed, s, segments.Entries)).ToArray()
        where lacking.Length > 0
        select new CodeWarning("documentation-missing", $"{family.Family.AddOn} wants {Wanted(needed)}; not recorded for {Levels(lacking)}.", Ids(lacking));

    static bool IsDocumented(Documentation needed, Segment segment, SurvivingEntries entries) => needed switch
    {
        Documentation.Technique => segment.Cut.Technique is not null,
        Documentation.Columns => segment.Cut.Columns is not null,
        Documentation.Neuromonitoring => entries.All<NeuromonitoringStarted>().Any(m => m.EffectiveAt <= segment.Entry.EffectiveAt),
        _ => throw new InvalidOperationException($"It is not known how {needed} is documented."),
    };

    static string Wanted(Documentation needed) => needed switch
    {
        Documentation.Technique => "the technique named",
        Documentation.Columns => "the columns described",
        Documentation.Neuromonitoring => "neuromonitoring from before the osteotomy",
        _ => throw new InvalidOperationException($"It is not known how {needed} is documented."),
    };

    static IEnumerable<CodeWarning> SeveralVertebrae(Segments segments)
    {
        if (segments.All.Where(s => s.Cut.Grade is SchwabGrade.Highest && s.WithoutUnit is null).ToArray() is [var only])
            yield return new("several-vertebrae",
                $"Grade 6 removes several vertebrae; recorded is {only.Level} alone. Record an osteotomy for each of them.", [only.Entry.Id]);
    }

    /// <summary>By the rule of the case's own flag, so that both say the same.</summary>
    static IEnumerable<CodeWarning> LevelOutsidePlan(Segments segments) =>
        OsteotomyFlags.LevelOutsidePlan(segments.Entries)
            .Select(raised => new CodeWarning(LevelOutsidePlanFlag, raised.Message, [.. raised.Entries.Select(e => e.Id)]));

    /// <summary>Before the patient leaves it may still come; and only a plan for an osteotomy names the levels of osteotomies.</summary>
    static IEnumerable<CodeWarning> PlannedLevelNotCut(Segments segments)
    {
        if (segments.All.Count == 0 || !PatientLeft(segments.Entries)
            || Plan.Of(segments.Entries).Procedure is not { Family.Value: SpinalOsteotomy.Name, Levels: { } planned })
            yield break;
        var missing = planned.Except(segments.All.Select(s => s.Level)).Order().ToArray();
        if (missing.Length > 0)
            yield return new("planned-level-not-cut", $"Planned and not recorded: {string.Join(", ", missing)}.", [Booking(segments.Entries)]);
    }

    /// <summary>Without an osteotomy, only of a case planned for one, and not before the patient leaves: it may still come.</summary>
    static IEnumerable<CodeWarning> BookedCodeDiffers(Segments segments)
    {
        var suggested = segments.Families.Select(f => f.PrimaryCode).ToArray();
        if (Plan.Of(segments.Entries).Procedure is { Code: { } booked } planned && !suggested.Contains(booked.Value)
            && (segments.All.Count > 0 || (planned.Family.Value == SpinalOsteotomy.Name && PatientLeft(segments.Entries))))
            yield return new("booked-code-differs", $"Booked under {booked}; suggested: {(suggested.Length > 0 ? string.Join(", ", suggested) : "none")}.",
                [Booking(segments.Entries)]);
    }

    static bool PatientLeft(SurvivingEntries entries) => entries.First<PatientLeftRoom>() is not null;

    /// <summary>The entry that gave the plan its procedure.</summary>
    static Guid Booking(SurvivingEntries entries) => entries.All<PlanChanged>(c => c.Procedure is not null).LastOrDefault()?.Id ?? entries.Case.Id;

    static string Levels(IEnumerable<Segment> segments) => string.Join(", ", segments.Select(s => s.Level));

    static Guid[] Ids(IEnumerable<Segment> segments) => [.. segments.Select(s => s.Entry.Id)];
}
