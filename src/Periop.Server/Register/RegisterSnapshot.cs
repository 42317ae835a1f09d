using System.Data;
using Npgsql;
using Periop.Domain.Cases;
using Periop.Server.Storage;

namespace Periop.Server.Register;

/// <summary>
/// The register at a settled position, in a transaction that sees nothing later: however often it is asked as of the same instant, it
/// holds the same rows, whatever is recorded, corrected or rebuilt in between.
/// </summary>
/// <param name="AsOf">The instant it is settled for: everything acknowledged before it is in.</param>
/// <param name="Position">The events up to this one have been worked out.</param>
sealed record RegisterSnapshot(NpgsqlConnection Connection, DateTimeOffset AsOf, long Position) : IAsyncDisposable
{
    /// <summary>Changed by hand when the same rows would give other answers.</summary>
    public const int Engine = 1;

    const string Reached = $"coalesce((select last_seq_id from {PeriopStore.EventSchema}.mt_event_progression where name = '{RegisterProjection.Shard}'), 0)";

    /// <summary>The newest tick that the register has reached; none while it is rebuilt and has not come as far as it was before.</summary>
    const string Newest = $"""
        select until, position from {Ticks.FullName}
        where position <= {Reached} and {Reached} >= (select reached from {Ticks.FullName} order by position desc limit 1) order by position desc limit 1
        """;

    /// <summary>A row of a table that held at the snapshot's position. What closed it later must not show.</summary>
    public static string Held(string row, string position) => $"{row}.from_seq <= {position} and ({row}.to_seq is null or {row}.to_seq > {position})";

    /// <summary>Opens the register as of an instant; null: as of now.</summary>
    public static async Task<Opened> OpenAsync(NpgsqlDataSource database, DateTimeOffset? asOf, CancellationToken cancellation)
    {
        var connection = await database.OpenConnectionAsync(cancellation);
        try
        {
            await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellation);
            var found = await FindAsync(connection, asOf?.ToUniversalTime().ToMicroseconds(), cancellation);
            if (found.Snapshot is null)
                await connection.DisposeAsync();
            return found;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    /// <summary>How many entries the register has not worked out yet.</summary>
    public async Task<long> BehindAsync(CancellationToken cancellation) =>
        (long)(await Connection.ScalarAsync($"select (select coalesce(max(seq_id), 0) from {PeriopStore.EventSchema}.mt_events) - {Reached}", cancellation))!;

    public ValueTask DisposeAsync() => Connection.DisposeAsync();

    static async Task<Opened> FindAsync(NpgsqlConnection connection, DateTimeOffset? asOf, CancellationToken cancellation)
    {
        if (asOf is not { } instant || await connection.ScalarAsync(Ticks.Last, cancellation) is not DateTime last || instant.UtcDateTime > last)
            return await TickAsync(connection, Newest, null, cancellation) is { } newest ? new Opened(new(connection, newest.Until, newest.Position)) : Opened.NotYet;

        if (await TickAsync(connection, $"select least(until, $1), position from {Ticks.FullName} where instant <= $1 order by instant desc limit 1", instant, cancellation) is not { } tick)
            return await BeforeFirstAsync(connection, instant, cancellation);
        var reached = (long)(await connection.ScalarAsync($"select {Reached}", cancellation))!;
        return tick.Position <= reached ? new Opened(new(connection, tick.Until, tick.Position)) : Opened.NotYet;
    }

    /// <summary>Before the first tick there was nothing, unless that tick found events already: then nobody noted what there was when.</summary>
    static async Task<Opened> BeforeFirstAsync(NpgsqlConnection connection, DateTimeOffset asOf, CancellationToken cancellation)
    {
        var (since, position) = (await TickAsync(connection, $"select instant, position from {Ticks.FullName} order by position limit 1", null, cancellation))!.Value;
        return position == 0 ? new Opened(new(connection, asOf, 0)) : new Opened(null) { Since = since };
    }

    static async Task<(DateTimeOffset Until, long Position)?> TickAsync(NpgsqlConnection connection, string question, DateTimeOffset? asOf, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(question, connection);
        if (asOf is { } instant)
            command.Parameters.Add(new() { Value = instant });
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        return await reader.ReadAsync(cancellation) ? (reader.GetFieldValue<DateTimeOffset>(0), reader.GetInt64(1)) : null;
    }
}

/// <summary>The register as asked for, or why it cannot be had.</summary>
/// <param name="Snapshot">Null when it is not settled yet, or, with a <see cref="Since"/>, was not kept yet then.</param>
sealed record Opened(RegisterSnapshot? Snapshot)
{
    public static readonly Opened NotYet = new((RegisterSnapshot?)null);

    /// <summary>From when on the register can be asked, when the question goes further back.</summary>
    public DateTimeOffset? Since { get; init; }
}
