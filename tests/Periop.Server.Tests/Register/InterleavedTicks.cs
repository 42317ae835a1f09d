using System.Runtime.CompilerServices;
using CsCheck;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Npgsql;
using Periop.Server.Register;
using Periop.Server.Store;
using Xunit;

namespace Periop.Server.Tests.Register;

/// <summary>Two nodes tick while three others record, statement by statement, in whatever order, on the database.</summary>
public sealed class InterleavedTicks(TestDatabases databases)
{
    /// <summary>An event that no projection looks at, in a stream of its own; its position.</summary>
    const string Record = $$"""
        with s as (insert into {{EventTables.Schema}}.mt_streams (id, version, tenant_id, is_archived) values (gen_random_uuid(), 1, 'a', false)
            returning id, tenant_id)
        insert into {{EventTables.Events}} (seq_id, id, stream_id, version, data, type, timestamp, tenant_id, mt_dotnet_type, is_archived)
        select nextval('{{EventTables.Schema}}.mt_events_sequence'), gen_random_uuid(), id, 1, '{}', 'tombstone', now(), tenant_id,
        'JasperFx.Events.Tombstone, JasperFx.Events', false from s
        returning seq_id
        """;

    /// <summary>Who takes the next step: the nodes are 0 and 1.</summary>
    static readonly Gen<int[]> Orders = Gen.Int[0, 4].Array[10, 30];

    readonly FakeTimeProvider clock = new(new DateTimeOffset(2026, 11, 28, 6, 0, 0, TimeSpan.Zero));

    [Fact]
    public async Task Whatever_was_acknowledged_before_an_instant_is_among_what_its_tick_stands_for_and_ticks_never_go_back()
    {
        await using var database = NpgsqlDataSource.Create(await databases.CopyAsync());
        var (ticked, seen) = (0, new Tick(0, DateTime.MinValue, DateTime.MinValue));
        await Orders.SampleAsync(
            async order =>
            {
                var acknowledged = new List<(long Position, DateTime At)>();
                Actor[] all =
                [
                    .. Enumerable.Range(0, 2).Select(_ => new Actor(clock, NodeOn(database).StepsAsync)),
                    .. Enumerable.Range(0, 3).Select(_ => new Actor(clock, cancellation => RecordAsync(database, acknowledged, cancellation))),
                ];
                foreach (var next in order)
                    await all[next].StepAsync();
                foreach (var one in all)
                    await one.EndAsync();

                var ticks = await SinceAsync(database, seen);
                Assert.All(ticks.Zip(ticks.Skip(1)), pair => Assert.True(pair.First.Until < pair.Second.Instant, $"{pair}"));
                Assert.All(ticks, tick => Assert.DoesNotContain(acknowledged, one => one.At < tick.Until && one.Position > tick.Position));
                ticked += ticks.Count(tick => tick.Position > seen.Position);
                seen = ticks.LastOrDefault(seen);
            },
            iter: 10_000, threads: 1);
        Assert.True(ticked > 1000, $"{ticked} ticks were written.");
    }

    Ticks NodeOn(NpgsqlDataSource database) =>
        new(database, RegisterVersion.Shipped, clock, new ConfigurationBuilder().Build(), NullLogger<Ticks>.Instance);

    /// <summary>Records, and holds the transaction for a while; acknowledged is what is committed.</summary>
    async IAsyncEnumerable<string> RecordAsync(
        NpgsqlDataSource database, List<(long Position, DateTime At)> acknowledged, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        var position = (long)(await connection.ScalarAsync(Record, cancellation))!;
        yield return "written";
        await transaction.CommitAsync(cancellation);
        acknowledged.Add((position, clock.GetUtcNow().UtcDateTime));
    }

    /// <summary>The ticks from one that was the last, which may last longer by now.</summary>
    static async Task<IReadOnlyList<Tick>> SinceAsync(NpgsqlDataSource database, Tick first)
    {
        await using var question = database.CreateCommand($"select position, instant, until from {Ticks.FullName} where position >= $1 order by position");
        question.Parameters.Add(new() { Value = first.Position });
        await using var reader = await question.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        var ticks = new List<Tick>();
        while (await reader.ReadAsync(TestContext.Current.CancellationToken))
            ticks.Add(new(reader.GetInt64(0), reader.GetDateTime(1), reader.GetDateTime(2)));
        return ticks;
    }

    sealed record Tick(long Position, DateTime Instant, DateTime Until);

    /// <summary>Somebody who does the same again and again, a step at a time.</summary>
    sealed class Actor(FakeTimeProvider clock, Func<CancellationToken, IAsyncEnumerable<string>> begin)
    {
        IAsyncEnumerator<string>? underWay;

        public async Task StepAsync()
        {
            clock.Advance(TimeSpan.FromMilliseconds(1));
            underWay ??= begin(TestContext.Current.CancellationToken).GetAsyncEnumerator(TestContext.Current.CancellationToken);
            if (await underWay.MoveNextAsync())
                return;
            await underWay.DisposeAsync();
            underWay = null;
        }

        public async Task EndAsync()
        {
            while (underWay is not null)
                await StepAsync();
        }
    }
}
