using Microsoft.AspNetCore.Authentication;
using Periop.Domain.Cases;
using Periop.Domain.Text;

namespace Periop.Server.Access.SignIn;

/// <summary>The one signature that somebody signs in for, at a screen where somebody else stays signed in.</summary>
/// <param name="EntryId">Of the entry that it will be: sent twice, it is recorded once.</param>
sealed record OneSignature(Guid CaseId, TeamRole Role, SignatureMeaning Meaning, Guid EntryId)
{
    const string Item = "signature";

    /// <summary>Where it is sent to, and the one place where its cookie goes.</summary>
    public string Target => $"/api/cases/{CaseId}/signatures";

    /// <summary>Where the page goes on that sends it.</summary>
    public string Going => $"{Page}#signing={Said}";

    /// <summary>The page of the case.</summary>
    public string Page => $"/cases/{CaseId}";

    string Said => $"{Vocabulary.WordFor(Role)},{Vocabulary.WordFor(Meaning)},{EntryId}";

    /// <summary>Where the page says why nobody has signed.</summary>
    public string Refused(string why) => $"{Page}#signing-refused={why}";

    public override string ToString() => $"{CaseId},{Said}";

    public void Write(AuthenticationProperties properties) => properties.Items[Item] = ToString();

    /// <summary>Null for what is of no signature.</summary>
    public static OneSignature? Read(AuthenticationProperties? properties) => Read(properties?.Items.TryGetValue(Item, out var text) is true ? text : null);

    /// <summary>As it is written; null when it is none.</summary>
    public static OneSignature? Read(string? text) => text?.Split(',') is [var caseId, var role, var meaning, var entryId]
        ? Read(caseId, role, meaning, entryId) : null;

    /// <summary>From its parts; null when one of them is none.</summary>
    public static OneSignature? Read(string? caseId, string? role, string? meaning, string? entryId) =>
        Guid.TryParse(caseId, out var ofCase) && Guid.TryParse(entryId, out var entry) && entry != Guid.Empty
        && Vocabulary.TryRead<TeamRole>(role ?? "", out var teamRole) && Vocabulary.TryRead<SignatureMeaning>(meaning ?? "", out var meant)
            ? new OneSignature(ofCase, teamRole, meant, entry) : null;
}
