using Periop.Domain.Cases;
using Periop.Server.Board;
using Periop.Server.Http;

namespace Periop.Server.Tests;

/// <summary>Rooms as a board finds them, a little after noon in Zurich.</summary>
static class ExampleRooms
{
    public static readonly DateTimeOffset Now = At(12, 4);

    static readonly TimeZoneInfo Zurich = TimeZoneInfo.FindSystemTimeZoneById("Europe/Zurich");

    /// <summary>An instant of that day, by the clocks there.</summary>
    public static DateTimeOffset At(int hour, int minute = 0) => new DateTimeOffset(2026, 3, 2, hour, minute, 0, TimeSpan.FromHours(1)).ToUniversalTime();

    public static BoardCase Case(
        CasePhase phase, DateTimeOffset? since = null, string? procedure = "total-knee-replacement", string? surgeon = "S-14", DateTimeOffset? entered = null,
        DateTimeOffset? planned = null, int? minutes = 120, Priority priority = Priority.Elective, DateTimeOffset? left = null, params string[] flags)
    {
        var start = entered ?? planned;
        DateTimeOffset? After(DateTimeOffset? begin) => minutes is { } m ? begin?.AddMinutes(m) : null;
        return new BoardCase(
            Guid.NewGuid(), "26-0419", procedure, surgeon, priority, CaseStatus.InProgress, phase, since, entered, left, planned, After(planned), start,
            left ?? After(start), [.. flags.Select(label => new FlagRaised(label, Severity.Safety, label, label, []))]);
    }

    public static BoardRoom Occupied(string room, BoardCase current, BoardCase? next = null, params BoardCase[] before) =>
        new(room, room, RoomState.Occupied, current.EnteredAt, current, next, [.. before, current, .. OrNone(next)])
        {
            Inside = [current],
            Waiting = OrNone(next),
        };

    public static BoardRoom Idle(string room, RoomState state, DateTimeOffset? since = null, BoardCase? next = null, params BoardCase[] before) =>
        new(room, room, state, since, null, next, [.. before, .. OrNone(next)]) { Waiting = OrNone(next) };

    /// <summary>Where the exit of the earlier one is missing.</summary>
    public static BoardRoom Shared(string room, BoardCase current, params BoardCase[] earlier)
    {
        var label = earlier.Length == 1 ? "Two patients recorded here" : $"{earlier.Length + 1} patients recorded here";
        BoardCase[] inside = [.. earlier.Prepend(current).Select(c => c.With([new FlagRaised("room-shared", Severity.Attention, label, "", [])]))];
        return new BoardRoom(room, room, RoomState.Occupied, current.EnteredAt, inside[0], null, [.. inside.Reverse()]) { Inside = inside };
    }

    public static BoardCase Planned(int hour, int minute = 0, string procedure = "hip-replacement", string surgeon = "S-14") =>
        Case(CasePhase.Planned, procedure: procedure, surgeon: surgeon, planned: At(hour, minute));

    /// <summary>One of each kind that there is.</summary>
    public static IReadOnlyList<BoardRoom> All { get; } =
    [
        Occupied("1", Case(CasePhase.Incised, At(10, 52), entered: At(10, 24), planned: At(10, 14)), Planned(13),
            Case(CasePhase.OutOfRoom, entered: At(7, 30), left: At(9, 42))),
        Occupied("2", Case(CasePhase.Anesthetized, At(11, 51), "laparoscopic-cholecystectomy", "S-21", At(11, 42), At(11, 42), 83),
            Planned(13, 40, "hernia-repair", "S-21")),
        Idle("3", RoomState.Cleaning, At(11, 56), Planned(12, 20, "anterior-discectomy", "S-03"),
            Case(CasePhase.OutOfRoom, entered: At(7, 24), left: At(11, 51))),
        Occupied("4", Case(CasePhase.Closing, At(11, 44), "thyroid-lobectomy", "S-30", At(9, 42), At(9, 57), 160)),
        Occupied("5", Case(CasePhase.InRoom, At(12, 1), "ureteroscopy", "S-18", At(12, 1), At(11, 41), 69)),
        Occupied("6", Case(CasePhase.Incised, At(11, 20), "femur-nail", "S-09", At(10, 48), At(10, 48), 122, Priority.Urgent),
            Planned(13, 30, "wrist-plate", "S-09")),
        Occupied("7",
            Case(CasePhase.Incised, At(8, 33), "spinal-osteotomy", "S-07", At(7, 40), At(7, 5), 420, flags: ["Count not matched", "Level not imaged"])),
        Idle("8", RoomState.Ready, At(11, 40), Planned(12, 10, "breast-conserving-surgery", "S-26")),
        Occupied("9", Case(CasePhase.Closed, At(12), "colectomy", "S-12", At(8), At(8), 200), Planned(13, 0, "stoma-reversal", "S-12")),
        Occupied("10", Case(CasePhase.Incised, At(11, 44), "caesarean", "S-16", At(11, 38), null, 62, Priority.Emergency, flags: "No time-out"),
            Planned(14)),
        Idle("11", RoomState.Free),
        Shared("12", Case(CasePhase.Anesthetized, At(11, 29), "aortic-valve", "S-02", At(11, 12), At(11, 12), 278),
            Case(CasePhase.Closed, At(10, 41), "pacemaker", "S-02", At(8, 30))),
        Occupied("13b", Case(CasePhase.Anesthetized, null, null, null, null, null, null)),
        Idle("14", RoomState.Free, At(10, 5), Planned(11, 30)),
        Idle("15", RoomState.Free, before: Case(CasePhase.OutOfRoom, entered: At(8), left: At(9))),
        Shared("16", Case(CasePhase.Closing, At(9, 1), entered: At(8, 5), planned: At(8), flags: "No time-out"),
            Case(CasePhase.InRoom, At(7, 41), entered: At(7, 41)), Case(CasePhase.InRoom, At(7, 30), entered: At(7, 30))),
        Occupied("17",
            Case(CasePhase.Incised, At(12, 4).AddHours(-17), entered: At(12, 4).AddHours(-18), planned: At(12, 4).AddHours(-18), minutes: 300)),
        Idle("unassigned", RoomState.Free, next: Planned(15)) with { Label = "–" },
    ];

    public static BoardRow Row(BoardRoom room, DateTimeOffset? now = null, RowLeads leads = RowLeads.ToCase) =>
        BoardRow.Of(room, isConfigured: true, new BoardTimes(Zurich, new DateOnly(2026, 3, 2)), RailScale.Of(new DateOnly(2026, 3, 2), Zurich), now ?? Now,
            leads);

    static BoardCase[] OrNone(BoardCase? one) => one is null ? [] : [one];
}
