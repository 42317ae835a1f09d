namespace Periop.Domain.Cases;

/// <summary>Who signed, and what that freezes.</summary>
public static class Signatures
{
    /// <summary>
    /// The entry that froze the intraoperative part: the signature that completed the pair of surgeon and circulating nurse.
    /// Null while one of them is missing.
    /// </summary>
    public static Entry? Freezing(SurvivingEntries entries)
    {
        var first = new[] { TeamRole.Surgeon, TeamRole.CirculatingNurse }
            .Select(role => entries.All<RecordSigned>(s => s.Role == role).MinBy(e => e.Version)).ToArray();
        return Array.TrueForAll(first, e => e is not null) ? first.MaxBy(e => e!.Version) : null;
    }
}
