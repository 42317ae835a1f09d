using System.Security.Cryptography;
using System.Text;
using Periop.Domain.Record;
using Periop.Domain.Text;

namespace Periop.Domain.Cases;

/// <summary>What surrounds a command: who sent it, when, and what the hospital stops.</summary>
/// <param name="EntryId">The entry's id: the client's, or one made for it.</param>
/// <param name="Content">The hash that tells a repeat from another command under the same id.</param>
/// <param name="Now">The server's time.</param>
/// <param name="IfMatch">The version the sender had seen, if it insists on it.</param>
/// <param name="Stops">The codes of the flags that stop an entry at a screen.</param>
/// <param name="Rules">What the case is judged by.</param>
public sealed record Circumstances(
    Guid EntryId, string Content, string By, DateTimeOffset Now, long? IfMatch, IReadOnlySet<string> Stops, RuleBook Rules)
{
    /// <summary>How many seconds the command waited in a queue; null when it was sent at once.</summary>
    public int? Waited { get; init; }

    /// <summary>The rooms of the hospital; when it has named none, each is taken for one.</summary>
    public IReadOnlyList<string> Rooms { get; init; } = [];

    /// <summary>Whether the sender may take out of account what was planned, and nothing else.</summary>
    public bool PlanningAlone { get; init; }
}

/// <summary>Proof that something was recorded.</summary>
/// <param name="Version">The case's version with this entry.</param>
/// <param name="Flags">What this entry raised.</param>
public sealed record Receipt(Guid CaseId, Guid EntryId, long Version, DateTimeOffset RecordedAt, IReadOnlyList<Flag> Flags)
{
    /// <summary>Whether the entry's free text has been taken away since.</summary>
    public bool TextMasked { get; init; }
}

/// <summary>What a command led to.</summary>
public abstract record CommandResult
{
    CommandResult()
    {
    }

    public sealed record Recorded(Receipt Receipt, SurgicalCase Case, IReadOnlyList<Entry> Entries) : CommandResult;

    /// <summary>It had been recorded before: the first receipt again.</summary>
    public sealed record Replayed(Receipt Receipt) : CommandResult;

    public sealed record Refused(Refusal Refusal) : CommandResult;

    /// <summary>The flags that want a reason first.</summary>
    /// <param name="Missing">What could be recorded first instead, in order.</param>
    public sealed record Stopped(IReadOnlyList<Flag> Flags, IReadOnlyList<CaseCommand> Missing) : CommandResult;

    /// <summary>The hospital has no such case.</summary>
    public sealed record NoSuchCase : CommandResult;

    /// <summary>The case has moved on since the sender looked.</summary>
    public sealed record Stale(long Version) : CommandResult;
}

/// <summary>The way every command takes into a case.</summary>
public static class Recording
{
    /// <summary>How far ahead a sender's clock may be.</summary>
    public static readonly TimeSpan ClockTolerance = TimeSpan.FromMinutes(5);

    /// <summary>Records a command, or says why not. Pure.</summary>
    /// <param name="soFar">The case; null when there is none, as when the command schedules it.</param>
    public static CommandResult Record(SurgicalCase? soFar, CaseCommand command, Circumstances at)
    {
        if (soFar is null && command is not ScheduleCase)
            return new CommandResult.NoSuchCase();
        if (soFar is not null && soFar.Entries.TryGetValue(at.EntryId, out var earlier))
            return earlier.Event.Content == at.Content
                ? new CommandResult.Replayed(ReceiptFor(soFar, earlier, at.Rules))
                : new CommandResult.Refused(Refusal.EntryIdReused);
        if (soFar is not null && command.Replaces is not null && soFar.Entries.ContainsKey(DerivedId(at.EntryId)))
            return new CommandResult.Refused(Refusal.EntryIdReused);
        if (soFar is not null && at.IfMatch is { } seen && seen != soFar.Version)
            return new CommandResult.Stale(soFar.Version);
        if (Admission.WhyNot(soFar, command, at) is { } refusal)
            return new CommandResult.Refused(refusal);

        var without = soFar is not null && command.Replaces is { } replaced ? Add(soFar, Retraction(replaced, command, at), at) : soFar;
        if (Admission.WhyNotNow(without, command, at) is { } notNow)
            return new CommandResult.Refused(notNow);
        return (command is ScheduleCase schedule ? schedule.Decide(at.EntryId) : command.Decide(without!, at)) switch
        {
            Decision.ToRefuse no => new CommandResult.Refused(no.Refusal),
            Decision.ToRecord yes => Judge(soFar, without, Add(without, Stamped(yes.Event, command, at), at), command, at),
            _ => throw new InvalidOperationException("A decision records or refuses."),
        };
    }

    /// <summary>The receipt that an entry got when it was recorded, worked out again from the case as it was then.</summary>
    public static Receipt ReceiptFor(SurgicalCase surgicalCase, Entry entry, RuleBook rules) =>
        ReceiptFor(surgicalCase.AtVersion(VersionBefore(entry)), surgicalCase.AtVersion(entry.Version)!, entry, rules);

    /// <param name="without">The case before, without what the command replaces.</param>
    static CommandResult Judge(SurgicalCase? before, SurgicalCase? without, SurgicalCase after, CaseCommand command, Circumstances at)
    {
        var entry = after.Entries[at.EntryId];
        var receipt = ReceiptFor(before, after, entry, at.Rules);
        var stops = receipt.Flags.Where(f => at.Stops.Contains(f.Code) && f.EntryIds.Contains(entry.Id)).ToArray();
        return stops.Length > 0 && command.Source is EntrySource.Live && command.Override is null && at.Waited is null
            ? new CommandResult.Stopped(stops, without is null ? [] : Lacking.Of(without, after, stops, at))
            : new CommandResult.Recorded(receipt, after, [.. after.Entries.Values.Where(e => e.Version > (before?.Version ?? 0)).OrderBy(e => e.Version)]);
    }

    static Receipt ReceiptFor(SurgicalCase? before, SurgicalCase after, Entry entry, RuleBook rules) =>
        new(after.Id, entry.Id, entry.Version, entry.RecordedAt, CaseFlags.Raised(before, after, rules)) { TextMasked = entry.Masked is not null };

    /// <summary>An entry that replaces another is preceded by the retraction it brought along.</summary>
    static long VersionBefore(Entry entry) => entry.Version - (entry.Event.Replaces is null ? 1 : 2);

    /// <summary>Recording times rise strictly within a case, whatever the clocks of the nodes say: "as of" rests on it.</summary>
    internal static SurgicalCase Add(SurgicalCase? soFar, CaseEvent happened, Circumstances at)
    {
        var now = at.Now.ToMicroseconds().ToUniversalTime();
        var recordedAt = soFar is not null && now <= soFar.RecordedAt ? soFar.RecordedAt.AddMicroseconds(1) : now;
        return SurgicalCase.Evolve(soFar, happened, recordedAt, at.By);
    }

    static CaseEvent Stamped(CaseEvent happened, CaseCommand command, Circumstances at) => InRoomOf(at, happened) with
    {
        EntryId = at.EntryId,
        OccurredAt = (command.OccurredAt is { } stated && !Admission.IsDeviceAhead(command, at.Now) ? stated : at.Now).ToMicroseconds(),
        DeviceAt = Admission.IsDeviceAhead(command, at.Now) ? command.OccurredAt!.Value.ToMicroseconds() : null,
        Precision = command.Precision,
        Source = command.Source,
        Waited = at.Waited,
        RecordedFor = command.RecordedFor,
        AfterStop = command.AfterStop,
        Override = command.Override,
        Reason = command.Reason,
        Note = command.Note,
        Replaces = command.Replaces,
        Content = at.Content,
    };

    static CaseEvent InRoomOf(Circumstances at, CaseEvent happened) =>
        happened is INamesRoom { Room: { } room } names && at.Rooms.Count > 0 && !at.Rooms.Contains(room.Value) ? names.InUnknownRoom() : happened;

    static EntryRetracted Retraction(Guid replaced, CaseCommand command, Circumstances at) => new(replaced)
    {
        EntryId = DerivedId(at.EntryId),
        OccurredAt = at.Now.ToMicroseconds(),
        Source = command.Source,
        Reason = command.Reason,
    };

    /// <summary>The id of the retraction that comes with a replacement: the same whenever the replacement is sent again.</summary>
    internal static Guid DerivedId(Guid entryId) => DerivedId(entryId, "replaces");

    /// <summary>The id of what comes with an entry: the same whenever that is sent again.</summary>
    internal static Guid DerivedId(Guid entryId, string what)
    {
        var hash = SHA256.HashData([.. entryId.ToByteArray(bigEndian: true), .. Encoding.UTF8.GetBytes(what)]);
        hash[6] = (byte)(0x80 | (hash[6] & 0x0F));      // RFC 9562 version 8: made by a rule of our own
        hash[8] = (byte)(0x80 | (hash[8] & 0x3F));
        return new Guid(hash.AsSpan(0, 16), bigEndian: true);
    }
}
