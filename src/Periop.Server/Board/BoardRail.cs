namespace Periop.Server.Board;

/// <summary>A room's day as bars on its rail, each a path.</summary>
/// <param name="Done">Stays that are over.</param>
/// <param name="Stay">That of the case in the room, up to its expected end.</param>
/// <param name="Lived">What of it has passed.</param>
/// <param name="Next">Those to come.</param>
/// <param name="Plan">When it was planned to end.</param>
/// <param name="Now">The line of now.</param>
/// <param name="From">Where what has passed begins: the script draws on from there.</param>
public sealed record BoardRail(string Done, string Stay, string Lived, string Next, string Plan, string Now, double? From)
{
    internal static BoardRail Of(BoardRoom room, RailScale scale, DateTimeOffset now)
    {
        var current = room.Current;
        var from = current?.EnteredAt is { } entered ? scale.At(entered) : default(double?);
        var inside = room.Inside.Select(c => c.CaseId).ToHashSet();
        return new BoardRail(
            string.Concat(room.Cases.Where(c => !inside.Contains(c.CaseId)).Select(c => scale.Bar(c.EnteredAt, c.LeftAt, 9, 13))),
            scale.Bar(current?.EnteredAt, current?.ExpectedEnd, 3, 13),
            from is { } begin ? RailScale.Bar(begin, scale.At(now), 3, 13) : "",
            string.Concat(room.Waiting.Select(c => scale.Bar(c.ExpectedStart, c.ExpectedEnd, 4, 13))),
            scale.Tick(current?.PlannedEnd), scale.Line(now), from);
    }
}
