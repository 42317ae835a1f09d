namespace Periop.Domain.Times.RecordKeeping;

/// <summary>How something came into the record: a milestone's time, or what a stop had asked for.</summary>
public enum RecordedHow
{
    /// <summary>A milestone: within 5 minutes.</summary>
    Prompt,

    /// <summary>A milestone: within 20.</summary>
    Delayed,

    /// <summary>A milestone: after that.</summary>
    Late,

    /// <summary>A milestone: told by a file or by notes of a downtime, or known to the day alone.</summary>
    Unknown,

    /// <summary>A milestone: not at all, though what comes after it is.</summary>
    NotRecorded,

    /// <summary>A stop: its step was recorded with a reason to go past it.</summary>
    Overridden,

    /// <summary>A stop: an entry that it had asked for was recorded.</summary>
    RecordedAfterStop,

    /// <summary>
    /// A stop: its flag stands and nobody gave a reason. It came from a queue, a file, a device or notes, was no stop of the hospital, or is so
    /// by what was recorded or corrected later.
    /// </summary>
    NotStopped,
}
