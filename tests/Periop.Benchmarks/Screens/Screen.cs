using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Net.ServerSentEvents;
using System.Text.Json;

namespace Periop.Benchmarks.Screens;

/// <summary>A screen that shows a live board, and comes back when it has lost its connection.</summary>
sealed class Screen(HttpClient client, Uri board, AuthenticationHeaderValue token)
{
    readonly Dictionary<string, string> rooms = [];
    readonly List<(long Position, long At)> shown = [];
    long position;

    /// <summary>Every room as it is shown.</summary>
    public IReadOnlyDictionary<string, string> Rooms => rooms;

    /// <summary>When it came to show which position.</summary>
    public IReadOnlyList<(long Position, long At)> Shown => shown;

    /// <summary>Completes with the first board.</summary>
    public Task Begun => begun.Task;

    readonly TaskCompletionSource begun = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <param name="stays">How long a connection lasts.</param>
    public async Task WatchAsync(TimeSpan stays, CancellationToken over)
    {
        while (!over.IsCancellationRequested)
            try
            {
                using var connection = CancellationTokenSource.CreateLinkedTokenSource(over);
                connection.CancelAfter(stays);
                await ReadAsync(connection.Token);
            }
            catch (Exception lost) when (lost is OperationCanceledException or IOException or HttpRequestException)
            {
                // it comes back, as a browser does, after what the server has told it
                await Task.Delay(TimeSpan.FromSeconds(1), over).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
    }

    async Task ReadAsync(CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, board);
        request.Headers.Authorization = token;
        if (position > 0)
            request.Headers.Add("Last-Event-ID", $"{position}");
        using var answer = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellation);
        answer.EnsureSuccessStatusCode();
        await using var stream = await answer.Content.ReadAsStreamAsync(cancellation);
        var messages = SseParser.Create(stream, (type, data) => type == "ping" ? null : JsonDocument.Parse(data.ToArray()));
        await foreach (var message in messages.EnumerateAsync(cancellation))
            using (message.Data)
                Take(message);
    }

    void Take(SseItem<JsonDocument?> message)
    {
        if (message.Data is not { RootElement: var root })
            return;
        if (message.EventType == "snapshot")
        {
            rooms.Clear();
            foreach (var room in root.GetProperty("rooms").EnumerateArray())
                Take(room);
        }
        else
            Take(root);
        position = long.Parse(message.EventId!, CultureInfo.InvariantCulture);
        shown.Add((position, Stopwatch.GetTimestamp()));
        begun.TrySetResult();
    }

    void Take(JsonElement room) => rooms[room.GetProperty("room").GetString()!] = room.GetRawText();
}
