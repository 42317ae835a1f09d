using System.Security.Cryptography;
using Periop.Domain.Text;

namespace Periop.Domain.Cases;

/// <summary>What a case is called that the hospital has given no number yet: the same whenever its scheduling is sent again.</summary>
static class MadeNumber
{
    /// <summary>No vowels, so that they make no words.</summary>
    const string Letters = "BCDFGHJKLMNPQRSTVWXZ";

    const string Begin = "#";

    public static Label Of(Guid caseId) =>
        new(Begin + string.Concat(SHA256.HashData(caseId.ToByteArray(bigEndian: true)).Take(6).Select(b => Letters[b % Letters.Length])));

    /// <summary>Whether a case is called so still. It is asked with every entry, of numbers that hardly ever begin like one that was made.</summary>
    public static bool Is(Label number, Guid caseId) => number.Value.StartsWith(Begin, StringComparison.Ordinal) && number == Of(caseId);
}
