using Periop.Domain.Cases;
using Periop.Domain.Text;

namespace Periop.Domain.Outcomes;

/// <summary>Kinds of complications that are asked for together, under a word of their own.</summary>
public static class OutcomeFamilies
{
    static readonly Dictionary<AssessedKind, AssessedKind[]> Members = new()
    {
        [new("infection")] = Kinds(ComplicationKind.InfectionSuperficial, ComplicationKind.InfectionDeep, ComplicationKind.InfectionOrganSpace),
        [new("blood-clots")] = Kinds(ComplicationKind.DeepVeinThrombosis, ComplicationKind.PulmonaryEmbolism),
    };

    static readonly Dictionary<AssessedKind, AssessedKind> Families =
        Members.SelectMany(f => f.Value, (f, member) => (Family: f.Key, Member: member)).ToDictionary(f => f.Member, f => f.Family);

    static readonly Dictionary<AssessedKind, AssessedKind[]> TellingOf = Members.Select(f => (Kind: f.Key, Telling: (AssessedKind[])[f.Key, .. f.Value]))
        .Concat(Families.Select(f => (Kind: f.Key, Telling: (AssessedKind[])[f.Key, f.Value]))).ToDictionary(k => k.Kind, k => k.Telling);

    /// <summary>The members of a family; of a kind that is none, nothing.</summary>
    public static IReadOnlyList<AssessedKind> MembersOf(AssessedKind kind) => Members.GetValueOrDefault(kind) ?? [];

    /// <summary>The family of a kind; null when it has none.</summary>
    public static AssessedKind? FamilyOf(AssessedKind kind) => Families.TryGetValue(kind, out var family) ? family : null;

    /// <summary>The kinds of findings that tell of a kind: its own, its members' and its family's.</summary>
    public static IReadOnlyList<AssessedKind> Telling(AssessedKind kind) => TellingOf.GetValueOrDefault(kind) ?? [kind];

    /// <summary>The word of a kind as a kind to assess.</summary>
    public static AssessedKind Of(ComplicationKind kind) => new(Vocabulary.WordFor(kind));

    static AssessedKind[] Kinds(params ComplicationKind[] kinds) => [.. kinds.Select(Of)];
}
