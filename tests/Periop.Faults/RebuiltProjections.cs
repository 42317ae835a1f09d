using Marten;
using Microsoft.Extensions.Logging.Abstractions;
using Periop.Server.Tests;
using Xunit;

namespace Periop.Faults;

/// <summary>Board and register are rebuilt while a server runs them and people record; one rebuild is broken off in the middle.</summary>
public sealed class RebuiltProjections(TestDatabases databases, ITestOutputHelper output) : IAsyncLifetime
{
    const int Cases = 3, FewEntries = 100;

    /// <summary>Long enough to be broken off in the middle.</summary>
    const string Slowly = """
        create function slowly() returns trigger language plpgsql as $$ begin perform pg_sleep(1); return new; end $$;
        create trigger slowly before insert on periop.mt_doc_boardcard_v2 for each row execute function slowly();
        """;

    const string IsInTheMiddle = """
        select exists (select from pg_stat_activity where datname = current_database() and wait_event = 'PgSleep')
            and not exists (select from periop_events.mt_event_progression where name = 'Board:V2:All' and last_seq_id > 0)
        """;

    static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    readonly PeriopHost host = new(databases) { Hospitals = 1 };
    readonly Ledger ledger = new();

    public ValueTask InitializeAsync() => host.InitializeAsync();

    public ValueTask DisposeAsync() => host.DisposeAsync();

    [Fact]
    public async Task What_is_rebuilt_while_people_record_ends_as_a_replay_and_boards_and_cases_are_told_all_the_time()
    {
        var hospital = host.NewHospital();
        var cases = await Task.WhenAll(Enumerable.Range(0, Cases).Select(_ => hospital.CaseInRoomAsync()));
        await host.CaughtUpAsync();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var writers = new Writers(ledger, [.. cases.Select(surgicalCase => surgicalCase.Id)], Of, Seed.Of(output));
        var (writing, reading) = (writers.RecordAsync(stop.Token), ReadAsync());
        await writers.AcknowledgedAsync(FewEntries, writing);
        await BreakOffAsync();
        await writers.AcknowledgedAsync(FewEntries, writing);
        await using (var store = Rebuilding.StandaloneStore(host, host.Register))
            foreach (var projection in new[] { "Board", "Register" })
                await RebuildAsync(store, projection, TestContext.Current.CancellationToken);
        await writers.AcknowledgedAsync(FewEntries, writing);
        await stop.CancelAsync();
        await writing;
        output.WriteLine($"{await reading} times a board and a case were told.");
        await host.IsWholeAsync(ledger, Of);

        Person Of(string name) => hospital.Named(name, "or-staff");

        async Task<int> ReadAsync()
        {
            var times = 0;
            for (; !stop.IsCancellationRequested; times++)
            {
                (await hospital.Nurse.GetAsync("/api/board")).Is(200);
                await cases[times % Cases].ReadAsync();
            }

            return times;
        }
    }

    /// <summary>The board is empty and its rebuild writes the first cards when it ends.</summary>
    async Task BreakOffAsync()
    {
        await host.SqlAsync(Slowly);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        await using (var store = Rebuilding.StandaloneStore(host, host.Register))
        {
            var rebuild = RebuildAsync(store, "Board", end.Token);
            await Eventually.BecomesAsync(() => host.SqlAsync(IsInTheMiddle), middle => middle is true, "the rebuild is in the middle");
            await end.CancelAsync();
            await rebuild.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        await host.SqlAsync("drop trigger slowly on periop.mt_doc_boardcard_v2");
    }

    static async Task RebuildAsync(DocumentStore store, string projection, CancellationToken cancellation)
    {
        using var daemon = await store.BuildProjectionDaemonAsync(logger: NullLogger.Instance);
        await daemon.RebuildProjectionAsync(projection, Patience, cancellation);
    }
}
