using System.Text.Json.Nodes;

namespace Periop.Simulator.Planning;

/// <summary>What a coder decides: mostly what the record suggests by docs/coding-rules.md, sometimes otherwise, with a reason.</summary>
static class Coding
{
    const string Anterior = "anterior";

    /// <summary>What the segments of a case come to.</summary>
    public static IReadOnlyList<CodedUnits> Suggested(CaseScript script)
    {
        var segments = script.Drafts.Where(draft => draft.Name == "osteotomies").OrderBy(draft => draft.ToldAt)
            .Select(draft => (Level: (string)draft.Body["level"]!, Family: FamilyOf(draft.Body))).ToList();
        // A segment in two families has no unit, and the sacrum has no code
        var counted = segments.Where(segment => segment.Level[0] != 'S')
            .Where(segment => segments.All(other => other.Level != segment.Level || other.Family == segment.Family));
        return [.. counted.DistinctBy(segment => segment.Level).GroupBy(segment => segment.Family).SelectMany(family => UnitsOf(family.Key, [.. family]))];
    }

    /// <summary>Whether a decision is otherwise than suggested is for the dice, and only where something is suggested.</summary>
    public static bool IsOtherwise(Dice dice, IReadOnlyList<CodedUnits> suggested) => suggested.Count > 0 && dice.Chance(BaseRates.CodedOtherwise);

    public static JsonObject Decision(IReadOnlyList<CodedUnits> suggested, bool otherwise)
    {
        var codes = !otherwise ? suggested
            : suggested.Count > 1 ? [.. suggested.SkipLast(1)]
            : [suggested[0] with { Units = suggested[0].Units + 1 }];
        var body = new JsonObject { ["codes"] = Body.List(codes.Select(decided => new JsonObject { ["code"] = decided.Code, ["units"] = decided.Units })) };
        if (otherwise)
            body["reason"] = suggested.Count > 1 ? "The operation note describes fewer segments" : "The operation note describes a second segment";
        return body;
    }

    static string FamilyOf(JsonObject osteotomy) =>
        (string?)osteotomy["approach"] == Anterior ? Anterior : (int)osteotomy["grade"]! >= 3 ? "three-column" : "posterior";

    static IEnumerable<CodedUnits> UnitsOf(string family, IReadOnlyList<(string Level, string Family)> segments)
    {
        var (primary, addOn) = (family, segments[0].Level[0]) switch
        {
            (Anterior, 'T') => ("22222", "22226"),
            (Anterior, _) => ("22224", "22226"),
            ("three-column", 'T') => ("22206", "22208"),
            ("three-column", _) => ("22207", "22208"),
            (_, 'T') => ("22212", "22216"),
            _ => ("22214", "22216"),
        };
        yield return new(primary, 1);
        if (segments.Count > 1)
            yield return new(addOn, segments.Count - 1);
    }
}

/// <summary>A code and its units.</summary>
public sealed record CodedUnits(string Code, int Units);
