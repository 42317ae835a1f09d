using System.Text.Json.Serialization;
using Periop.Domain.Cases;
using Periop.Server.Hospitals;
using Periop.Server.Http;

namespace Periop.Server.Board;

/// <summary>A room on the board.</summary>
/// <param name="Label">What it is called on a wall.</param>
/// <param name="Since">When its state began; null when that is not recorded, or was on another day.</param>
/// <param name="Current">The case whose patient is in it; of several, the one that came last.</param>
/// <param name="Next">The first of the day's list that has not begun.</param>
/// <param name="Cases">Those in it and the day's list, in the order of its expected starts.</param>
sealed record BoardRoom(
    string Room, string Label, RoomState State, DateTimeOffset? Since, BoardCase? Current, BoardCase? Next, IReadOnlyList<BoardCase> Cases)
{
    byte[]? bytes;

    /// <summary>Whose patients are in it, as far as is recorded; who came last first.</summary>
    [JsonIgnore]
    public IReadOnlyList<BoardCase> Inside { get; init; } = [];

    /// <summary>Those of the day's list that have not begun.</summary>
    [JsonIgnore]
    public IReadOnlyList<BoardCase> Waiting { get; init; } = [];

    /// <summary>Written once, for however many screens it is compared for.</summary>
    internal byte[] Bytes => bytes ??= BoardJson.Bytes(this);

    /// <param name="cards">Those of the cases in the room, on its list of the day, or that have left it that day, for another room too.</param>
    public static BoardRoom Of(string room, Hospital hospital, DateOnly date, DateTimeOffset now, IReadOnlyList<BoardCard> cards)
    {
        BoardCard[] own = [.. cards.Where(c => c.Room == room)];
        BoardCard[] inside = [.. own.Where(c => c.StandsInRoomAt(now)).OrderByDescending(c => c.LastSeenEntering).ThenBy(c => c.Id)];
        BoardCase[] present = [.. inside.Select(Shown)];
        var current = present.FirstOrDefault();
        var waiting = own.Where(c => c.IsWaiting).Select(c => c.Id).ToHashSet();
        var list = Follow(own.Where(c => c.Date == date).Union(inside).Select(Shown)
            .OrderBy(c => c.ExpectedStart ?? DateTimeOffset.MaxValue).ThenBy(c => c.CaseNumber, StringComparer.Ordinal), Waits, current);
        var isToday = hospital.DateOf(now) == date;
        var (state, since) = RoomStates.Of(room, inside, cards, i => isToday && hospital.DateOf(i) == date);
        BoardCase[] ahead = [.. list.Where(Waits)];
        return new BoardRoom(room, LabelOf(room, hospital), state, since, current, ahead.FirstOrDefault(), list) { Inside = present, Waiting = ahead };

        bool Waits(BoardCase one) => waiting.Contains(one.CaseId);

        // who is in a room that nobody has named is not in the same
        BoardCase Shown(BoardCard card) => room != BoardCard.NoRoom && inside.Length > 1 && inside.Contains(card)
            ? card.Case.With([Shared(inside)]) : card.Case;
    }

    /// <summary>The room without anybody, when it is no longer on the board.</summary>
    public BoardRoom Emptied() => new(Room, Label, RoomState.Free, null, null, null, []);

    static string LabelOf(string room, Hospital hospital) => room == BoardCard.NoRoom ? "–" : hospital.LabelOf(room);

    static FlagRaised Shared(BoardCard[] inside)
    {
        var (code, severity, label, _) = FlagsAcrossCases.RoomShared;
        return new FlagRaised(
            code, severity, inside.Length == 2 ? label : $"{inside.Length} patients recorded here",
            $"In this room are, as far as is recorded, {string.Join(" and ", inside.Select(c => c.Case.CaseNumber))}. Record the exit of whoever has left it.",
            []);
    }

    /// <summary>A case that waits is not expected before the one ahead of it has left the room.</summary>
    static List<BoardCase> Follow(IEnumerable<BoardCase> list, Func<BoardCase, bool> waits, BoardCase? current)
    {
        var free = current?.ExpectedEnd;
        var expected = new List<BoardCase>();
        foreach (var one in list)
        {
            var next = one;
            if (waits(one) && one.ExpectedStart < free)
                next = one with { ExpectedStart = free, ExpectedEnd = one.ExpectedEnd + (free - one.ExpectedStart) };
            if (waits(one))
                free = next.ExpectedEnd ?? free;
            expected.Add(next);
        }

        return expected;
    }
}
