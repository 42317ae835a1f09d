namespace Periop.Domain.Cases;

/// <summary>Who signed, and what that freezes.</summary>
public static class Signatures
{
    /// <summary>
    /// The entry that froze the intraoperative part: the signature that completed the pair of surgeon and circulating nurse, who are
    /// two people. Null while one of them is missing.
    /// </summary>
    public static Entry? Freezing(SurvivingEntries entries) => Freezing(entries.All<RecordSigned>().OrderBy(e => e.Version));

    /// <summary>The signature that completed the pair.</summary>
    /// <param name="signatures">Those that stand, in order of recording.</param>
    internal static Entry? Freezing(IEnumerable<Entry> signatures)
    {
        var (surgeons, nurses) = (new HashSet<string>(StringComparer.Ordinal), new HashSet<string>(StringComparer.Ordinal));
        foreach (var signature in signatures)
        {
            var role = ((RecordSigned)signature.Event).Role;
            if (role is TeamRole.Surgeon)
                surgeons.Add(signature.RecordedBy);
            else if (role is TeamRole.CirculatingNurse)
                nurses.Add(signature.RecordedBy);
            if (surgeons.Count > 0 && nurses.Count > 0 && (surgeons.Count > 1 || !nurses.SetEquals(surgeons)))
                return signature;
        }

        return null;
    }

    /// <summary>The signature in the other role of the pair that keeps someone from signing in this one.</summary>
    internal static Entry? OfTheOther(TeamRole role, string signer, SurvivingEntries entries) => role switch
    {
        TeamRole.Surgeon => By(signer, TeamRole.CirculatingNurse, entries),
        TeamRole.CirculatingNurse => By(signer, TeamRole.Surgeon, entries),
        _ => null,
    };

    static Entry? By(string signer, TeamRole role, SurvivingEntries entries) =>
        entries.All<RecordSigned>(s => s.Role == role).FirstOrDefault(e => e.RecordedBy == signer);
}
