using Periop.Domain.Text;

namespace Periop.Domain.Cases;

/// <summary>Entries that come when there should be none any more.</summary>
static class RecordFlags
{
    public static readonly FlagRule[] Rules =
    [
        new("entry-after-signature", Severity.Attention, "After signature",
            "An intraoperative entry, or a correction of one, recorded after surgeon and circulating nurse had signed.", AfterSignature)
        {
            MayChangeWith = happened => happened is IntraoperativeEvent,
        },
        new("signature-withdrawn", Severity.Safety, "No longer signed", "A signature was retracted, or replaced.", SignatureWithdrawn)
        {
            MayChangeWith = happened => happened is EntryRetracted,
        },
        new("entry-after-calling-off", Severity.Attention, "After calling off",
            "An entry, or a corrected time, that carries on a case that was called off.", AfterCallingOff)
        {
            MayChangeWith = happened => happened is IntraoperativeEvent or PlanningEvent or ISurgicalStep,
        },
        new("called-off-after-surgery", Severity.Attention, "Called off late",
            "A case called off after a wound was closed or, with an incision, after the patient left the room. It stays as it was.", CalledOffAfterSurgery)
        {
            MayChangeWith = happened => happened is CaseCalledOff or WoundClosed or IncisionMade or PatientLeftRoom,
        },
        new("entry-after-death", Severity.Attention, "After death", "Something happened to the patient after the recorded death.", AfterDeath),
    ];

    /// <summary>By what stood when the entry was recorded: neither a signature withdrawn later nor a new one changes it.</summary>
    static IEnumerable<Raised> AfterSignature(SurvivingEntries entries) =>
        from entry in entries
        where entries.WhenRecorded.Signed.Contains(entry.Id)
        select new Raised("This was recorded after the record had been signed.", entry);

    static IEnumerable<Raised> SignatureWithdrawn(SurvivingEntries entries) =>
        from retraction in entries.All<EntryRetracted>()
        let signature = entries.Case.Entries.GetValueOrDefault(((EntryRetracted)retraction.Event).TargetEntryId)
        where signature?.Event is RecordSigned
        let role = ((RecordSigned)signature.Event).Role
        select new Raised($"The signature as {Vocabulary.WordFor(role)} was withdrawn.", retraction, signature);

    /// <summary>By what stood when the entry was recorded.</summary>
    static IEnumerable<Raised> AfterCallingOff(SurvivingEntries entries) =>
        from entry in entries
        let callingOff = entries.WhenRecorded.CalledOff.GetValueOrDefault(entry.Id)
        where callingOff is not null
        select new Raised("This is recorded although the case was called off.", callingOff, entry);

    static IEnumerable<Raised> CalledOffAfterSurgery(SurvivingEntries entries) =>
        from callingOff in entries.All<CaseCalledOff>()
        where CallingOff.IsAfterSurgery(callingOff, entries)
        select new Raised("The case was called off when the operation was over; that changes nothing.", callingOff);

    static IEnumerable<Raised> AfterDeath(SurvivingEntries entries) =>
        entries.First<PatientDied>() is not { } death ? [] :
        from entry in entries
        where entry.EffectiveAt > death.EffectiveAt && entry.Event is not IMayFollowDeath && !KnownToTheDay.IsSameDay(entry, death)
        select new Raised("This happened after the recorded death.", death, entry);
}
