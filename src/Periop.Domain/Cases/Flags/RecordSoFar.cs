namespace Periop.Domain.Cases;

/// <summary>
/// What stands of a record while it is told entry by entry, in order of recording: whether it was signed, and whether and when the case
/// was called off.
/// </summary>
sealed class RecordSoFar
{
    readonly Dictionary<Guid, Landmark> landmarks = [];
    readonly Landmarks signatures = new(), callingsOff = new(), entrances = new(), incisions = new(), closures = new(), exits = new();

    bool? signed = false;

    /// <summary>Whether surgeon and circulating nurse have signed.</summary>
    public bool IsSigned => signed ??= Signatures.Freezing(signatures.Standing.Select(l => l.Entry)) is not null;

    /// <summary>Whether anybody called the case off, be it too late or taken back.</summary>
    public bool WasCalledOff => callingsOff.Any;

    /// <summary>The calling off that counts and that a moment lies behind: of several, the one that happened last.</summary>
    public Entry? CalledOff(Moment moment) =>
        callingsOff.Standing
            .Where(c => c.Moment < moment && !CallingOff.IsAfterSurgery(c.Moment, closures.First, incisions.First, exits.First))
            .MaxBy(c => c.Moment)?.Entry;

    /// <summary>Whether the patient was in the room when the case was called off.</summary>
    public bool IsAborted(Entry callingOff) => entrances.First < landmarks[callingOff.Id].Moment;

    public void Add(Entry entry)
    {
        if (entry.Event is IChangesEntry change)
        {
            if (landmarks.TryGetValue(change.TargetEntryId, out var changed))
                Change(changed, entry);
        }
        else if (Of(entry.Event) is { } kind)
        {
            var landmark = new Landmark(entry, kind);
            landmarks.Add(entry.Id, landmark);
            kind.Add(landmark);
            if (kind == signatures && signed is false)
                signed = null;
        }
    }

    void Change(Landmark landmark, Entry change)
    {
        landmarks.Add(change.Id, landmark);
        landmark.Change(change);
        landmark.Kind.Changed();
        if (landmark.Kind == signatures)
            signed = null;
    }

    Landmarks? Of(CaseEvent happened) => happened switch
    {
        RecordSigned => signatures,
        CaseCalledOff => callingsOff,
        PatientEnteredRoom => entrances,
        IncisionMade => incisions,
        WoundClosed => closures,
        PatientLeftRoom => exits,
        _ => null,
    };
}

/// <summary>The entries of one kind that others are judged by.</summary>
sealed class Landmarks
{
    readonly List<Landmark> all = [];
    Moment? first;
    bool isKnown = true;

    public bool Any => all.Count > 0;

    public IEnumerable<Landmark> Standing => all.Where(l => l.Stands);

    /// <summary>When the first of them happened that stands.</summary>
    public Moment? First
    {
        get
        {
            if (!isKnown)
                first = Standing.Min(l => (Moment?)l.Moment);
            isKnown = true;
            return first;
        }
    }

    public void Add(Landmark landmark)
    {
        all.Add(landmark);
        if (first is null || landmark.Moment < first)
            first = landmark.Moment;
    }

    public void Changed() => isKnown = false;
}

/// <summary>An entry that others are judged by, with what was said of it since.</summary>
sealed class Landmark(Entry entry, Landmarks kind)
{
    readonly List<Entry> changes = [];
    (bool Stands, DateTimeOffset At) state = (true, entry.Event.OccurredAt);
    bool isKnown = true;

    public Entry Entry => entry;

    public Landmarks Kind => kind;

    public bool Stands => State.Stands;

    public Moment Moment => new(State.At, entry.Version);

    (bool Stands, DateTimeOffset At) State
    {
        get
        {
            if (!isKnown)
            {
                var (retractedBy, corrected) = Corrections.Judge(Enumerable.Reverse(changes));
                state = (!retractedBy.ContainsKey(entry.Id), corrected.TryGetValue(entry.Id, out var time) ? time.To : entry.Event.OccurredAt);
                isKnown = true;
            }

            return state;
        }
    }

    /// <summary>What is said of the entry itself counts as it comes; a change of a change is judged when somebody asks.</summary>
    public void Change(Entry change)
    {
        changes.Add(change);
        isKnown &= ((IChangesEntry)change.Event).TargetEntryId == entry.Id;
        if (isKnown)
            state = change.Event is TimeCorrected correction ? state with { At = correction.CorrectedTo } : state with { Stands = false };
    }
}
