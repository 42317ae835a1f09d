using Periop.Domain.Record;
using Periop.Domain.Text;

namespace Periop.Domain.Cases;

/// <summary>An entry of another case.</summary>
public sealed record Elsewhere(Guid CaseId, Guid EntryId);

/// <summary>Marks what points at an earlier entry of its case, and goes where that goes.</summary>
interface IPointsAtEntry
{
    /// <summary>The entry; null when it points at none of its case.</summary>
    Guid? PointsAt { get; }

    CaseEvent PointingAt(Guid target);
}

/// <summary>What a move came to.</summary>
/// <param name="Here">In the case that the entries were taken from, whose receipt it is.</param>
/// <param name="There">The other case with them; null when nothing was moved.</param>
/// <param name="EntriesThere">What was recorded there.</param>
public sealed record MoveResult(CommandResult Here, SurgicalCase? There, IReadOnlyList<Entry> EntriesThere)
{
    internal MoveResult(CommandResult here) : this(here, null, [])
    {
    }
}

/// <summary>The way of entries from one case into another. What happened, happened: nothing stops it, and the case that it is moved to takes it.</summary>
public static class Moving
{
    /// <summary>Moves entries, or says why not. Pure.</summary>
    public static MoveResult Move(SurgicalCase? from, SurgicalCase? to, MoveEntries command, Circumstances at)
    {
        if (from is null)
            return new MoveResult(new CommandResult.NoSuchCase());
        if (from.Entries.TryGetValue(at.EntryId, out var earlier))
            return new MoveResult(earlier.Event.Content == at.Content
                ? new CommandResult.Replayed(ReceiptFor(from.AtVersion(earlier.Version)!, command, at))
                : new CommandResult.Refused(Refusal.EntryIdReused));
        if (at.IfMatch is { } seen && seen != from.Version)
            return new MoveResult(new CommandResult.Stale(from.Version));
        if ((Admission.WhyNot(from, command, at) ?? WhyNot(from, to, command, at)) is { } refusal)
            return new MoveResult(new CommandResult.Refused(refusal));

        var moved = command.TargetEntryIds.Select(id => from.Entries[id]).OrderBy(e => e.Version).ToArray();
        var (here, there) = (from, to!);
        foreach (var entry in moved)
        {
            var id = entry == moved[^1] ? at.EntryId : Recording.DerivedId(at.EntryId, $"here {entry.Id}");
            here = Recording.Add(here, Retraction(entry, id, command, at), at);
            there = Recording.Add(there, Copy(entry, from, command, at), at);
        }

        return new MoveResult(
            new CommandResult.Recorded(ReceiptFor(here, command, at), here, [.. here.InOrderOfRecording().Skip((int)from.Version)]),
            there, [.. there.InOrderOfRecording().Skip((int)to!.Version)]);
    }

    static Receipt ReceiptFor(SurgicalCase after, MoveEntries command, Circumstances at) => new(
        after.Id, at.EntryId, after.Version, after.RecordedAt,
        CaseFlags.Raised(after.AtVersion(after.Version - command.TargetEntryIds.Count), after, at.Rules));

    static Refusal? WhyNot(SurgicalCase from, SurgicalCase? to, MoveEntries command, Circumstances at)
    {
        if (to is null)
            return Refusal.NoCaseToMoveTo(command.ToCaseId);
        if (to.Id == from.Id)
            return Refusal.Senseless("The entries are in this case already.");
        foreach (var target in command.TargetEntryIds)
            if (from.WhyNotRetract(target, at) is { } notThis)
                return notThis;
            else if (!IsMovable(from.Entries[target].Event))
                return Refusal.NotMovable(target);
            else if (to.Entries.ContainsKey(IdThere(target, at)))
                return Refusal.EntryIdReused;
        var moved = command.TargetEntryIds.ToHashSet();
        return from.Surviving().FirstOrDefault(e => (e.Event as IPointsAtEntry)?.PointsAt is { } target && moved.Contains(e.Id) != moved.Contains(target))
            is { } torn ? Refusal.LeftBehind(torn.Id) : null;
    }

    /// <summary>What is about this case's record stays with it; everything that happened to a patient can be moved.</summary>
    static bool IsMovable(CaseEvent happened) =>
        happened is not (CaseScheduled or PatientCorrected or RecordSigned or FlagAcknowledged or CodesDecided or EntryMasked or IChangesEntry);

    static EntryRetracted Retraction(Entry entry, Guid id, MoveEntries command, Circumstances at) =>
        new(entry.Id, new Elsewhere(command.ToCaseId, IdThere(entry.Id, at)))
        {
            EntryId = id,
            OccurredAt = (command.OccurredAt ?? at.Now).ToMicroseconds(),
            Source = command.Source,
            Reason = command.Reason,
            Note = command.Note,
            Waited = at.Waited,
            RecordedFor = command.RecordedFor,
            Content = at.Content,
        };

    static CaseEvent Copy(Entry entry, SurgicalCase from, MoveEntries command, Circumstances at) =>
        (entry.Event is IPointsAtEntry { PointsAt: { } target } pointing ? pointing.PointingAt(IdThere(target, at)) : entry.Event) with
        {
            EntryId = IdThere(entry.Id, at),
            OccurredAt = entry.EffectiveAt,
            Precision = entry.Precision,
            Reason = command.Reason,
            Replaces = null,
            Content = at.Content,
            MovedFrom = new Elsewhere(from.Id, entry.Id),
        };

    /// <summary>The same whenever the move is sent again.</summary>
    static Guid IdThere(Guid entry, Circumstances at) => Recording.DerivedId(at.EntryId, $"there {entry}");
}
