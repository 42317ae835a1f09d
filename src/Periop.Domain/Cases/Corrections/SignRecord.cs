using Periop.Domain.Record;

namespace Periop.Domain.Cases;

/// <summary>What a signature stands for.</summary>
public enum SignatureMeaning { Author, Reviewer, Approver }

/// <summary>Signs the record; the signer is whoever holds the token. After surgeon and circulating nurse, the intraoperative part is frozen.</summary>
/// <example>{ "role": "surgeon", "meaning": "author" }</example>
public sealed record SignRecord(TeamRole Role, SignatureMeaning Meaning) : CaseCommand
{
    /// <summary>Surgeon and circulating nurse check each other: nobody signs as both. In the same role one may sign again.</summary>
    public override Decision Decide(SurgicalCase surgicalCase, Circumstances at) =>
        Signatures.OfTheOther(Role, at.By, surgicalCase.Surviving()) is { } own ? Refusal.SignerSignedAlready(own.Id) : new RecordSigned(Role, Meaning);
}

/// <summary>The record was signed.</summary>
[StoredAs("record_signed")]
public sealed record RecordSigned(TeamRole Role, SignatureMeaning Meaning) : CaseEvent, IMayFollowDeath;
