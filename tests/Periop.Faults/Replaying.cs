using Periop.Server.Tests;
using Xunit;

namespace Periop.Faults;

/// <summary>What has to hold when all is over, whatever broke meanwhile.</summary>
static class Replaying
{
    /// <summary>Twice as long as boards may take after the worst of it.</summary>
    static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    /// <summary>All that is open is acknowledged, every receipt is the first one, and nothing differs. The program of the host is stopped afterwards.</summary>
    /// <param name="people">They reach the program of this host.</param>
    public static async Task IsWholeAsync(this PeriopHost host, Ledger ledger, Func<string, Person> people)
    {
        await ledger.SendOpenAsync(people);
        await ledger.SendAllAgainAsync(people);
        Assert.Empty(ledger.Open);
        Assert.Empty(await ledger.DifferencesAsync(host.ConnectionString));
        await host.IsAsReplayedAsync();
    }

    /// <summary>Register and board are what a replay makes of the events. The program is stopped afterwards.</summary>
    public static async Task IsAsReplayedAsync(this PeriopHost host)
    {
        await host.CaughtUpAsync(Patience);
        var live = await host.HashesAsync();
        await host.RebuildAsync();
        Assert.Equal(live, await host.HashesAsync());
    }
}
