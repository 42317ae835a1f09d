namespace Periop.Domain.Cases;

/// <summary>
/// Entries judged by what stood when they were recorded, so that nothing recorded later changes it: found in one walk over the entries
/// in order of recording.
/// </summary>
/// <param name="Signed">Those of the operation that were recorded while the record was frozen, and what corrects them.</param>
/// <param name="CalledOff">Those that carried on a case that was called off, each with the calling off.</param>
sealed record WhenRecorded(IReadOnlySet<Guid> Signed, IReadOnlyDictionary<Guid, Entry> CalledOff)
{
    static readonly WhenRecorded Nothing = new(new HashSet<Guid>(), new Dictionary<Guid, Entry>());

    /// <summary>Whether there is none, and will not be unless an event comes with which there may be.</summary>
    public bool IsNothing => ReferenceEquals(this, Nothing);

    /// <summary>Whether an event is of a kind after which others may come when there should be none.</summary>
    public static bool MayBeginWith(CaseEvent happened) => happened is RecordSigned or CaseCalledOff;

    public static WhenRecorded Of(SurgicalCase surgicalCase)
    {
        if (!surgicalCase.Entries.Values.Any(e => MayBeginWith(e.Event)))
            return Nothing;
        var (signed, calledOff) = (new HashSet<Guid>(), new Dictionary<Guid, Entry>());
        var about = new Dictionary<Guid, CaseEvent>();
        var soFar = new RecordSoFar();
        foreach (var entry in surgicalCase.InOrderOfRecording())
        {
            // a correction, also the correction of a correction, is about what it corrects in the end
            about[entry.Id] = entry.Event is IChangesEntry change && about.TryGetValue(change.TargetEntryId, out var changed) ? changed : entry.Event;
            if (about[entry.Id] is IntraoperativeEvent && soFar.IsSigned)
                signed.Add(entry.Id);
            if (soFar.WasCalledOff && CarriedOn(entry, surgicalCase, soFar) is { } callingOff)
                calledOff.Add(entry.Id, callingOff);
            soFar.Add(entry);
        }

        return new WhenRecorded(signed, calledOff);
    }

    /// <summary>The calling off that an entry, or a corrected time, goes past. To bring an aborted case to its end is no surprise.</summary>
    static Entry? CarriedOn(Entry entry, SurgicalCase surgicalCase, RecordSoFar soFar)
    {
        var (what, at) = entry.Event is TimeCorrected correction
            ? (surgicalCase.Entries.GetValueOrDefault(correction.TargetEntryId)?.Event, correction.CorrectedTo)
            : (entry.Event, entry.Event.OccurredAt);
        if (soFar.CalledOff(new Moment(at, entry.Version)) is not { } callingOff)
            return null;
        var carriesOn = what is PlanChanged or DelayRecorded || (soFar.IsAborted(callingOff)
            ? what is ISurgicalStep and not (ClosingStarted or WoundClosed or HardwareRemoved)
            : what is IntraoperativeEvent);
        return carriesOn ? callingOff : null;
    }
}
