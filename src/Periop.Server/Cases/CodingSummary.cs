using Periop.Server.Json;
using Periop.Statistics;

namespace Periop.Server.Cases;

/// <summary>How often coders decided as the record suggests, and where they did not.</summary>
/// <param name="Engine">The version of what tells which cases there are: with another, the same question may have another answer.</param>
/// <param name="TimeZone">Whose days they are.</param>
/// <param name="AsOf">The instant it is settled for: asked again for this instant, the answer is the same to the byte, unless a text was masked.</param>
/// <param name="RuleSets">The rules that made the suggestions, with their versions: with others, the same question may have another answer.</param>
/// <param name="Cases">That are over and had an incision.</param>
/// <param name="Open">Those that are not coded.</param>
/// <param name="Decisions">Of those that are coded, how many differ from what the record suggests.</param>
/// <param name="SuggestionChanged">Coded cases whose record suggested something else then.</param>
/// <param name="Codes">By the codes that were suggested or decided.</param>
/// <param name="Coders">By who decided.</param>
/// <param name="Reasons">Why decisions differ, in the coders' words, the most frequent first: the first 100.</param>
/// <param name="Explain">The address of these cases; with <c>status</c> or <c>differs</c>, of those behind a count.</param>
sealed record CodingSummary(
    int Engine, string TimeZone, DateOnly? From, DateOnly? To, DateTimeOffset AsOf, IReadOnlyList<string> RuleSets, int Cases, int Open,
    DecisionShare Decisions, int SuggestionChanged, IReadOnlyList<CodeSummary> Codes, IReadOnlyList<CoderSummary> Coders,
    IReadOnlyList<ReasonSummary> Reasons, string Explain);

/// <summary>How many decisions are another than the suggestion.</summary>
/// <param name="Rate">Null for 0 of 0.</param>
/// <param name="Wilson">95 percent, Wilson.</param>
sealed record DecisionShare(int Coded, int Differing, double? Rate, IReadOnlyList<double>? Wilson)
{
    public static DecisionShare Of(int coded, int differing) =>
        new(coded, differing, Figures.Share(differing, coded), Figures.Pair(Proportion.Wilson(differing, coded)));
}

/// <summary>A code, over the coded cases in which it was suggested or decided.</summary>
/// <param name="Suggested">How many units were suggested.</param>
/// <param name="Decided">How many were decided.</param>
/// <param name="Added">Cases in which it was decided and not suggested.</param>
/// <param name="LeftOut">Cases in which it was suggested and not decided.</param>
/// <param name="Decisions">In how many of its cases other units were decided than suggested.</param>
sealed record CodeSummary(string Code, int Suggested, int Decided, int Added, int LeftOut, DecisionShare Decisions, string Explain);

/// <summary>A coder, by the name of the token's subject.</summary>
sealed record CoderSummary(string Coder, DecisionShare Decisions, string Explain);

/// <summary>Why decisions differ.</summary>
/// <param name="Reason">Null where nobody gave one: the suggestion became another later.</param>
sealed record ReasonSummary(string? Reason, int Cases);
