using Periop.Domain.Cases;
using Periop.Domain.Text;

namespace Periop.Domain.Procedures;

/// <summary>
/// What a coder may start from: the codes that a case suggests by the rules of its families, with their evidence, and what does not
/// fit. A suggestion; nothing is repaired silently.
/// </summary>
/// <param name="RuleSet">
/// The rules and their version; those of several families are joined by "+". A case of no family names them all: none suggests anything.
/// </param>
/// <param name="Units">Family by family.</param>
/// <param name="Warnings">Family by family.</param>
public sealed record ProcedureCodes(string RuleSet, IReadOnlyList<CodeUnits> Units, IReadOnlyList<CodeWarning> Warnings)
{
    /// <summary>The units without their evidence, as a coder would decide them.</summary>
    public IReadOnlyList<CodedUnits> Coded { get; } = [.. Units.Select(u => new CodedUnits(new Term(u.Code), u.Units))];
}

/// <summary>What the rules of one family suggest.</summary>
/// <param name="Units">In the order of the rules, a primary before its add-on.</param>
/// <param name="Warnings">
/// In the order of the rules (<see cref="CodeWarnings.Rules"/>). Those of one rule by code family and item of documentation, in the
/// order of the rules, if they are about a family; otherwise in the order in which their first entry happened.
/// </param>
public sealed record SuggestedCodes(IReadOnlyList<CodeUnits> Units, IReadOnlyList<CodeWarning> Warnings);

/// <summary>One code and how often it is suggested.</summary>
/// <param name="Units">As many as there are entries.</param>
/// <param name="EntryIds">The entries that justify it, in the order in which they happened; at the same time, as recorded.</param>
public sealed record CodeUnits(string Code, int Units, IReadOnlyList<Guid> EntryIds)
{
    internal static IEnumerable<CodeUnits> Of(FamilySegments family)
    {
        yield return Of(family.PrimaryCode, [family.Primary]);
        if (family.Further.Any())
            yield return Of(family.Family.AddOn, [.. family.Further]);
    }

    static CodeUnits Of(string code, Segment[] segments) => new(code, segments.Length, [.. segments.Select(s => s.Entry.Id)]);
}

/// <summary>Something that a coder should look at before the units are used.</summary>
/// <param name="Code">Stable, kebab-case.</param>
/// <param name="Message">A sentence for the coder.</param>
/// <param name="EntryIds">The entries it is about.</param>
public sealed record CodeWarning(string Code, string Message, IReadOnlyList<Guid> EntryIds);
