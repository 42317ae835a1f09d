using System.Globalization;
using Periop.Domain.Cases;
using Periop.Server.Hospitals;

namespace Periop.Server.Board.Schedule;

/// <summary>A day's list as it is drawn: a row a room, hours from left to right.</summary>
/// <param name="FirstHour">Where the drawing begins: 7, or earlier when a case does.</param>
/// <param name="LastHour">Where it ends: 17, or later.</param>
/// <param name="Now">How far the day is, in hundredths of the drawing; null on another day, or outside of it.</param>
/// <param name="Untimed">Cases without a start, which cannot be drawn.</param>
/// <param name="Late">How many of those in a room are expected to end more than five minutes after their plan, or have.</param>
public sealed record DayPlan(DateOnly Date, int FirstHour, int LastHour, double? Now, IReadOnlyList<PlanRow> Rows, IReadOnlyList<PlannedCase> Untimed, int Late)
{
    const int UsualFirst = 7, UsualLast = 17;

    /// <summary>The cases on it, those called off left out.</summary>
    public int Cases => Rows.Sum(row => row.Cases.Count(c => c.Kind is not PlannedKind.CalledOff)) + Untimed.Count;

    /// <summary>The rooms that have any.</summary>
    public int Rooms => Rows.Count(row => row.Cases.Count > 0);

    public IEnumerable<PlannedCase> All => Rows.SelectMany(row => row.Cases).Concat(Untimed);

    internal static DayPlan Of(RoomBoard board, Hospital hospital, DateTimeOffset now)
    {
        var cases = board.Rooms.Select(room => (Room: room, Cases: room.Cases.Select(c => PlannedCase.Of(c, room.Room, hospital, now)).ToArray())).ToArray();
        var (begin, shown) = (hospital.BeginOf(board.Date), cases.SelectMany(room => room.Cases).Where(c => c.Begin is not null).ToArray());
        var first = shown.Select(c => (int)Math.Floor(HourOf(c.Begin!.Value))).Append(UsualFirst).Min();
        var last = shown.Select(c => (int)Math.Ceiling(HourOf(c.End!.Value))).Append(UsualLast).Max();
        (first, last) = (Math.Max(first, 0), Math.Min(last, 24));
        var passed = PlaceOf(now);
        return new DayPlan(
            board.Date, first, last, passed is > 0 and < 100 ? passed : null,
            [.. cases.Select(room => new PlanRow(room.Room.Room, room.Room.Label, [.. room.Cases.Where(c => c.Begin is not null).Select(Placed)]))],
            [.. cases.SelectMany(room => room.Cases).Where(c => c.Begin is null)],
            board.Rooms.SelectMany(room => room.Cases).Count(c => c is { EnteredAt: not null, LeftAt: null } && IsLate(c, now)));

        double HourOf(DateTimeOffset at) => (at - begin).TotalHours;
        double PlaceOf(DateTimeOffset at) => (HourOf(at) - first) / (last - first) * 100;
        PlannedCase Placed(PlannedCase c)
        {
            var left = Math.Max(PlaceOf(c.Begin!.Value), 0);
            var width = Math.Max(Math.Min(PlaceOf(c.End!.Value), 100) - left, 1);
            return c with { Left = left, Width = width, Tick = c.PlannedEnd is { } end ? PlaceOf(end) : null };
        }
    }

    /// <summary>Hours between the first and the last, with their places in hundredths.</summary>
    public IEnumerable<(string Word, double Place)> Hours =>
        from hour in Enumerable.Range(FirstHour + 1, LastHour - FirstHour - 1)
        select (hour.ToString("00", CultureInfo.InvariantCulture) + ":00", (hour - FirstHour) * 100.0 / (LastHour - FirstHour));

    static bool IsLate(BoardCase c, DateTimeOffset now) =>
        c.PlannedEnd + BoardWords.OnPlan is { } due && (c.ExpectedEnd > due || now > due);
}

/// <summary>A room's cases of the day.</summary>
public sealed record PlanRow(string Room, string Label, IReadOnlyList<PlannedCase> Cases);

/// <summary>How far a case is, as it is drawn.</summary>
public enum PlannedKind { Soon, InRoom, Done, CalledOff }

/// <summary>A case on the list.</summary>
/// <param name="Begin">When the patient entered, or is expected to; null without a start.</param>
/// <param name="End">When the patient left, or is expected to; of one who stays longer, now.</param>
/// <param name="PlannedEnd">As planned, where the case is expected to pass over it.</param>
public sealed record PlannedCase(
    Guid CaseId, string CaseNumber, string Room, PlannedKind Kind, string? Procedure, string? Surgeon, DateTimeOffset? Begin, DateTimeOffset? End,
    DateTimeOffset? PlannedEnd)
{
    /// <summary>How wide a case is drawn whose duration nobody has said.</summary>
    static readonly TimeSpan Unknown = TimeSpan.FromHours(1);

    /// <summary>Where it begins, in hundredths of the drawing.</summary>
    public double Left { get; init; }

    public double Width { get; init; }

    /// <summary>Where the planned end is.</summary>
    public double? Tick { get; init; }

    public string Title => Procedure ?? CaseNumber;

    internal static PlannedCase Of(BoardCase c, string room, Hospital hospital, DateTimeOffset now)
    {
        var kind = c.Status is CaseStatus.Cancelled or CaseStatus.Aborted ? PlannedKind.CalledOff
            : c.LeftAt is not null || c.Status is CaseStatus.Completed ? PlannedKind.Done
            : c.EnteredAt is not null ? PlannedKind.InRoom
            : PlannedKind.Soon;
        var begin = c.EnteredAt ?? c.ExpectedStart ?? c.ScheduledStart;
        var end = c.LeftAt ?? c.ExpectedEnd ?? begin + Unknown;
        if (kind is PlannedKind.InRoom && end < now)
            end = now;
        return new PlannedCase(
            c.CaseId, c.CaseNumber, room, kind, c.Procedure, c.Surgeon, begin, end, kind is PlannedKind.InRoom && c.PlannedEnd < end ? c.PlannedEnd : null);
    }
}
