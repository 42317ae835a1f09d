using System.Text.Json.Nodes;
using Periop.Server.Tests;

namespace Periop.Faults;

/// <summary>A screen that comes back whenever it is cut off, and says what it has seen last.</summary>
sealed class Screen(Person person)
{
    /// <summary>A browser waits for a second. Who does not wait at all has no line left for the others.</summary>
    static readonly TimeSpan BeforeComingBack = TimeSpan.FromMilliseconds(20);

    readonly Dictionary<string, string> rooms = [];
    readonly List<string> repeated = [];
    string? last;

    /// <summary>How often it has been connected.</summary>
    public int Connections { get; private set; }

    /// <summary>Messages that told nothing that it did not show already.</summary>
    public IReadOnlyList<string> Repeated => repeated;

    /// <summary>What it shows, by room.</summary>
    public string Shown
    {
        get
        {
            lock (rooms)
                return Of(rooms);
        }
    }

    /// <summary>What a whole board shows, to be compared with a screen.</summary>
    public static string Of(JsonNode board) =>
        Of(board["rooms"]!.AsArray().ToDictionary(room => room!["room"]!.GetValue<string>(), room => room!.ToJsonString()));

    public async Task WatchAsync(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
            try
            {
                await using var stream = await EventStream.OpenAsync(person, last is null ? [] : [("Last-Event-ID", last)]);
                Connections++;
                while (true)
                    Take(await stream.NextAsync().WaitAsync(stop));
            }
            catch (Exception) when (stop.IsCancellationRequested)
            {
                // nobody looks any more
            }
            catch (Exception cut) when (cut is HttpRequestException or IOException or InvalidOperationException)
            {
                await Task.Delay(BeforeComingBack, CancellationToken.None);
            }
    }

    void Take(EventStream.Message message)
    {
        lock (rooms)
        {
            var before = Of(rooms);
            foreach (var room in message.Type == "snapshot" ? message.Data["rooms"]!.AsArray() : (IEnumerable<JsonNode?>)[message.Data])
                rooms[room!["room"]!.GetValue<string>()] = room.ToJsonString();
            if (last is not null && Of(rooms) == before)
                repeated.Add($"{message.Type} {message.Id} after {last}");
            last = message.Id;
        }
    }

    static string Of(Dictionary<string, string> rooms) => string.Join('\n', rooms.OrderBy(room => room.Key, StringComparer.Ordinal).Select(room => room.Value));
}
