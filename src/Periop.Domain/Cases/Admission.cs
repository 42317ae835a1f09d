using Periop.Domain.Record;

namespace Periop.Domain.Cases;

/// <summary>What is refused whatever the command. Everything else is recorded.</summary>
static class Admission
{
    public static readonly DateTimeOffset EarliestSensible = new(1900, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Why a command cannot be meant.</summary>
    public static Refusal? WhyNot(SurgicalCase? soFar, CaseCommand command, Circumstances at) =>
        (WhyNotTime(command.OccurredAt, at.Now, command.Precision) is { } notThen && !IsDeviceAhead(command, at.Now) ? notThen : null)
        ?? (soFar is not null && command.Replaces is { } replaced ? soFar.WhyNotRetract(replaced, at) : null);

    /// <summary>Whether a device that nobody can ask says a time that has not come: its clock is ahead.</summary>
    public static bool IsDeviceAhead(CaseCommand command, DateTimeOffset now) => command.Source is EntrySource.Device && IsAhead(command.OccurredAt, now, null);

    /// <summary>Why a stated time cannot be meant; also for times that a command has of its own.</summary>
    public static Refusal? WhyNotTime(DateTimeOffset? stated, DateTimeOffset now, TimePrecision? precision = null) =>
        IsAhead(stated, now, precision) ? Refusal.TimeInTheFuture(now)
        : stated < EarliestSensible ? Refusal.Senseless("This time lies before 1900.")
        : null;

    /// <summary>A day that has begun is not ahead, although it is stated by its end.</summary>
    static bool IsAhead(DateTimeOffset? stated, DateTimeOffset now, TimePrecision? precision) =>
        stated > now + (precision is TimePrecision.Day ? KnownToTheDay.LongestDay : Recording.ClockTolerance);

    /// <summary>
    /// Why the case cannot take the command as it stands, with what the command replaces taken out. What waited in a queue is taken:
    /// its recorder could not know.
    /// </summary>
    public static Refusal? WhyNotNow(SurgicalCase? standing, CaseCommand command, Circumstances at)
    {
        if (standing is null || at.Waited is not null)
            return null;
        var entries = standing.Surviving();
        return CalledOff(entries, command) ?? Signed(entries, command, command.OccurredAt ?? at.Now);
    }

    /// <summary>
    /// A case called off does not go on; what it still takes, the command says. Files and notes of a downtime are taken and flagged.
    /// </summary>
    static Refusal? CalledOff(SurvivingEntries entries, CaseCommand command) =>
        CallingOff.Standing(entries) is { } callingOff
        && command.Source is EntrySource.Live or EntrySource.Device
        && (command.AfterCallingOff is AfterCallingOff.Refused
            || (command.AfterCallingOff is AfterCallingOff.TakenIfAborted && entries.First<PatientEnteredRoom>() is null))
            ? Refusal.CaseCalledOff(callingOff.Id)
            : null;

    /// <summary>A signed operation takes an entry with a reason, or one of an offline time before the signature.</summary>
    static Refusal? Signed(SurvivingEntries entries, CaseCommand command, DateTimeOffset occurredAt) =>
        command.IsFrozenBySignature
        && command.Reason is null
        && Signatures.Freezing(entries) is { } signature
        && !(command.Source is not EntrySource.Live && occurredAt <= signature.EffectiveAt)
            ? Refusal.RecordSigned
            : null;
}
