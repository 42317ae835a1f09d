using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json;

namespace Periop.Benchmarks.Screens;

/// <summary>When each command was acknowledged that changes what a board shows of a room, by the clock of those who look at it.</summary>
sealed class Acknowledgements() : DelegatingHandler(new SocketsHttpHandler { MaxConnectionsPerServer = 32 })
{
    static readonly HashSet<string> Shown = ["room-entry", "incision", "closure", "room-exit"];

    readonly ConcurrentDictionary<Guid, long> at = new();

    public IReadOnlyDictionary<Guid, long> At => at;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var answer = await base.SendAsync(request, cancellationToken);
        var now = Stopwatch.GetTimestamp();
        if (answer.IsSuccessStatusCode && Shown.Contains(request.RequestUri!.Segments[^1]))
        {
            await answer.Content.LoadIntoBufferAsync(cancellationToken);
            using var receipt = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(cancellationToken));
            at.TryAdd(receipt.RootElement.GetProperty("entryId").GetGuid(), now);
        }

        return answer;
    }
}
