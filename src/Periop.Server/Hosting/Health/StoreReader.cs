using JasperFx;
using Marten;
using Npgsql;
using Periop.Domain.Text;
using Periop.Server.Hospitals;
using Periop.Server.Register;
using Periop.Server.Store;

namespace Periop.Server.Hosting.Health;

/// <summary>
/// Reads health from the event store's own bookkeeping. Marten's checks compare a projection with the mark, so they see nothing
/// when the mark itself no longer moves; this one compares the mark with the events.
/// </summary>
sealed class StoreReader(IDocumentStore store, NpgsqlDataSource database, HospitalDirectory hospitals, WarmUp warmUp)
{
    /// <summary>From so many positions on, a projection is behind although it moves.</summary>
    const long FarBehind = 1000;

    static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    readonly WriteProbe probe = new(database);
    readonly Standstill standstill = new();
    readonly string[] shards = [.. ((DocumentStore)store).Options.Projections.AllShards().Select(s => s.Name.Identity)];

    public async Task<HealthReading> ReadAsync(CancellationToken cancellation)
    {
        var (events, rows) = await RowsAsync(cancellation);
        var projections = new List<ProjectionHealth>();
        foreach (var shard in shards)
            projections.Add(ProjectionOf(shard, events, rows.GetValueOrDefault(shard), await new HaltedHospitals(shard).AllAsync(database, cancellation)));
        return new HealthReading(
            true, await probe.TryAsync(cancellation), warmUp.Done.IsCompletedSuccessfully, events,
            MarkOf(events, rows.GetValueOrDefault(EventTables.MarkRow)), projections, await TickAgeAsync(cancellation), await UnconfiguredAsync(cancellation));
    }

    async Task<double?> TickAgeAsync(CancellationToken cancellation)
    {
        await using var command = database.CreateCommand($"select extract(epoch from clock_timestamp() - ({Ticks.Last}))::float8");
        return await command.ExecuteScalarAsync(cancellation) as double?;
    }

    async Task<IReadOnlyList<string>> UnconfiguredAsync(CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(EventTables.Hospitals);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var unconfigured = new List<string>();
        while (await reader.ReadAsync(cancellation))
            if (!hospitals.Knows(reader.GetString(0)))
                unconfigured.Add(reader.GetString(0));
        return unconfigured;
    }

    async Task<(long Events, Dictionary<string, Row> Rows)> RowsAsync(CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(EventTables.Health);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var (events, rows) = (0L, new Dictionary<string, Row>());
        while (await reader.ReadAsync(cancellation))
            if (reader.IsDBNull(0))
                events = reader.GetInt64(1);
            else
                rows[reader.GetString(0)] = new Row(
                    reader.GetInt64(1), reader.IsDBNull(2) ? null : reader.GetDouble(2),
                    reader.IsDBNull(3) ? null : reader.GetString(3), reader.IsDBNull(4) ? null : reader.GetString(4));
        return (events, rows);
    }

    HighWaterMark MarkOf(long events, Row? row)
    {
        var (position, lag) = (row?.Position ?? 0, Math.Max(0, events - (row?.Position ?? 0)));
        var isStuck = standstill.Of(EventTables.MarkRow, position, lag).Stood >= Patience;
        return new HighWaterMark(position, lag, row?.AgeSeconds is { } age ? Math.Round(age, 1) : null, isStuck);
    }

    ProjectionHealth ProjectionOf(string shard, long events, Row? row, IReadOnlyList<Halt> halts)
    {
        var (position, lag) = (row?.Position ?? 0, Math.Max(0, events - (row?.Position ?? 0)));
        var (stood, hasMoved) = standstill.Of(shard, position, lag);
        // what a server leaves behind that lets go of what another runs: it has stopped there, and goes on
        var isRunElsewhere = hasMoved && stood < Patience;
        var hasStopped = row is null or { Status: nameof(AgentStatus.Stopped) } && !isRunElsewhere;
        var state = row is { Status: nameof(AgentStatus.Paused) } || (hasStopped && row?.Failure is not null) ? ProjectionState.Paused
            : hasStopped && lag > 0 && stood < Patience ? ProjectionState.Starting
            : lag >= FarBehind || stood >= Patience ? ProjectionState.Behind
            : ProjectionState.Running;
        return new ProjectionHealth(shard.Split(':')[0], state, position, lag, state is ProjectionState.Paused ? CategoryOf(row?.Failure) : null, stood, halts);
    }

    /// <summary>Marten's categories as words of ours; a new one of theirs must not become a text we let out unread.</summary>
    static string? CategoryOf(string? failure) =>
        Enum.TryParse<JasperFx.Events.Daemon.ShardFailureCategory>(failure, out var category) ? Vocabulary.WordFor(category) : failure is null ? null : "other";

    sealed record Row(long Position, double? AgeSeconds, string? Status, string? Failure);
}
