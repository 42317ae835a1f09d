using System.Text.Json.Serialization;
using Periop.Domain.Spine;
using Periop.Domain.Text;

namespace Periop.Domain.Procedures;

/// <summary>
/// Which codes osteotomy segments suggest: a <see cref="VersionedFile"/> that a coder reviews (<c>spinal-osteotomy-codes.v1.json</c>).
/// </summary>
/// <param name="CodesSince">The year from which the codes are in use.</param>
/// <param name="About">What the rules are for.</param>
/// <param name="PrimaryIsOf">The segment whose region chooses a family's primary code.</param>
/// <param name="Families">In the order in which units are listed.</param>
/// <param name="Rules">What is done with the families, in words.</param>
/// <param name="Sources">Where the rules come from.</param>
/// <param name="ToConfirm">What nobody has checked against a primary text yet.</param>
public sealed record CodeRuleSet(
    string Name, int Version, int CodesSince, string About, PrimarySegment PrimaryIsOf, IReadOnlyList<CodeFamily> Families, IReadOnlyList<string> Rules,
    IReadOnlyList<string> Sources, IReadOnlyList<string> ToConfirm)
{
    /// <summary>The rules in use.</summary>
    public static CodeRuleSet Current { get; } = VersionedFile.Read<CodeRuleSet>("spinal-osteotomy-codes.v1.json");

    /// <summary>Name and version, as answers state them.</summary>
    [JsonIgnore]
    public string Id => $"{Name}.v{Version}";
}

/// <summary>The segment whose region chooses the primary code of a family that spans regions.</summary>
public enum PrimarySegment { FirstSegment }

/// <summary>How many columns a family's osteotomies cut.</summary>
public enum CutColumns { Three, Fewer, FewerOrNotStated }

/// <summary>What the record has to say for an add-on.</summary>
public enum Documentation { Technique, Columns, Neuromonitoring }

/// <summary>Codes that count together: one primary, and an add-on for every further segment.</summary>
/// <param name="Name">Our own label.</param>
/// <param name="Approaches">The approaches it takes.</param>
/// <param name="Columns">The columns it takes.</param>
/// <param name="DiscectomyRequired">Whether the record has to say that the disc was removed.</param>
/// <param name="Primary">The code for the first segment, by region; a region not named has none.</param>
/// <param name="AddOn">The code for each further segment.</param>
/// <param name="AddOnNeeds">What the record has to say of every segment when the add-on is used.</param>
public sealed record CodeFamily(
    string Name, IReadOnlyList<Approach> Approaches, CutColumns Columns, bool DiscectomyRequired, IReadOnlyDictionary<Region, string> Primary, string AddOn,
    IReadOnlyList<Documentation> AddOnNeeds)
{
    /// <summary>Whether the family takes an osteotomy through three columns, through fewer, or of which nothing is said.</summary>
    public bool Takes(bool? threeColumns) => Columns switch
    {
        CutColumns.Three => threeColumns is true,
        CutColumns.Fewer => threeColumns is false,
        _ => threeColumns is not true,
    };
}
