using System.Collections.Concurrent;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Periop.Simulator.Playing;

namespace Periop.Simulator.Fuzzing;

/// <summary>
/// Sends what a careless or hostile client might, as a server's own description says what there is, and looks for answers that no request may have:
/// a fault, an error that is no problem document, none at all, or one that repeats what may be a patient's.
/// </summary>
/// <param name="client">Its base address is the server's. It records nonsense there.</param>
public sealed class Fuzzer(FuzzOptions options, HttpClient client)
{
    const int LongestAnswer = 2000;

    static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    readonly Known known = new(options.Seed);
    readonly ConcurrentDictionary<int, int> statuses = new();
    readonly ConcurrentDictionary<string, bool> tried = new();
    readonly ConcurrentQueue<FuzzFinding> findings = new();
    int requests;

    /// <summary>Sends Latin letters in headers as they are, so that the server judges them and not the client, and follows nothing by itself.</summary>
    public static HttpClient ClientOf(Uri server) => new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false, UseCookies = false, RequestHeaderEncodingSelector = (_, _) => Encoding.Latin1,
    })
    { BaseAddress = server, Timeout = Patience };

    public async Task<FuzzReport> RunAsync(CancellationToken cancellation = default)
    {
        var started = options.Clock.GetTimestamp();
        var operations = await Operation.AllOfAsync(client, cancellation);
        await new Groundwork(client, options.Token, known).LayAsync(cancellation);
        var maker = new RequestMaker(options.Seed, operations, known);
        await PlayProgress.ShowAsync(options.Console, "Trying", (int)options.Duration.TotalSeconds, async progress =>
        {
            var seconds = 0;
            await Task.WhenAll(Enumerable.Range(0, options.Parallel).Select(_ => Task.Run(async () =>
            {
                while (options.Clock.GetElapsedTime(started) is var elapsed && elapsed < options.Duration && findings.Count < options.MostFindings)
                {
                    await TryAsync(maker.Make(Interlocked.Increment(ref requests)), cancellation);
                    var (now, before) = ((int)elapsed.TotalSeconds, Volatile.Read(ref seconds));
                    if (now > before && Interlocked.CompareExchange(ref seconds, now, before) == before)
                        progress(now - before);
                }
            }, cancellation)));
        }, "seconds");
        return new(options.Seed, requests, options.Clock.GetElapsedTime(started), statuses, tried.Count, operations.Count, [.. findings]);
    }

    async Task TryAsync(FuzzRequest request, CancellationToken cancellation)
    {
        tried[request.Operation.Name] = true;
        try
        {
            using var message = request.ToMessage(options.Token);
            using var response = await client.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, cancellation);
            statuses.AddOrUpdate((int)response.StatusCode, 1, (_, count) => count + 1);
            var isEndless = response.Content.Headers.ContentType?.MediaType == "text/event-stream";
            var answer = isEndless ? "" : await response.Content.ReadAsStringAsync(cancellation);
            known.Note(answer);
            if (WhatIsWrong(request, response, answer) is { } wrong)
                Report(request, wrong, $"{(int)response.StatusCode} {answer}");
        }
        catch (Exception none)
            when (none is HttpRequestException or IOException || (none is OperationCanceledException && !cancellation.IsCancellationRequested))
        {
            Report(request, "no answer", none.GetBaseException().Message);
        }
    }

    static string? WhatIsWrong(FuzzRequest request, HttpResponseMessage response, string answer)
    {
        if (response.StatusCode >= HttpStatusCode.InternalServerError)
            return "a fault";
        if (response.StatusCode < HttpStatusCode.BadRequest)
            return null;
        if (response.Content.Headers.ContentType?.MediaType != "application/problem+json" || !IsProblem(answer, (int)response.StatusCode))
            return "no problem document";
        return request.Canary is { } canary && answer.Contains(canary, StringComparison.Ordinal) ? "what was sent is repeated" : null;
    }

    static bool IsProblem(string answer, int status)
    {
        try
        {
            return JsonNode.Parse(answer) is JsonObject problem && (int?)problem["status"] == status && (string?)problem["code"] is { Length: > 0 };
        }
        catch (System.Text.Json.JsonException)
        {
            return false;
        }
    }

    void Report(FuzzRequest request, string what, string answer) => findings.Enqueue(new(
        request.Number, what, request.ToString(), answer.Length > LongestAnswer ? answer[..LongestAnswer] + "..." : answer));
}
