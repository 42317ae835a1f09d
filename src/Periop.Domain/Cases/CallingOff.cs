namespace Periop.Domain.Cases;

/// <summary>What a calling off means: it is judged by when it happened, not by when it was recorded.</summary>
static class CallingOff
{
    /// <summary>The calling off that counts; null when the case goes on. One that comes after the operation changes nothing.</summary>
    public static Entry? Standing(SurvivingEntries entries) => entries.All<CaseCalledOff>().LastOrDefault(c => !IsAfterSurgery(c, entries));

    /// <summary>Whether the operation was over when it happened.</summary>
    public static bool IsAfterSurgery(Entry callingOff, SurvivingEntries entries) =>
        IsAfterSurgery(Moment.Of(callingOff), First<WoundClosed>(entries), First<IncisionMade>(entries), First<PatientLeftRoom>(entries));

    /// <summary>After a wound closure or, with an incision, after the room exit.</summary>
    /// <param name="closure">When the first wound was closed; null while none is. The others alike.</param>
    public static bool IsAfterSurgery(Moment callingOff, Moment? closure, Moment? incision, Moment? exit) =>
        closure < callingOff || (incision < callingOff && exit < callingOff);

    static Moment? First<TEvent>(SurvivingEntries entries) => entries.First<TEvent>() is { } first ? Moment.Of(first) : null;
}
