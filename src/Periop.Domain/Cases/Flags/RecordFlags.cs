namespace Periop.Domain.Cases;

/// <summary>Entries that come when there should be none any more.</summary>
static class RecordFlags
{
    public static readonly FlagRule[] Rules =
    [
        new("entry-after-signature", Severity.Attention, "After signature",
            "An intraoperative entry, or a correction of one, recorded after surgeon and circulating nurse had signed.", AfterSignature),
        new("entry-after-calling-off", Severity.Attention, "After calling off",
            "A file or a downtime note that carries on a case that was called off.", AfterCallingOff),
        new("entry-after-death", Severity.Attention, "After death", "Something happened to the patient after the recorded death.", AfterDeath),
    ];

    static IEnumerable<Raised> AfterSignature(SurvivingEntries entries) =>
        Signatures.Freezing(entries) is not { } signature ? [] :
        from entry in entries
        where entry.Version > signature.Version && Concerned(entry.Event, entries.Case) is IntraoperativeEvent
        select new Raised("This was recorded after the record had been signed.", entry);

    /// <summary>Bringing a case to its end that was aborted is no surprise; a room entry after the calling off is.</summary>
    static IEnumerable<Raised> AfterCallingOff(SurvivingEntries entries)
    {
        if (entries.Last<CaseCalledOff>() is not { } callingOff)
            return [];
        var aborted = entries.First<PatientEnteredRoom>() is { } entered && entered.EffectiveAt < callingOff.EffectiveAt;
        return from entry in entries
               where entry.Version > callingOff.Version && entry.EffectiveAt >= callingOff.EffectiveAt
               where aborted ? entry.Event is ISurgicalStep and not (ClosingStarted or WoundClosed or HardwareRemoved) : entry.Event is IntraoperativeEvent
               select new Raised("This is recorded although the case was called off.", callingOff, entry);
    }

    static IEnumerable<Raised> AfterDeath(SurvivingEntries entries) =>
        entries.First<PatientDied>() is not { } death ? [] :
        from entry in entries
        where entry.EffectiveAt > death.EffectiveAt && entry.Event is not IMayFollowDeath
        select new Raised("This happened after the recorded death.", death, entry);

    /// <summary>What an entry is about in the end: a correction, also the correction of a correction, is about what it corrects.</summary>
    static CaseEvent Concerned(CaseEvent happened, SurgicalCase surgicalCase) => happened switch
    {
        TimeCorrected correction => Concerned(surgicalCase.Entries[correction.TargetEntryId].Event, surgicalCase),
        EntryRetracted retraction => Concerned(surgicalCase.Entries[retraction.TargetEntryId].Event, surgicalCase),
        _ => happened,
    };
}
