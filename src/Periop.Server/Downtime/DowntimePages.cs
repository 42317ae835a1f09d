using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Periop.Domain.Cases;
using Periop.Server.Access;
using Periop.Server.Board;
using Periop.Server.Cases;
using Periop.Server.Hospitals;

namespace Periop.Server.Downtime;

/// <summary>
/// The pages of one hospital as files: today's board, and the record of every open case. They ask what anybody may ask, and the access log
/// says that they did.
/// </summary>
sealed class DowntimePages(
    BoardQuery boards, CaseQuery cases, TimeProvider clock, IServiceProvider services, ILoggerFactory logs)
{
    public const string BoardFile = "index.html";

    /// <summary>As whom the access log names it: the server itself, for the people in the rooms.</summary>
    public const string Subject = "periop-downtime";

    /// <summary>The board last: it leads to the others.</summary>
    public async Task<IReadOnlyList<(string Name, string Page)>> OfAsync(Hospital hospital, CancellationToken cancellation)
    {
        var (now, caller) = (clock.GetUtcNow(), new Caller(hospital.Id, Subject, new HashSet<string> { Role.OrStaff }));
        var reading = (await boards.AskAsync(caller, new BoardQuestion(null), cancellation)).Value!;
        var open = OpenOf(reading.Board);
        var records = (await cases.AskAsync(caller, new RecordsQuestion(open), cancellation)).Value!;
        var told = records.Select(record => DowntimeCase.Of(record, hospital)).ToArray();
        var moment = DowntimeMoment.Of(hospital, now);
        await using var renderer = new HtmlRenderer(services, logs);
        var files = new List<(string, string)>();
        foreach (var one in told)
            files.Add((one.File, await RenderAsync<DowntimeRecordPage>(
                renderer, ("Moment", moment), ("Case", one), ("Zone", hospital.TimeZone))));
        var screen = BoardScreen.Of(reading.Board, hospital, now, leads: RowLeads.ToFile);
        var there = told.Select(one => one.File).ToHashSet();
        files.Add((BoardFile, await RenderAsync<DowntimeBoardPage>(
            renderer, ("Moment", moment), ("Head", screen.Head), ("Trouble", TroubleOf(screen.Head, reading.Behind)),
            ("Rows", screen.Rows.Select(row => row with { Opens = Existing(row.Opens), AlsoOpens = Existing(row.AlsoOpens) }).ToArray()), ("Cases", told))));
        return files;

        string Existing(string file) => there.Contains(file) ? file : "";
    }

    /// <summary>In the board's order: those to come, in a room, or out of it and not yet discharged.</summary>
    static Guid[] OpenOf(RoomBoard board) =>
    [
        .. board.Rooms.SelectMany(room => room.Inside.Concat(room.Cases)).Concat(board.Unclosed)
            .Where(one => one.Status is CaseStatus.Scheduled or CaseStatus.InProgress
                || (one.Status is CaseStatus.Completed && one.Phase < CasePhase.Discharged))
            .Select(one => one.CaseId).Distinct(),
    ];

    static string TroubleOf(BoardHead head, long behind) =>
        head.Trouble.Length > 0 ? head.Trouble : behind > 0 ? $"The board lacks the last {behind} entries" : "";

    static Task<string> RenderAsync<TPage>(HtmlRenderer renderer, params (string Name, object? Value)[] parameters) where TPage : IComponent =>
        renderer.Dispatcher.InvokeAsync(async () =>
            (await renderer.RenderComponentAsync<TPage>(ParameterView.FromDictionary(parameters.ToDictionary(p => p.Name, p => p.Value)))).ToHtmlString());
}
