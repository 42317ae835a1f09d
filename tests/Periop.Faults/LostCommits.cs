using Npgsql;
using Periop.Server.Tests;
using Xunit;

namespace Periop.Faults;

/// <summary>The line to the database breaks while commands that share a transaction are committed: nobody can tell whether they were.</summary>
public sealed class LostCommits(TestDatabases databases, ITestOutputHelper output) : IAsyncLifetime
{
    const int Together = 30, Cases = 5;

    const string Neighbours = """
        select count(*) from periop_events.mt_events
        where xmin = (select xmin from periop_events.mt_events where data->>'entryId' = $1::uuid::text)
        """;

    readonly PeriopHost host = new(databases) { Hospitals = 1 };
    readonly Ledger ledger = new();
    TcpLine? line;
    string database = "";

    public async ValueTask InitializeAsync() => database = await databases.CopyAsync();

    public async ValueTask DisposeAsync()
    {
        await host.DisposeAsync();
        if (line is not null)
            await line.DisposeAsync();
    }

    [Theory]
    [InlineData(Breaks.AfterTheCommit)]
    [InlineData(Breaks.BeforeTheCommit)]
    public async Task Commands_whose_commit_nobody_heard_of_are_recorded_once_when_they_are_sent_again(Breaks when)
    {
        var losing = new LosingCommits(when);
        var hospital = await StartAsync(losing);
        var cases = await Task.WhenAll(Enumerable.Range(0, Cases).Select(_ => hospital.CaseInRoomAsync()));
        await Eventually.BecomesAsync(LoseOneAsync, together => together > 1, "the marked command had company");
        await ledger.SendAllAgainAsync(Of);
        Assert.Empty(await ledger.DifferencesAsync(database));

        async Task<long> LoseOneAsync()
        {
            var entries = Enumerable.Range(0, Together)
                .Select(at => new SentEntry(Guid.NewGuid(), cases[at % Cases].Id, Writers.NameOf(at % Writers.Count), $"text {at}")).ToArray();
            var marked = entries[^1] = entries[^1] with { Text = $"marked {entries[^1].EntryId}" };
            losing.Mark(marked.Text);
            var statuses = await Task.WhenAll(entries.Select(entry => ledger.SendAsync(Of(entry.By), entry)));
            var committed = await SqlAsync("select count(*) from periop_events.mt_events where data->>'entryId' = $1::uuid::text", marked.EntryId);
            output.WriteLine($"{statuses.Count(status => status == 503)} of {Together} are to be sent again; the marked one was stored {committed} times.");
            Assert.True(when == Breaks.BeforeTheCommit || committed == 1, "The line broke, and nothing was committed.");
            var together = await SqlAsync(Neighbours, marked.EntryId);
            await ledger.SendOpenAsync(Of);
            return Math.Max(together, statuses.Count(status => status == 503));
        }

        Person Of(string name) => hospital.Named(name, "or-staff");
    }

    /// <summary>The program reaches its database over the line; what is looked at is looked at past it.</summary>
    async Task<TestHospital> StartAsync(LosingCommits losing)
    {
        var access = new NpgsqlConnectionStringBuilder(database);
        line = new TcpLine(new Uri($"tcp://{access.Host}:{access.Port}")) { Tap = losing.Tap };
        (access.Host, access.Port, access.SslMode) = (line.Address.Host, line.Address.Port, SslMode.Disable);
        await host.StartAsync(access.ConnectionString);
        return host.NewHospital();
    }

    async Task<long> SqlAsync(string sql, Guid entry) => (long)(await TestDatabases.SqlAsync(database, sql, entry))!;
}
