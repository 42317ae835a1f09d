using System.Security.Cryptography;
using System.Text;

namespace Periop.Simulator.Planning;

/// <summary>A fingerprint of everything that is going to be sent, in its order.</summary>
public static class PlanHash
{
    public static string Of(IEnumerable<SimulatedCase> cases) => Of(cases.SelectMany(simulated => simulated.Entries));

    public static string Of(IEnumerable<PlannedEntry> entries)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var entry in entries)
            hash.AppendData(Encoding.UTF8.GetBytes(
                $"{entry.CaseNumber}|{entry.Name}|{entry.EntryId}|{entry.SendAt:O}|{entry.Override}|{entry.Twice}|{entry.Body.ToJsonString()}\n"));
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
