using Periop.Server.Tests;
using Xunit;

namespace Periop.Web.Tests;

/// <summary>The program, where a browser can reach it.</summary>
public sealed class ListeningHost(TestDatabases databases) : IAsyncLifetime
{
    public PeriopHost Host { get; } = new(databases) { Listens = true, Hospitals = 30 };

    /// <summary>A hospital with that many rooms, once in a class.</summary>
    public TestHospital WithRooms(int rooms) => new(Host, $"rooms-{rooms}");

    public async ValueTask InitializeAsync() => await Host.StartAsync(await databases.CopyAsync(), web =>
    {
        foreach (var rooms in new[] { 0, 20 })
        {
            web.UseSetting($"Hospitals:rooms-{rooms}:TimeZone", "Europe/Zurich");
            for (var room = 0; room < rooms; room++)
                web.UseSetting($"Hospitals:rooms-{rooms}:Rooms:{room}", $"OR-{room + 1}");
        }
    });

    public ValueTask DisposeAsync() => Host.DisposeAsync();
}
