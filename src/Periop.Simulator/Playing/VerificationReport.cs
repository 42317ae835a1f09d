namespace Periop.Simulator.Playing;

/// <summary>What the comparison of a ledger with the server found.</summary>
/// <param name="States">What cases come to by a definition, of cases of which that was planned.</param>
/// <param name="Differences">One readable sentence each; empty is the promise kept.</param>
public sealed record VerificationReport(int Cases, int Entries, int States, IReadOnlyList<string> Differences)
{
    public bool IsClean => Differences.Count == 0;
}
