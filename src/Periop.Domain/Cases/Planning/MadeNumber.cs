using System.Security.Cryptography;
using Periop.Domain.Text;

namespace Periop.Domain.Cases;

/// <summary>What a case is called that the hospital has given no number yet: the same whenever its scheduling is sent again.</summary>
static class MadeNumber
{
    /// <summary>No vowels, so that they make no words.</summary>
    const string Letters = "BCDFGHJKLMNPQRSTVWXZ";

    public static Label Of(Guid caseId) =>
        new("#" + string.Concat(SHA256.HashData(caseId.ToByteArray(bigEndian: true)).Take(6).Select(b => Letters[b % Letters.Length])));
}
