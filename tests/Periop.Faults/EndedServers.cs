using Periop.Server.Tests;
using Xunit;

namespace Periop.Faults;

/// <summary>One of two servers is told to end, as in every rollout, while people record and look.</summary>
public sealed class EndedServers(TestDatabases databases, ITestOutputHelper output) : IAsyncLifetime
{
    const int Cases = 3, FewEntries = 50, ManyEntries = 200;

    readonly Nodes nodes = new(databases);
    readonly Ledger ledger = new();

    public async ValueTask InitializeAsync() => await nodes.OpenAsync();

    public ValueTask DisposeAsync() => nodes.DisposeAsync();

    /// <summary>With seed 31 nine entries had no answer when the second one ended.</summary>
    [Fact]
    public Task Nobody_notices_when_both_of_two_servers_are_replaced() => EndAsync(times: 2, Seed.Of(output));

    [Fact(Explicit = true)]
    public Task Nobody_notices_when_servers_are_replaced_twenty_times() => EndAsync(times: 20, Seed.Of(output));

    async Task EndAsync(int times, int seed)
    {
        var servers = new Queue<ServerProcess>(await Task.WhenAll(nodes.StartAsync(), nodes.StartAsync()));
        using var balancer = new Balancer(servers.Select(server => server.Address));
        var cases = await nodes.ScheduledAsync(balancer.Client, Cases);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var (random, failed) = (new Random(seed), 0);
        var writers = new Writers(ledger, cases, name => nodes.Of(balancer.Client, name), random.Next());
        var (writing, looking) = (writers.RecordAsync(stop.Token), LookAsync());
        for (var time = 1; time <= times; time++)
        {
            await writers.AcknowledgedAsync(random.Next(FewEntries, ManyEntries), writing);
            var leaving = servers.Dequeue();
            Assert.True(balancer.GivenTo(leaving.Address) > 1, "Nobody is connected to the server that ends.");
            balancer.Leave(leaving.Address);
            Assert.Equal(0, await leaving.StopAsync());
            await writers.AcknowledgedAsync(FewEntries, writing);
            output.WriteLine($"{ledger.Acknowledged} acknowledged, {ledger.Unanswered} without an answer, {ledger.Refused} to be sent again.");
            if (time < times)
            {
                servers.Enqueue(await nodes.StartAsync());
                balancer.Add(servers.Last().Address);
            }
        }

        await stop.CancelAsync();
        await Task.WhenAll(writing, looking);
        Assert.Empty(await ledger.DifferencesAsync(nodes.Database));
        Assert.Equal((0, 0, 0), (ledger.Unanswered, ledger.Refused, failed));

        async Task LookAsync()
        {
            while (!stop.IsCancellationRequested)
                if ((await nodes.Of(balancer.Client, Nodes.Scheduler).GetAsync("/api/board")).Status != 200)
                    failed++;
        }
    }
}
