using System.Text.Json.Serialization;
using Periop.Domain.Cases;

namespace Periop.Server.Board;

/// <summary>
/// What a screen shows of a room, in words. The server renders it and sends it; a script only puts the words into their places, and goes on
/// with what time changes.
/// </summary>
/// <param name="Marks">Classes: how the row looks.</param>
/// <param name="Spoken">The row as it is read out.</param>
/// <param name="Elapsed">How long the phase has lasted, since <paramref name="Began"/>.</param>
/// <param name="End">When the case in the room is expected to end, or the next one to begin.</param>
/// <param name="Difference">The end against the plan; once <paramref name="Due"/> is past, by how much.</param>
/// <param name="Flag">The worst flag of safety.</param>
/// <param name="More">How many others there are.</param>
/// <param name="Shared">That several patients are recorded here.</param>
/// <param name="AlsoPhase">The phase of the one who came before, and the rest about the same in <paramref name="Also"/>.</param>
/// <param name="Opens">Where the row leads: to the case in the room, else to the next one. Empty when it leads nowhere.</param>
/// <param name="AlsoOpens">Where the one leads who came before.</param>
/// <param name="Begins">Where a case begins here that nobody has planned.</param>
/// <param name="IsGone">Whether it is no longer on the board.</param>
public sealed record BoardRow(
    string Room, string Marks, string Spoken, string Label, string Phase, string Elapsed, string End, string What, string Who, string Since,
    string Difference, string Flag, string More, string Shared, string AlsoPhase, string Also, string NextWord, string NextAt, string Next, BoardRail Rail,
    DateTimeOffset? Began, DateTimeOffset? Due, string Opens, string AlsoOpens, string Begins, bool IsGone)
{
    /// <summary>How many patients are in the room.</summary>
    [JsonIgnore]
    public int Inside { get; private init; }

    /// <summary>How many cases are still to come.</summary>
    [JsonIgnore]
    public int ToCome { get; private init; }

    /// <summary>Whether somebody should look: a flag, or a second patient.</summary>
    [JsonIgnore]
    public bool NeedsLook => Flag.Length > 0 || Shared.Length > 0;

    /// <param name="isConfigured">Whether the hospital has the room, whether or not anything is going on in it.</param>
    internal static BoardRow Of(
        BoardRoom room, bool isConfigured, BoardTimes times, RailScale scale, DateTimeOffset now, RowLeads leads = RowLeads.Nowhere)
    {
        var (current, next) = (room.Current, room.Next);
        var (kind, phase) = (KindOf(current), PhaseOf(room));
        var (began, due) = current is null ? (room.Since, next?.ExpectedStart) : (current.Since, current.ExpectedEnd);
        var late = due is { } end ? BoardWords.Late(end, now) : null;
        var difference = late ?? (current is not null ? BoardWords.Difference(current) : next?.ExpectedStart is null ? "" : "next in");
        var flags = FlagsOf(room.Inside, Severity.Safety);
        var shared = room.Inside.Count < 2 ? "" : FlagsOf(room.Inside, Severity.Attention).FirstOrDefault() ?? $"{room.Inside.Count} patients";
        var also = room.Inside.ElementAtOrDefault(1);
        var marks = new List<string> { kind };
        if (difference.StartsWith('+'))
            marks.Add("late");
        if (flags.Count > 0)
            marks.Add("flagged");
        if (shared.Length > 0)
            marks.Add("shared");
        if (late is not null)
            marks.Add("overdue");
        var row = new BoardRow(
            room.Room, string.Join(' ', marks), "", room.Label, phase, began is { } since ? BoardWords.Elapsed(since, now) : "", times.Of(due),
            current is null ? IdleWords(room, times) : BoardWords.Procedure(current), current?.Surgeon is { } surgeon ? $"· {surgeon}" : "",
            current is null || began is null ? "" : $"since {times.WithDay(began)}", difference,
            flags.FirstOrDefault() ?? "", flags.Count > 1 ? $"+{flags.Count - 1}" : "", shared,
            also is null ? "" : BoardWords.Of(also.Phase), also is null ? "" : AlsoWords(also, room.Inside.Count - 2, times),
            next is not null ? "Next" : current is not null ? "Nothing after" : "", times.Of(next?.ExpectedStart),
            next is null ? "" : Joined(BoardWords.Procedure(next), next.Surgeon), BoardRail.Of(room, scale, now),
            began, due, leads.Of(current ?? next), leads.Of(also), leads.OfNewCase(room), !isConfigured && room.Cases.Count == 0)
        {
            Inside = room.Inside.Count,
            ToCome = room.Waiting.Count,
        };
        return row with { Spoken = SpokenOf(row, kind) };
    }

    /// <summary>Solid from the incision to the closed wound, framed while the patient is in.</summary>
    static string KindOf(BoardCase? current) => current?.Phase switch
    {
        null => "idle",
        CasePhase.Incised or CasePhase.Closing => "open",
        _ => "in",
    };

    static string PhaseOf(BoardRoom room) => room.Current is { } current ? BoardWords.Of(current.Phase)
        : room.Room == BoardCard.NoRoom ? "No room" : BoardWords.Of(room.State);

    static string IdleWords(BoardRoom room, BoardTimes times) =>
        room.Since is { } since ? $"since {times.WithDay(since)}"
        : room.Cases.Count == 0 ? "Nothing planned today"
        : room.Next is null ? "Nothing more today" : "";

    static List<string> FlagsOf(IEnumerable<BoardCase> inside, Severity severity) =>
        [.. inside.SelectMany(c => c.Flags).Where(f => f.Severity == severity).DistinctBy(f => f.Code).Select(f => f.Label)];

    static string AlsoWords(BoardCase also, int others, BoardTimes times) => Joined(
        also.Since is { } since ? $"since {times.WithDay(since)}" : null, BoardWords.Procedure(also), also.Surgeon, others > 0 ? $"and {others} more" : null);

    static string SpokenOf(BoardRow row, string kind) => $"Room {row.Label}: " + string.Join(", ", new[]
    {
        row.Phase, kind switch { "open" => "wound open", "in" => "patient in room", _ => "no patient" }, row.What, row.Since,
        row.End.Length == 0 ? "" : kind == "idle" ? $"next in at {row.End}" : $"ends {row.End}", row.Flag, row.Shared,
    }.Where(part => part.Length > 0));

    static string Joined(params string?[] parts) => string.Join(" · ", parts.Where(part => !string.IsNullOrEmpty(part)));
}
