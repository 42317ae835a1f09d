using Periop.Server.Tests;
using Xunit;

namespace Periop.Faults;

/// <summary>Two servers on one database, each with its own groups of commands, into the same cases.</summary>
public sealed class TwoNodes(TestDatabases databases) : IAsyncLifetime
{
    const int Cases = 3, Each = 20;

    readonly PeriopHost first = new(databases) { Hospitals = 1 };
    readonly Ledger ledger = new();
    PeriopHost? second;

    public async ValueTask InitializeAsync()
    {
        second = new PeriopHost(databases) { Hospitals = 1, Clock = first.Clock };
        var database = await databases.CopyAsync();
        await first.StartAsOneOfSeveralAsync(database);
        await second.StartAsOneOfSeveralAsync(database);
    }

    public async ValueTask DisposeAsync()
    {
        await second!.DisposeAsync();
        await first.DisposeAsync();
    }

    [Fact]
    public async Task An_entry_that_comes_to_both_is_recorded_once_and_both_give_the_same_receipt()
    {
        var (here, there) = (first.NewHospital(), second!.NewHospital());
        Assert.Equal(here.Id, there.Id);
        var cases = await Task.WhenAll(Enumerable.Range(0, Cases).Select(_ => here.CaseInRoomAsync()));
        await Task.WhenAll(Enumerable.Range(1, Writers.Count).Select(WriteAsync));
        Assert.Equal(Writers.Count * Each, ledger.Acknowledged);
        Assert.Empty(await ledger.DifferencesAsync(first.ConnectionString));

        await first.CaughtUpAsync();
        await second.StopAsync();
        await first.IsAsReplayedAsync();

        async Task WriteAsync(int writer)
        {
            var by = Writers.NameOf(writer);
            Person[] ways = [here.Named(by, "or-staff"), there.Named(by, "or-staff")];
            for (var at = 0; at < Each; at++)
            {
                var entry = new SentEntry(Guid.NewGuid(), cases[(writer + at) % Cases].Id, by, $"{by}: {at}");
                Assert.All(await Task.WhenAll(ways.Select(way => ledger.SendAsync(way, entry))), status => Assert.Equal(200, status));
            }
        }
    }
}
