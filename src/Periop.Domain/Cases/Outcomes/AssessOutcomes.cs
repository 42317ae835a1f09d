using System.Text.Json;
using Periop.Domain.Record;
using Periop.Domain.Text;

namespace Periop.Domain.Cases;

/// <summary>Found, looked for and not found, or not looked for. Missing is never "none".</summary>
public enum Finding { Present, Absent, NotAssessed }

/// <summary>A complication kind, or a family that speaks for all its members: <c>infection</c>, <c>blood-clots</c>.</summary>
public readonly record struct AssessedKind(string Value) : IText<AssessedKind>
{
    static readonly string[] Families = ["infection", "blood-clots"];

    static readonly string[] Words = [.. Enum.GetNames<ComplicationKind>().Select(JsonNamingPolicy.KebabCaseLower.ConvertName), .. Families];

    public static string Rule => "one of " + string.Join(", ", Words);

    public static int MaxLength => 64;

    public static AssessedKind? Read(string text) => Words.Contains(text) ? new AssessedKind(text) : null;

    public static AssessedKind Of(ComplicationKind kind) => new(Vocabulary.WordFor(kind));

    public static AssessedKind AsStored(string text) => new(text);

    public override string ToString() => Value;
}

/// <summary>What was found about one kind.</summary>
public sealed record Assessment(AssessedKind Kind, Finding Finding);

/// <summary>Says of complications whether they are there. What is present waits for review.</summary>
/// <example>{ "assessments": [ { "kind": "infection", "finding": "absent" } ] }</example>
public sealed record AssessOutcomes(IReadOnlyList<Assessment> Assessments) : OutcomeReport
{
    public override IEnumerable<(string Member, string Problem)> Missing() =>
        Assessments.Count == 0 ? [.. base.Missing(), ("assessments", "must name at least one kind")] : base.Missing();

    public override Decision Decide(SurgicalCase surgicalCase, DateTimeOffset now) => new OutcomesAssessed(Assessments);
}

/// <summary>Outcomes were assessed.</summary>
[StoredAs("outcomes_assessed")]
public sealed record OutcomesAssessed(IReadOnlyList<Assessment> Assessments) : CaseEvent, IMayFollowDeath;
