using System.Buffers.Text;
using System.Security.Cryptography;

namespace Periop.Server.Access.Displays;

/// <summary>What a screen shows until somebody enters it: read across a room, typed once, of no use after ten minutes.</summary>
static class PairingCode
{
    /// <summary>Without those that look like others.</summary>
    const string Characters = "23456789ABCDEFGHJKMNPQRSTVWXYZ";

    const int Length = 8;

    public static string New() => RandomNumberGenerator.GetString(Characters, Length);

    /// <summary>What only the screen knows, by which it is told that its code was entered.</summary>
    public static string NewSecret() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    /// <summary>In two halves.</summary>
    public static string Shown(string code) => $"{code[..(Length / 2)]}-{code[(Length / 2)..]}";

    /// <summary>However it was typed; null when it cannot be one.</summary>
    public static string? Read(string typed)
    {
        var code = string.Concat(typed.Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant();
        return code.Length == Length && code.All(Characters.Contains) ? code : null;
    }
}
