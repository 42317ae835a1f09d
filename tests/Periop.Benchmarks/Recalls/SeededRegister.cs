using Marten;
using Npgsql;
using Periop.Server.Register;
using Periop.Server.Store;

namespace Periop.Benchmarks.Recalls;

/// <summary>The register of two hospitals as large, settled without the events that it would be of.</summary>
sealed class SeededRegister(NpgsqlDataSource database, IDocumentStore store)
{
    const int Recalls = 500;

    readonly DeviceSeed[] hospitals = [new(database, store, Stage.Hospital, 0), new(database, store, "lakeside", 1)];

    bool hasRecalls;

    /// <returns>The instant as of which the register has this size.</returns>
    public async Task<DateTimeOffset> GrowToAsync(int devices)
    {
        if (!hasRecalls)
            await AnnounceAsync();
        hasRecalls = true;
        await Task.WhenAll(hospitals.Select(h => Task.Run(() => h.GrowToAsync(devices))));
        await RunAsync("vacuum (analyze)");
        return await SettleAsync(DeviceSeed.PositionOf(devices));
    }

    /// <summary>
    /// Says that the register has come as far as its rows. The server's own clock goes on ticking and finds nothing to note, for it sees
    /// no events; so the rows are as far from the newest position, and as of an earlier instant as few, as they would be.
    /// </summary>
    async Task<DateTimeOffset> SettleAsync(long position)
    {
        await RunAsync($"""
            insert into {EventTables.Schema}.mt_event_progression (name, last_seq_id) values ('{RegisterVersion.Shipped.Shard}', {position})
            on conflict (name) do update set last_seq_id = excluded.last_seq_id
            """);
        await using var tick = database.CreateCommand(
            $"insert into {Ticks.FullName} (position, instant, until, reached) "
            + $"select {position}, at, at, {position} from clock_timestamp() at returning instant");
        return new DateTimeOffset((DateTime)(await tick.ExecuteScalarAsync())!);
    }

    /// <summary>Recalls of lots, some of a model whatever its lot and some of a lot whatever its model; every third has ended.</summary>
    async Task AnnounceAsync()
    {
        for (var i = 0; i < Recalls; i++)
        {
            var lot = i < 100 ? i * 2 : i * 40;
            var model = Supply.ModelOfLot(lot);
            await RunAsync($"""
                insert into {RegisterTable.Recalls.NameIn(RegisterVersion.Shipped.Number)}
                    (tenant_id, recall_id, key, from_seq, recorded_from, gtin, lots, lot_keys, campaign, announced_at, ended_at)
                values ('{Stage.Hospital}', gen_random_uuid(), 'recall', {i % 20}, now(), {(i % 10 == 1 ? "null" : $"'{model.Gtin}'")},
                    {(Supply.IsAbandoned(lot) ? "null, null" : $"array['{Supply.Lot(lot)}'], array['{Supply.Lot(lot)}']")}, 'N-{i}', now(),
                    {(i % 3 == 0 ? "now()" : "null")})
                """);
        }
    }

    async Task RunAsync(string statement)
    {
        await using var command = database.CreateCommand(statement);
        command.CommandTimeout = 300;
        await command.ExecuteNonQueryAsync();
    }
}
