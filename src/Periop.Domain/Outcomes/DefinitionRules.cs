using System.Text.RegularExpressions;
using Periop.Domain.Cases;
using Periop.Domain.Record;

namespace Periop.Domain.Outcomes;

/// <summary>What a definition or a risk model must be to be meant, whoever publishes it.</summary>
public static partial class DefinitionRules
{
    /// <summary>The longest window, in days: ten years.</summary>
    public const int LongestWindow = 3660;

    public const int HighestVersion = 9999;

    public const string IdRule = "1 to 64 lower-case letters and digits, with single hyphens between them";

    const int MostCriteria = 50, MostProducts = 200;

    /// <summary>Whether a text can be an id, of a definition, a model or a criterion.</summary>
    public static bool IsId(string text) => text.Length <= 64 && Id().IsMatch(text);

    /// <summary>Why a definition cannot be published; null when it can.</summary>
    public static Refusal? WhyNot(OutcomeDefinition definition) => First(
        NameProblem(definition.Id, definition.Version),
        AssessedKind.Read(definition.Id) is { } named && named != definition.Kind
            ? $"{definition.Id} is the name of a kind: under it, that kind is defined. Choose another id." : null,
        TextProblem("title", definition.Title, 200),
        TextProblem("source", definition.Source, 1000),
        WindowProblem(definition.Window),
        AssessedFromProblem(definition.AssessedFrom, definition.Window),
        definition.Grace is < 0 or > LongestWindow ? $"grace must be 0 to {LongestWindow} days." : null,
        CriteriaProblem(definition.Criteria),
        definition.Measure is { } measure ? MeasureProblem(measure) : null);

    /// <summary>Why a risk model cannot be published; null when it can.</summary>
    public static Refusal? WhyNot(RiskModel model) => First(
        NameProblem(model.Id, model.Version),
        TextProblem("title", model.Title, 200),
        TextProblem("source", model.Source, 1000),
        model.Coefficients.Count == 0 ? "coefficients must name at least one risk factor." : null,
        RiskFactor.Problems(model.Coefficients).Select(p => $"coefficients: {p.Problem}.").FirstOrDefault(),
        model.Coefficients.Values.Append(model.Intercept).Any(number => Math.Abs(number) > 1000)
            ? "intercept and coefficients are logarithms of odds: none is beyond 1000." : null);

    static Refusal? First(params IEnumerable<string?> problems) =>
        problems.FirstOrDefault(p => p is not null) is { } problem ? Refusal.Senseless(problem) : null;

    static string? NameProblem(string id, int version) =>
        !IsId(id) ? $"id must be {IdRule}."
        : version is < 1 or > HighestVersion ? $"version must be 1 to {HighestVersion}."
        : null;

    static string? TextProblem(string member, string text, int most) =>
        string.IsNullOrWhiteSpace(text) || text.Length > most || text.Any(char.IsControl)
            ? $"{member} must be 1 to {most} characters, none of them a control character." : null;

    static string? WindowProblem(OutcomeWindow window) => window switch
    {
        { Days: null, Hours: null } or { Days: not null, Hours: not null } => "window must have days or hours, one of the two.",
        { Days: < 0 or > LongestWindow } => $"window.days must be 0 (the day of the anchor) to {LongestWindow}.",
        { Hours: < 1 or > LongestWindow * 24 } => $"window.hours must be 1 to {LongestWindow * 24}.",
        _ => null,
    };

    static string? AssessedFromProblem(int? assessedFrom, OutcomeWindow window) =>
        assessedFrom is not { } from ? null
        : window.Days is not { } days ? "assessedFrom counts days: it is for a window of days."
        : from < 0 || from > days ? "assessedFrom must be a day of the window: 0 to window.days."
        : null;

    static string? CriteriaProblem(IReadOnlyList<Criterion> criteria) =>
        criteria.Count > MostCriteria ? $"criteria must be at most {MostCriteria}."
        : criteria.FirstOrDefault(c => !IsId(c.Id)) is not null ? $"A criterion's id must be {IdRule}."
        : criteria.GroupBy(c => c.Id).FirstOrDefault(g => g.Count() > 1) is { } twice ? $"criteria has {twice.Key} twice."
        : criteria.Select(c => TextProblem($"The text of criterion {c.Id}", c.Text, 1000)).FirstOrDefault(p => p is not null);

    static string? MeasureProblem(TransfusionMeasure measure) =>
        measure.Products.Count is 0 or > MostProducts ? $"measure.products must name 1 to {MostProducts} products."
        : measure.Products.Select(p => TextProblem("A product", p, 64)).FirstOrDefault(p => p is not null) is { } wrong ? wrong
        : measure.AtLeastUnits is <= 0 or > 1000 ? "measure.atLeastUnits must be more than 0, and at most 1000."
        : null;

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Id();
}
