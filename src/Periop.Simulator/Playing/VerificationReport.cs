namespace Periop.Simulator.Playing;

/// <summary>What the comparison of a ledger with the server found.</summary>
/// <param name="Differences">One readable sentence each; empty is the promise kept.</param>
public sealed record VerificationReport(int Cases, int Entries, IReadOnlyList<string> Differences)
{
    public bool IsClean => Differences.Count == 0;
}
