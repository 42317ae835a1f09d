using System.Globalization;
using System.IdentityModel.Tokens.Jwt;
using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Periop.Server.Access;
using Periop.Server.Hospitals;
using Periop.Server.Http;

namespace Periop.Server.Board;

/// <summary>The board, once or live.</summary>
static class BoardEndpoints
{
    /// <summary>Screens expect a sign of life within five seconds.</summary>
    static readonly TimeSpan PingEvery = TimeSpan.FromSeconds(4);

    public static void AddBoard(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<ScreenMetrics>();
        builder.Services.AddSingleton<BoardReader>();
        builder.Services.AddSingleton<BoardFeed>();
        builder.Services.AddHostedService(services => services.GetRequiredService<BoardFeed>());
    }

    public static void MapBoard(this IEndpointRouteBuilder app)
    {
        var board = app.MapGroup("/api/board").For(Role.BoardReaders).WithTags("Board");
        board.MapGet("", ReadAsync).LogAccess("board").WithName("board")
            .WithSummary("Every case in a room and today's list; or the list of one day.").Produces<RoomBoard>().ProducesProblem(400);
        board.MapGet("stream", Stream).LogAccess("board-stream").WithName("board-stream").WithSummary("The same, live.").WithDescription(
                "Server-sent events: first `snapshot` with a whole board (left out when `Last-Event-ID` is current), then `change` with one whole "
                + "room each, and `ping`. The id of an event is the board's position. The stream ends with the token.")
            .Produces<string>(200, "text/event-stream");
    }

    static async Task<IResult> ReadAsync(
        [FromQuery] string? date, HttpContext http, BoardReader reader, HospitalDirectory hospitals, TimeProvider clock)
    {
        var hospital = hospitals[http.User.Hospital()];
        if (date is null)
            return Answer(await reader.NowAsync(hospital, clock.GetUtcNow(), http.RequestAborted));
        return LocalDate.TryRead(date, out var day)
            ? Answer(await reader.OfDayAsync(hospital, day, http.RequestAborted))
            : Problems.Shape("/date", LocalDate.Rule);

        IResult Answer(BoardReading reading)
        {
            http.Response.Headers["Periop-Behind"] = reading.Behind.ToString(CultureInfo.InvariantCulture);
            return TypedResults.Ok(reading.Board);
        }
    }

    static IResult Stream([FromHeader(Name = "Last-Event-ID")] string? last, HttpContext http, BoardFeed feed, IHostApplicationLifetime host)
    {
        http.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
        http.Response.Headers["X-Accel-Buffering"] = "no";
        var stop = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, host.ApplicationStopping);
        http.Response.RegisterForDispose(stop);
        if (TokenEndsIn(http) is { } left)
            stop.CancelAfter(left);
        long? seen = long.TryParse(last, out var id) ? id : null;
        return TypedResults.ServerSentEvents(EventsAsync(feed.WatchAsync(http.User.Hospital(), seen, PingEvery, stop.Token), stop.Token));
    }

    static async IAsyncEnumerable<SseItem<object>> EventsAsync(IAsyncEnumerable<BoardMessage> messages, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var message in messages.WithCancellation(cancellation))
        {
            var (type, data) = message switch
            {
                BoardMessage.Whole whole => ("snapshot", (object)whole.Board),
                BoardMessage.Changed changed => ("change", changed.Room),
                BoardMessage.Ping ping => ("ping", ping),
                _ => throw new InvalidOperationException($"{message.GetType().Name} has no event."),
            };
            yield return new SseItem<object>(data, type) { EventId = $"{message.Position}", ReconnectionInterval = TimeSpan.FromSeconds(1) };
        }
    }

    /// <summary>A stream ends with the token that opened it. Tokens run on real time, also under a simulated clock.</summary>
    static TimeSpan? TokenEndsIn(HttpContext http)
    {
        if (!long.TryParse(http.User.FindFirst(JwtRegisteredClaimNames.Exp)?.Value, out var seconds))
            return null;
        var left = DateTimeOffset.FromUnixTimeSeconds(seconds) - TimeProvider.System.GetUtcNow();
        return left < TimeSpan.Zero ? TimeSpan.Zero : left > TimeSpan.FromDays(20) ? null : left;
    }
}
