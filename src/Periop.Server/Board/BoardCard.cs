using System.Text.Json.Serialization;
using Marten;
using Periop.Domain.Cases;
using Periop.Server.Hospitals;
using Periop.Server.Http;

namespace Periop.Server.Board;

/// <summary>What the board shows of one case, with what it takes to find it there. Another member, or another meaning, needs a new version.</summary>
/// <param name="Date">The local day on whose list it stands; null for a case of no day.</param>
/// <param name="InRoom">Whether the patient is in the room, whatever the day, as far as is recorded.</param>
/// <param name="LastSeenEntering">When it was last recorded that the patient came in; null while the patient is not in the room.</param>
/// <param name="CameFrom">The operating room from which the patient was brought into this one.</param>
/// <param name="IsOver">Whether the patient has died or the case was called off: nobody waits for anything but the exit.</param>
/// <param name="LeftOn">The local day on which the patient left the room.</param>
/// <param name="ReadiedAt">When the room was last ready for it.</param>
/// <param name="CleanedAt">When the room was clean after it.</param>
/// <param name="Position">The store's number of the entry that last changed the card.</param>
/// <param name="RecordedAt">When that entry was recorded.</param>
sealed record BoardCard(
    Guid Id, string Room, DateOnly? Date, bool InRoom, DateTimeOffset? LastSeenEntering, string? CameFrom, bool IsOver, DateOnly? LeftOn,
    DateTimeOffset? ReadiedAt, DateTimeOffset? CleanedAt, long Position, DateTimeOffset RecordedAt, BoardCase Case)
{
    /// <summary>
    /// The cards of another version are kept in a table of their own and worked out beside these: cards of two shapes in one table would
    /// differ in what they can tell, and servers of two releases would overwrite each other's.
    /// </summary>
    public const int Version = 2;

    public const string Table = "boardcard_v2";

    /// <summary>Where cases stand that have no room yet.</summary>
    public const string NoRoom = "unassigned";

    /// <summary>How long a patient stands in a room after the last room entry, if no exit is recorded.</summary>
    static readonly TimeSpan Longest = TimeSpan.FromHours(48);

    public static BoardCard Of(SurgicalCase surgicalCase, Hospital hospital, RuleBook rules, long position)
    {
        var entries = surgicalCase.Surviving();
        var (progress, stay) = (Progress.Of(entries), RoomStay.Of(entries));
        var saysNothingOfNow = entries.AreToldByFilesAlone();
        var inRoom = progress.InRoom && !saysNothingOfNow;
        return new BoardCard(
            surgicalCase.Id, progress.Room?.Value ?? NoRoom,
            CaseDay.Known(entries) is { } day ? hospital.DateOf(day) : null,
            inRoom,
            inRoom ? stay.LastSeenEntering ?? progress.Since : null,
            saysNothingOfNow ? null : stay.CameFrom,
            entries.First<PatientDied>() is not null || progress.Status is CaseStatus.Aborted or CaseStatus.Cancelled,
            !saysNothingOfNow && stay.LeftAt is { } left ? hospital.DateOf(left) : null,
            entries.Last<RoomReadied>()?.EffectiveAt,
            entries.Last<RoomCleaned>()?.EffectiveAt,
            position, surgicalCase.RecordedAt, BoardCase.Of(surgicalCase, entries, progress, stay, rules));
    }

    /// <summary>Until when the patient stands in the room, if no exit is recorded before.</summary>
    [JsonIgnore]
    public DateTimeOffset? StandsUntil => LastSeenEntering + Longest;

    public bool StandsInRoomAt(DateTimeOffset now) => InRoom && now < StandsUntil;

    /// <summary>Whether the patient is still to come into the room.</summary>
    [JsonIgnore]
    public bool IsWaiting => Case.Status is CaseStatus.Scheduled && !IsOver;

    /// <summary>Whether somebody has forgotten the exit.</summary>
    public bool IsUnclosedAt(DateTimeOffset now) => InRoom && now >= StandsUntil && !IsOver;

    /// <summary>The card with further flags, as far as they concern safety.</summary>
    public BoardCard WithFlags(IEnumerable<Flag> further) =>
        this with { Case = Case.With(further.Where(f => f.Severity is Severity.Safety).Select(FlagRaised.Of)) };

    public static void Configure(StoreOptions options) =>
        options.Schema.For<BoardCard>().DocumentAlias(Table)
            .Duplicate(x => x.Date!).Duplicate(x => x.InRoom).Duplicate(x => x.LeftOn!).Duplicate(x => x.Position);
}
