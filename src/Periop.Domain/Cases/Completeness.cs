namespace Periop.Domain.Cases;

/// <summary>How much of what a record of this case should have is there.</summary>
public sealed record Completeness(int Recorded, int Expected, IReadOnlyList<string> Missing)
{
    /// <summary>A case that was cancelled, or entered in error, owes nothing.</summary>
    public static Completeness Of(SurvivingEntries entries, RuleBook rules)
    {
        if (Progress.Of(entries).Status is CaseStatus.Cancelled or CaseStatus.EnteredInError)
            return new Completeness(0, 0, []);
        var expected = rules.Expectations.Where(e => e.Applies(entries)).ToArray();
        string[] missing = [.. expected.Where(e => !e.IsRecorded(entries)).Select(e => e.Name)];
        return new Completeness(expected.Length - missing.Length, expected.Length, missing);
    }
}
