namespace Periop.Server.Http;

/// <summary>
/// How long a request waits for the store before it is answered that the store is away. It runs until the answer begins, and again for each
/// part of a long one; what a client takes to send and to read is its own.
/// </summary>
sealed class Deadline(TimeSpan patience, CancellationToken client) : IDisposable
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    /// <summary>
    /// For what is cancelled to end by itself. A connection that begins a transaction, or is made ready for its next use, takes no notice of
    /// being cancelled: a process of the database that has stopped would hold the answer back.
    /// </summary>
    static readonly TimeSpan Grace = TimeSpan.FromMilliseconds(700);

    readonly CancellationTokenSource over = CancellationTokenSource.CreateLinkedTokenSource(client);
    readonly CancellationTokenSource tooLate = new();

    /// <summary>Whether the store took too long, and not the client went away.</summary>
    public bool IsOver => over.IsCancellationRequested && !client.IsCancellationRequested;

    /// <summary>How long the store is waited for.</summary>
    public static TimeSpan PatienceOf(IConfiguration configuration) => configuration.GetValue("Store:Patience", Patience);

    public static void Use(WebApplication app)
    {
        var patience = PatienceOf(app.Configuration);
        app.Use(async (http, next) =>
        {
            var client = http.RequestAborted;
            var deadline = new Deadline(patience, client);
            http.Response.RegisterForDispose(deadline);
            http.Response.OnStarting(() =>
            {
                deadline.Suspend();
                return Task.CompletedTask;
            });
            http.Features.Set(deadline);
            http.RequestAborted = deadline.over.Token;
            deadline.Begin();
            try
            {
                await deadline.AnswerAsync(http, next(http));
            }
            catch (Exception late) when (deadline.IsOver && !StoreAway.Is(late))
            {
                throw new TimeoutException("The store took too long.", late);
            }
            finally
            {
                http.RequestAborted = client;
            }
        });
    }

    public void Begin()
    {
        over.CancelAfter(patience);
        tooLate.CancelAfter(patience + Grace);
    }

    public void Suspend()
    {
        over.CancelAfter(Timeout.InfiniteTimeSpan);
        tooLate.CancelAfter(Timeout.InfiniteTimeSpan);
    }

    public void Dispose()
    {
        over.Dispose();
        tooLate.Dispose();
    }

    /// <summary>Whether something of an answer is there, sent or about to be: nothing can take its place.</summary>
    internal static bool HasBegun(HttpResponse response) =>
        response.HasStarted || response.BodyWriter is { CanGetUnflushedBytes: true, UnflushedBytes: > 0 };

    /// <summary>The answer, or in its place that the store is away. What hangs is waited for all the same, so that nothing outlives its request.</summary>
    async Task AnswerAsync(HttpContext http, Task answer)
    {
        await Task.WhenAny(answer, Task.Delay(Timeout.InfiniteTimeSpan, tooLate.Token));
        if (answer.IsCompleted || HasBegun(http.Response))
        {
            await answer;
            return;
        }

        http.RequestAborted = client;       // what was asked is cancelled, and not the answer that says so
        http.Response.Headers.RetryAfter = "2";
        await Problems.Of(StatusCodes.Status503ServiceUnavailable).ExecuteAsync(http);
        await http.Response.CompleteAsync();
        http.RequestAborted = over.Token;
        await answer.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }
}

static class Deadlines
{
    /// <summary>Null where nobody set one.</summary>
    public static Deadline? Deadline(this HttpContext http) => http.Features.Get<Deadline>();
}
