using System.Text.RegularExpressions;

namespace Periop.Server.Tests.Operating;

/// <summary>What an expression of PromQL asks for: the names of metrics, and of labels.</summary>
static partial class PromQl
{
    static readonly HashSet<string> Words =
    [
        "by", "on", "and", "or", "unless", "without", "ignoring", "group_left", "group_right", "sum", "max", "min", "avg", "count", "rate", "increase",
        "histogram_quantile", "predict_linear", "bool", "offset",
    ];

    public static IEnumerable<string> Metrics(string expression) =>
        Name().Matches(Durations().Replace(Grouping().Replace(Matchers().Replace(expression, ""), "${word}"), ""))
            .Select(match => match.Value).Where(name => !Words.Contains(name)).Distinct();

    public static IEnumerable<string> Labels(string expression) =>
        Grouping().Matches(expression).SelectMany(match => match.Groups["labels"].Value.Split(',', StringSplitOptions.TrimEntries))
            .Concat(Matched().Matches(expression).Select(match => match.Groups["label"].Value)).Where(label => label.Length > 0).Distinct();

    [GeneratedRegex("\\{[^}]*\\}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Matchers();

    [GeneratedRegex(@"\[[0-9a-z]+\]", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Durations();

    [GeneratedRegex(@"\b(?<word>by|on|without|ignoring) ?\((?<labels>[^)]*)\)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Grouping();

    [GeneratedRegex(@"[{,](?<label>[a-z_]+)(=|!=|=~|!~)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Matched();

    [GeneratedRegex(@"\b[a-z_][a-z0-9_]*\b", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Name();
}
