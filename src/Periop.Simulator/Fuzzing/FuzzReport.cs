namespace Periop.Simulator.Fuzzing;

/// <summary>What came of trying.</summary>
/// <param name="Statuses">How often each was answered.</param>
/// <param name="Operations">How many of those that are described were tried.</param>
public sealed record FuzzReport(
    int Seed, int Requests, TimeSpan Elapsed, IReadOnlyDictionary<int, int> Statuses, int Operations, int Described, IReadOnlyList<FuzzFinding> Findings)
{
    public bool IsClean => Findings.Count == 0;
}

/// <summary>An answer that no request may have.</summary>
/// <param name="What">What is wrong with it.</param>
/// <param name="Request">The request in full, to be sent again by hand.</param>
/// <param name="Answer">How the answer begins.</param>
public sealed record FuzzFinding(int Number, string What, string Request, string Answer);
