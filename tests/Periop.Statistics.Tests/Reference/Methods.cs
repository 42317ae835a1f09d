namespace Periop.Statistics.Tests.Reference;

/// <summary>One method of the library, as reference cases ask for it.</summary>
/// <param name="Names">What it may be called.</param>
/// <param name="Inputs">The names of its inputs, which are no answers.</param>
/// <param name="TakesLists">Whether a list of lists is one input and not rows of several.</param>
sealed record Method(string[] Names, string[] Inputs, bool TakesLists, Func<Arguments, Answer> Answer)
{
    static readonly string[] Explaining = ["id", "method", "inputs", "expected", "exact", "source", "rule", "tolerance", "note", "about", "confidence"];

    public bool Takes(string name) => Explaining.Concat(Inputs).Any(i => Words.Same(i, name));
}

/// <summary>Everything that reference cases may ask for.</summary>
static class Methods
{
    public static Dictionary<string, Method> All { get; } =
        new[] { Proportions.Known, Ratios.Known, Funnels.Known, Cusums.Known, Charts.Known }.SelectMany(m => m)
            .SelectMany(m => m.Names.Select(n => (Name: Words.Plain(n), m))).ToDictionary(m => m.Name, m => m.m);

    public static IEnumerable<string> Names => All.Values.Select(m => m.Names[0]).Distinct().Order(StringComparer.Ordinal);

    /// <summary>Each row is asked by itself.</summary>
    public static Method Row(string[] names, string[] inputs, Func<Arguments, Answer> answer) => new(names, inputs, false, answer);

    /// <summary>All inputs together are asked once.</summary>
    public static Method Whole(string[] names, string[] inputs, Func<Arguments, Answer> answer) => new(names, inputs, true, answer);

    public static IReadOnlyList<object?> List<T>(IEnumerable<T> values) => [.. values.Select(v => (object?)v)];
}
