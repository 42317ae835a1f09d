namespace Periop.Server.Audit.Rates;

/// <summary>What a group of the cases comes to under a version: a line of the comparison as a table.</summary>
/// <param name="Differ">How many of all cases are counted as something else than under the version before it.</param>
/// <param name="Key">The group.</param>
/// <param name="Wilson">95 percent.</param>
/// <param name="Explain">The address of the cases, each with its state, reason and evidence.</param>
sealed record ComparedLine(
    string Definition, int Version, string Title, int? Differ, string Key, int Cases, int Present, int Absent, int NotYetDue, int DueNotAssessed, int Lost,
    int Died, int Withdrawn, double? Rate, IReadOnlyList<double>? Wilson, double? Completeness, string Explain)
{
    public static IEnumerable<ComparedLine> AllOf(Comparison comparison) =>
        from v in comparison.Versions
        from g in v.Groups
        select new ComparedLine(
            v.Definition, v.Version, v.Title, v.Differ, g.Key, g.Cases, g.Present, g.Absent, g.NotYetDue, g.DueNotAssessed, g.Lost, g.Died, g.Withdrawn,
            g.Rate, g.Wilson, g.Completeness, g.Explain);
}
