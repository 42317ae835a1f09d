using Periop.Domain.Cases;

namespace Periop.Domain.Procedures;

/// <summary>
/// The surviving osteotomies of a case, each with its family or with the reason why it has no unit, in the order in which they
/// happened; at the same time, as recorded.
/// </summary>
public sealed class Segments
{
    Segments(SurvivingEntries entries, CodeRuleSet rules, IReadOnlyList<Segment> all)
    {
        (Entries, All) = (entries, all);
        Families = [.. from family in rules.Families
                       let counted = all.Where(s => s.WithoutUnit is null && s.Family == family).ToArray()
                       where counted.Length > 0
                       select new FamilySegments(family, rules.PrimaryIsOf, counted)];
    }

    /// <summary>The entries that the segments are of.</summary>
    public SurvivingEntries Entries { get; }

    public IReadOnlyList<Segment> All { get; }

    /// <summary>The families that have units, in the order of the rules.</summary>
    public IReadOnlyList<FamilySegments> Families { get; }

    internal static Segments Of(SurvivingEntries entries, CodeRuleSet rules)
    {
        var judged = entries.All<OsteotomyPerformed>().Select(e => Segment.Judge(e, rules)).ToArray();
        var known = judged.Where(s => s.Family is not null).GroupBy(s => s.Level).ToDictionary(l => l.Key, AtLevel.Of);
        return new Segments(entries, rules, [.. judged.Select(s => s.Family is null ? s : s with { WithoutUnit = Repeated(s, known[s.Level]) })]);
    }

    /// <summary>Why a segment has no unit because of others at its level, all of them with a family.</summary>
    static NoUnit? Repeated(Segment segment, AtLevel others) =>
        others.Families.Length > 1
            ? new(CodeWarnings.SegmentInTwoFamilies,
                $"{segment.Level} is recorded in the families {string.Join(" and ", others.Families)}; it has no unit until one is retracted.")
            : segment != others.First
                ? new(CodeWarnings.DuplicateLevel, $"{segment.Level} is recorded {others.Count} times; it has one unit.")
                : null;

    /// <summary>The segments with a family at one level.</summary>
    sealed record AtLevel(Segment First, int Count, string[] Families)
    {
        public static AtLevel Of(IEnumerable<Segment> segments) =>
            new(segments.First(), segments.Count(), [.. segments.Select(s => s.Family!.Name).Distinct().Order(StringComparer.Ordinal)]);
    }
}

/// <summary>The segments of one family that have units, each of a level of its own.</summary>
/// <param name="PrimaryIsOf">Which of them chooses the primary code.</param>
/// <param name="Counted">In the order in which they happened; at least one.</param>
public sealed record FamilySegments(CodeFamily Family, PrimarySegment PrimaryIsOf, IReadOnlyList<Segment> Counted)
{
    public Segment Primary => PrimaryIsOf switch
    {
        PrimarySegment.FirstSegment => Counted[0],
        _ => throw new InvalidOperationException($"It is not known which segment is meant by {PrimaryIsOf}."),
    };

    public string PrimaryCode => Family.Primary[Primary.Level.Region];

    public IEnumerable<Segment> Further => Counted.Where(s => s != Primary);
}
