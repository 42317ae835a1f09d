using System.Globalization;
using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Periop.Server.Access;
using Periop.Server.Access.Displays;
using Periop.Server.Hospitals;
using Periop.Server.Http;

namespace Periop.Server.Board;

/// <summary>The board, once or live.</summary>
static class BoardEndpoints
{
    static readonly TimeSpan Unread = TimeSpan.FromSeconds(30);

    public static void AddBoard(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<ScreenMetrics>();
        builder.Services.AddSingleton<BoardReader>();
        builder.Services.AddSingleton<BoardUpgrade>();
        builder.Services.AddSingleton<BoardFeed>();
        builder.Services.AddHostedService(services => services.GetRequiredService<BoardFeed>());
        builder.Services.AddScoped<BoardQuery>();
    }

    public static void MapBoard(this IEndpointRouteBuilder app)
    {
        var board = app.MapGroup("/api/board").For(BoardQuery.Roles).WithTags("Board");
        board.MapGet("", ReadAsync).WithName("board")
            .WithSummary("Every case in a room and today's list; or the list of one day.").Produces<RoomBoard>().Produces(304).ProducesProblem(400);
        board.MapGet("stream", StreamAsync).WithName("board-stream").WithSummary("The same, live.").WithDescription(
                "Server-sent events: first `snapshot` with a whole board (left out when `Last-Event-ID` is current), then `change` with one whole "
                + "room each, or another `snapshot` when more than rooms has changed, and `ping`. The id of an event is the board's "
                + "position. The stream ends with the token.")
            .Produces<string>(200, "text/event-stream");
        board.MapGet("rows", RowsAsync).WithName("board-rows").WithSummary("The same live, in the words of a screen.").WithDescription(
                "What the page `/board` listens to. Server-sent events: first `snapshot` with all rooms, then `change` with one, another `snapshot`, and "
                + "`ping`; each with the hospital's clock and what stands above the rooms. Its shape follows the page and may change with it.")
            .Produces<string>(200, "text/event-stream");
    }

    static async Task<IResult> ReadAsync([FromQuery] string? date, HttpContext http, BoardQuery query)
    {
        var day = default(DateOnly);
        if (date is not null && !LocalDate.TryRead(date, out day))
            return Problems.Shape("/date", LocalDate.Rule);
        return (await query.AskAsync(http.User.Caller(), new BoardQuestion(date is null ? null : day), http.RequestAborted)).ToResult(http.Response, reading =>
        {
            http.Response.Headers["Periop-Behind"] = reading.Behind.ToString(CultureInfo.InvariantCulture);
            return Tagged.Ok(reading.Board);
        });
    }

    static Task<IResult> StreamAsync(
        [FromHeader(Name = "Last-Event-ID")] string? last, HttpContext http, BoardQuery query, IHostApplicationLifetime host) =>
        LiveAsync(new BoardStreamQuestion(long.TryParse(last, out var seen) ? seen : null), Event, http, query, host);

    /// <summary>Always from the beginning: a screen is told by how all of its rooms differ from what it shows.</summary>
    static Task<IResult> RowsAsync(HttpContext http, BoardQuery query, HospitalDirectory hospitals, TimeProvider clock, IHostApplicationLifetime host)
    {
        var told = new ScreenTold(hospitals[http.User.Hospital()], clock, TimeProvider.System, RowAddresses.LeadsOf(http.User.Caller()));
        return LiveAsync(new BoardStreamQuestion(null), told.Tell, http, query, host);
    }

    static async Task<IResult> LiveAsync(
        BoardStreamQuestion question, Func<BoardMessage, SseItem<object>> told, HttpContext http, BoardQuery query, IHostApplicationLifetime host)
    {
        var left = TokenLife.LeftOf(http);
        if (left <= TimeSpan.Zero)
            return TypedResults.Challenge();
        http.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
        http.Response.Headers["X-Accel-Buffering"] = "no";
        var revoked = http.RequestServices.GetRequiredService<DisplayStreams>().EndOf(http.User);
        var stop = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, host.ApplicationStopping, revoked);
        http.Response.RegisterForDispose(stop);
        stop.CancelAfter(left);
        return (await query.AskAsync(http.User.Caller(), question, stop.Token)).ToResult(
            http.Response, messages => TypedResults.ServerSentEvents(EventsAsync(messages.All, told, http, stop.Token)));
    }

    /// <summary>
    /// The next is asked for when this one has gone out. A screen that reads nothing for so long, with its buffers full, is cut off; it comes back when
    /// it wakes up, and is shown the whole board.
    /// </summary>
    static async IAsyncEnumerable<SseItem<object>> EventsAsync(
        IAsyncEnumerable<BoardMessage> messages, Func<BoardMessage, SseItem<object>> told, HttpContext http,
        [EnumeratorCancellation] CancellationToken cancellation)
    {
        var patience = http.RequestServices.GetRequiredService<IConfiguration>().GetValue("Board:Unread", Unread);
        using var unread = new CancellationTokenSource();
        await using var cut = unread.Token.Register(http.Abort);
        await using var arriving = messages.GetAsyncEnumerator(cancellation);
        while (await NextAsync(arriving, cancellation))
        {
            unread.CancelAfter(patience);
            yield return told(arriving.Current);
            unread.CancelAfter(Timeout.InfiniteTimeSpan);
        }
    }

    static SseItem<object> Event(BoardMessage message) => message switch
    {
        BoardMessage.Whole whole => Item("snapshot", whole.Board, message),
        BoardMessage.Changed changed => Item("change", changed.Room, message),
        BoardMessage.Ping => Item("ping", message, message),
        _ => throw new InvalidOperationException($"{message.GetType().Name} has no event."),
    };

    /// <summary>An event by whose id a screen that comes back says what it has seen.</summary>
    internal static SseItem<object> Item(string type, object data, BoardMessage message) =>
        new(data, type) { EventId = $"{message.Position}", ReconnectionInterval = TimeSpan.FromSeconds(1) };

    /// <summary>False at the end, also at the one that we have set: what breaks off then is no fault.</summary>
    static async Task<bool> NextAsync(IAsyncEnumerator<BoardMessage> arriving, CancellationToken cancellation)
    {
        try
        {
            return await arriving.MoveNextAsync();
        }
        catch (Exception) when (cancellation.IsCancellationRequested)
        {
            return false;
        }
    }
}
