using System.Net;
using System.Net.Http.Headers;

namespace Periop.Simulator.Playing;

/// <summary>Requests that outlive a bad network and a server that is away for a moment.</summary>
/// <remarks>Sending again is safe for reads by nature and for entries because their id is in the body.</remarks>
sealed class PatientRequests(HttpClient client, Func<CancellationToken, Task<string>> token, TimeProvider clock, int parallel) : IDisposable
{
    /// <summary>About a minute and a half of trying.</summary>
    public const int MostTries = 8;

    static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(30);
    readonly SemaphoreSlim slots = new(parallel);

    const string Json = "application/json";

    /// <param name="other">The token of someone else than usual.</param>
    /// <param name="contentType">Of the body.</param>
    /// <returns>The answer, or null when the server wasn't to be reached.</returns>
    public async Task<Answer?> SendAsync(
        HttpMethod method, string path, byte[]? body, CancellationToken cancellation, Func<CancellationToken, Task<string>>? other = null,
        string contentType = Json)
    {
        for (var attempt = 1; ; attempt++)
        {
            var (answer, retryAfter) = await TryAsync(method, path, body, contentType, other ?? token, cancellation);
            if (answer is { IsPassing: false })
                return answer;
            if (attempt == MostTries)
                return null;
            var pause = TimeSpan.FromMilliseconds(250 * Math.Pow(2, attempt - 1));
            await Task.Delay(retryAfter ?? (pause < LongestPause ? pause : LongestPause), clock, cancellation);
        }
    }

    public void Dispose() => slots.Dispose();

    async Task<(Answer? Answer, TimeSpan? RetryAfter)> TryAsync(
        HttpMethod method, string path, byte[]? body, string contentType, Func<CancellationToken, Task<string>> bearer, CancellationToken cancellation)
    {
        await slots.WaitAsync(cancellation);
        try
        {
            using var request = new HttpRequestMessage(method, path);
            request.Headers.Authorization = new("Bearer", await bearer(cancellation));
            if (body is not null)
                request.Content = new ByteArrayContent(body) { Headers = { ContentType = new(contentType) } };
            using var response = await client.SendAsync(request, cancellation);
            var answer = new Answer(
                response.StatusCode, response.Headers.Contains("Idempotent-Replay"), await response.Content.ReadAsByteArrayAsync(cancellation));
            return (answer, After(response.Headers.RetryAfter));
        }
        catch (Exception failure)
            when (failure is HttpRequestException or IOException || (failure is OperationCanceledException && !cancellation.IsCancellationRequested))
        {
            return default;
        }
        finally
        {
            slots.Release();
        }
    }

    TimeSpan? After(RetryConditionHeaderValue? header) => header switch
    {
        { Delta: { } delta } => delta,
        { Date: { } date } when date > clock.GetUtcNow() => date - clock.GetUtcNow(),
        _ => null,
    };
}

sealed record Answer(HttpStatusCode Status, bool IsReplay, byte[] Body)
{
    public bool IsSuccess => (int)Status is >= 200 and < 300;

    /// <summary>Worth another try: the server or something before it is away or asks for patience.</summary>
    public bool IsPassing =>
        Status is HttpStatusCode.TooManyRequests or HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout;
}
