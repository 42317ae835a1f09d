using Periop.Domain.Cases;
using Periop.Domain.Spine;
using Periop.Domain.Text;

namespace Periop.Domain.Procedures;

/// <summary>One recorded osteotomy as the rules see it.</summary>
/// <param name="Entry">The entry that recorded it.</param>
/// <param name="Family">The family it belongs to, when that is without doubt.</param>
/// <param name="WithoutUnit">Why it has no unit; null when it has one.</param>
public sealed record Segment(Entry Entry, CodeFamily? Family, NoUnit? WithoutUnit)
{
    public OsteotomyPerformed Cut => (OsteotomyPerformed)Entry.Event;

    public Level Level => Cut.Level;

    /// <summary>The osteotomy by itself: not yet, whether another entry is about the same segment.</summary>
    internal static Segment Judge(Entry entry, CodeRuleSet rules)
    {
        var cut = (OsteotomyPerformed)entry.Event;
        var region = cut.Level.Region;
        if (!rules.Families.Any(f => f.Primary.ContainsKey(region)))
            return new(entry, null, new(CodeWarnings.NoCodeForRegion, $"{cut.Level}: no family has a code for the {Vocabulary.WordFor(region)} region."));
        if (SchwabGrade.Clashes(cut.Grade, cut.Columns))
            return new(entry, null, new(CodeWarnings.GradeColumnsClash,
                $"{cut.Level}: grade {cut.Grade} and {cut.Columns} columns do not fit together, so that no family does."));
        var threeColumns = cut.Grade is null && cut.Columns is null ? (bool?)null : SchwabGrade.IsThreeColumn(cut.Grade, cut.Columns);
        var byApproach = rules.Families.Where(f => f.Approaches.Contains(cut.Approach)).ToArray();
        var byColumns = byApproach.Where(f => f.Takes(threeColumns)).ToArray();
        if (byApproach.Length > 0 && byColumns.Length == 0 && threeColumns is null)
            return new(entry, null, new(CodeWarnings.GradeMissing, $"{cut.Level}: neither a grade nor the columns are stated."));
        if (byColumns.Length == 0)
            return new(entry, null, new(CodeWarnings.NoCodeForApproach,
                $"{cut.Level}: no family has a code for {(threeColumns is true ? "a three-column osteotomy" : "an osteotomy")} "
                + $"by {Vocabulary.WordFor(cut.Approach)} approach."));
        if (byColumns.FirstOrDefault(f => !f.DiscectomyRequired || cut.Discectomy is true) is not { } family)
            return new(entry, null, new(CodeWarnings.DiscectomyMissing,
                $"{cut.Level}: the codes for this approach include a discectomy, which is not stated."));
        return family.Primary.ContainsKey(region)
            ? new(entry, family, null)
            : new(entry, null, new(CodeWarnings.NoCodeForRegion,
                $"{cut.Level}: the family {family.Name} has no code for the {Vocabulary.WordFor(region)} region."));
    }
}

/// <summary>Why a recorded osteotomy has no unit.</summary>
/// <param name="Code">The code of the warning about it.</param>
/// <param name="Message">A sentence for the coder.</param>
public sealed record NoUnit(string Code, string Message);
