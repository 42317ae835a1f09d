using System.Data;
using Npgsql;
using Periop.Domain.Text;
using Periop.Server.Store;

namespace Periop.Server.Register;

/// <summary>
/// The register at a settled position, in a transaction that sees nothing later: however often it is asked as of the same instant, it
/// holds the same rows, whatever is recorded, corrected or rebuilt in between.
/// </summary>
/// <param name="AsOf">The instant it is settled for: everything acknowledged before it is in.</param>
/// <param name="Position">The events up to this one have been worked out.</param>
sealed record RegisterSnapshot(NpgsqlConnection Connection, DateTimeOffset AsOf, long Position) : IAsyncDisposable
{
    /// <summary>Whether no instant was asked for, or one that has not come yet.</summary>
    public bool IsLatest { get; init; }

    /// <summary>Changed by hand when the same rows would give other answers.</summary>
    public const int Engine = 1;

    static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(500);
    static readonly TimeSpan LookAgain = TimeSpan.FromMilliseconds(50);

    static readonly string Reached = EventTables.Reached(RegisterProjection.Shard);

    /// <summary>How far the register has come for the hospital, as an expression: where it has halted, no further than that.</summary>
    string ReachedHere { get; init; } = Reached;

    /// <summary>The newest tick that the register has reached; none while it is rebuilt and has not come as far as it was before.</summary>
    static string Newest(string reachedHere) => $"""
        select until, position from {Ticks.FullName}
        where position <= {reachedHere} and {Reached} >= (select reached from {Ticks.FullName} order by position desc limit 1) order by position desc limit 1
        """;

    /// <summary>A row of a table that held at the snapshot's position. What closed it later must not show.</summary>
    public static string Held(string row, string position) => $"{row}.from_seq <= {position} and ({row}.to_seq is null or {row}.to_seq > {position})";

    /// <summary>
    /// Opens the register for a hospital as of an instant; null: as of now. For an instant that has just passed, it waits a moment until it
    /// is settled.
    /// </summary>
    public static async Task<RegisterOpening> OpenAsync(NpgsqlDataSource database, string hospital, DateTimeOffset? asOf, CancellationToken cancellation)
    {
        var begun = TimeProvider.System.GetTimestamp();
        while (true)
        {
            var opening = await TryOpenAsync(database, hospital, asOf?.ToUniversalTime().ToMicroseconds(), cancellation);
            if (asOf is null || opening is not RegisterOpening.NotSettled || TimeProvider.System.GetElapsedTime(begun) > Patience)
                return opening;
            await Task.Delay(LookAgain, cancellation);
        }
    }

    static async Task<RegisterOpening> TryOpenAsync(NpgsqlDataSource database, string hospital, DateTimeOffset? asOf, CancellationToken cancellation)
    {
        var connection = await database.OpenConnectionAsync(cancellation);
        var opening = default(RegisterOpening);
        try
        {
            await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellation);
            // what is asked of the register is found by plans for its own values: one for any values would look at all devices for those of a lot
            await connection.ScalarAsync("set local plan_cache_mode = force_custom_plan", cancellation);
            return opening = await FindAsync(connection, hospital, asOf, cancellation);
        }
        finally
        {
            if (opening is not RegisterOpening.Opened)
                await connection.DisposeAsync();
        }
    }

    /// <summary>How many entries are missing: of the latest answer, those after its position; of an earlier one, those not worked out yet.</summary>
    public async Task<long> BehindAsync(CancellationToken cancellation) =>
        (long)(await Connection.ScalarAsync($"select {EventTables.LastPosition} - {(IsLatest ? Position : ReachedHere)}", cancellation))!;

    public ValueTask DisposeAsync() => Connection.DisposeAsync();

    static async Task<RegisterOpening> FindAsync(NpgsqlConnection connection, string hospital, DateTimeOffset? asOf, CancellationToken cancellation)
    {
        var halt = await RegisterProjection.Halted.FindAsync(connection, hospital, cancellation);
        var reachedHere = halt is null ? Reached : $"least({Reached}, {halt.Position - 1})";
        if (asOf is not { } instant || await connection.ScalarAsync(Ticks.Last, cancellation) is not DateTime last || instant.UtcDateTime > last)
            return await TickAsync(connection, Newest(reachedHere), null, cancellation) is { } newest
                ? At(newest.Until, newest.Position, isLatest: true) : NotYet(long.MaxValue);

        if (await TickAsync(connection, $"select least(until, $1), position from {Ticks.FullName} where instant <= $1 order by instant desc limit 1",
                instant, cancellation) is not { } tick)
            return await BeforeFirstAsync(connection, instant, cancellation);
        var reached = (long)(await connection.ScalarAsync($"select {reachedHere}", cancellation))!;
        return tick.Position <= reached ? At(tick.Until, tick.Position) : NotYet(tick.Position);

        RegisterOpening.Opened At(DateTimeOffset until, long position, bool isLatest = false) =>
            new(new RegisterSnapshot(connection, until, position) { IsLatest = isLatest, ReachedHere = reachedHere });

        RegisterOpening NotYet(long position) => position >= halt?.Position ? new RegisterOpening.Halted(halt.RecordedAt) : new RegisterOpening.NotSettled();
    }

    /// <summary>Before the first tick there was nothing, unless that tick found events already: then nobody noted what there was when.</summary>
    static async Task<RegisterOpening> BeforeFirstAsync(NpgsqlConnection connection, DateTimeOffset asOf, CancellationToken cancellation)
    {
        var first = await TickAsync(connection, $"select instant, position from {Ticks.FullName} order by position limit 1", null, cancellation);
        var (since, position) = first!.Value;
        return position == 0 ? new RegisterOpening.Opened(new RegisterSnapshot(connection, asOf, 0)) : new RegisterOpening.TooEarly(since);
    }

    static async Task<(DateTimeOffset Until, long Position)?> TickAsync(
        NpgsqlConnection connection, string question, DateTimeOffset? asOf, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(question, connection);
        if (asOf is { } instant)
            command.Parameters.Add(new() { Value = instant });
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        return await reader.ReadAsync(cancellation) ? (reader.GetFieldValue<DateTimeOffset>(0), reader.GetInt64(1)) : null;
    }
}
