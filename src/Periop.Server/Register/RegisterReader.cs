using System.Data;
using Npgsql;
using Periop.Domain.Text;
using Periop.Server.Access;
using Periop.Server.Store;

namespace Periop.Server.Register;

/// <summary>Opens the register for a question: in the version that answers, at the position that the instant comes to.</summary>
sealed class RegisterReader(NpgsqlDataSource database, RegisterVersion own)
{
    static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(500);
    static readonly TimeSpan PatienceAfterWrite = TimeSpan.FromSeconds(2);
    static readonly TimeSpan LookAgain = TimeSpan.FromMilliseconds(50);

    /// <summary>
    /// Opens the register for a hospital as of an instant; null: as of now. For an instant that has just passed, it waits a moment until it
    /// is settled.
    /// </summary>
    /// <param name="table">What is asked for. A version before it came cannot tell.</param>
    /// <param name="version">The version that gave the part before; null: whichever answers.</param>
    public async Task<RegisterOpening> OpenAsync(RegisterTable table, string hospital, DateTimeOffset? asOf, int? version, CancellationToken cancellation)
    {
        var begun = TimeProvider.System.GetTimestamp();
        while (true)
        {
            var opening = await TryOpenAsync(table, hospital, asOf?.ToUniversalTime().ToMicroseconds(), version, cancellation);
            if (asOf is null || opening is not RegisterOpening.NotSettled || TimeProvider.System.GetElapsedTime(begun) > Patience)
                return opening;
            await Task.Delay(LookAgain, cancellation);
        }
    }

    public Task<RegisterOpening> OpenAsync(RegisterTable table, string hospital, DateTimeOffset? asOf, CancellationToken cancellation) =>
        OpenAsync(table, hospital, asOf, null, cancellation);

    /// <summary>Answers from the register, opened and closed again.</summary>
    public async Task<Answer<T>> AnswerAsync<T>(
        RegisterTable table, string hospital, DateTimeOffset? asOf, int? version, Func<RegisterSnapshot, Task<Answer<T>>> find, CancellationToken cancellation)
        where T : class
    {
        var opening = await OpenAsync(table, hospital, asOf, version, cancellation);
        if (opening is not RegisterOpening.Opened { Register: var register })
            return opening.Why!;
        await using (register)
            return await find(register);
    }

    /// <summary>The instant that the latest answer is for.</summary>
    public Task<Answer<LatestAnswer>> LatestAsync(RegisterTable table, string hospital, CancellationToken cancellation) =>
        AnswerAsync<LatestAnswer>(
            table, hospital, null, null, register => Task.FromResult<Answer<LatestAnswer>>(new LatestAnswer(register.AsOf)), cancellation);

    /// <summary>Waits up to two seconds until the latest answer knows what has just been recorded.</summary>
    /// <param name="known">Whether the register knows it.</param>
    /// <returns>The settled instant at which it does; null when it does not yet.</returns>
    public async Task<DateTimeOffset?> WhenKnownAsync(
        RegisterTable table, string hospital, Func<RegisterSnapshot, Task<bool>> known, CancellationToken cancellation)
    {
        for (var begun = TimeProvider.System.GetTimestamp(); TimeProvider.System.GetElapsedTime(begun) < PatienceAfterWrite;)
        {
            if (await OpenAsync(table, hospital, null, cancellation) is RegisterOpening.Opened { Register: var register })
                await using (register)
                    if (await known(register))
                        return register.AsOf;
            await Task.Delay(LookAgain, cancellation);
        }

        return null;
    }

    /// <summary>The version whose tables are to be read. Asked first in the snapshot in which they are.</summary>
    public async Task<int> AnsweringAsync(NpgsqlConnection connection, CancellationToken cancellation) =>
        (int)(await connection.ScalarAsync(RegisterSwitch.Answering(own), cancellation))!;

    async Task<RegisterOpening> TryOpenAsync(
        RegisterTable table, string hospital, DateTimeOffset? asOf, int? asked, CancellationToken cancellation)
    {
        var connection = await database.OpenConnectionAsync(cancellation);
        var opening = default(RegisterOpening);
        try
        {
            await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellation);
            // what is asked of the register is found by plans for its own values: one for any values would look at all devices for those of a lot;
            // and to compile such a plan takes longer than to follow it
            await connection.ExecuteAsync("select set_config('plan_cache_mode', 'force_custom_plan', true), set_config('jit', 'off', true)", cancellation);
            var answering = await AnsweringAsync(connection, cancellation);
            var version = asked ?? answering;
            if (version != answering && !(version == own.Before && await StandsAsync(connection, version, cancellation)))
                return opening = new RegisterOpening.StartAgain();
            if (version < table.Since)
                return opening = new RegisterOpening.NotSettled();
            var halt = await RegisterVersion.HaltedOf(version).FindAsync(connection, hospital, cancellation);
            return opening = await new Search(connection, version, halt).FindAsync(asOf, cancellation);
        }
        finally
        {
            if (opening is not RegisterOpening.Opened)
                await connection.DisposeAsync();
        }
    }

    /// <summary>Whether the tables of a version are still there. They are kept until the answer is read.</summary>
    async Task<bool> StandsAsync(NpgsqlConnection connection, int version, CancellationToken cancellation)
    {
        try
        {
            await connection.ExecuteAsync($"lock table {string.Join(", ", own.TableNamesOf(version))} in access share mode", cancellation);
            return true;
        }
        catch (PostgresException dropped) when (dropped.SqlState == PostgresErrorCodes.UndefinedTable)
        {
            return false;
        }
    }

    /// <summary>The search for the position that an instant comes to, in one snapshot.</summary>
    sealed class Search(NpgsqlConnection connection, int version, Halt? halt)
    {
        readonly string reached = EventTables.Reached(RegisterVersion.ShardOf(version));

        /// <summary>How far the register has come for the hospital: where it has halted, no further than that.</summary>
        string ReachedHere => halt is null ? reached : $"least({reached}, {halt.Position - 1})";

        /// <summary>The newest tick that the register has reached; none while it has not come as far as it was before.</summary>
        string Newest => $"""
            select until, position from {Ticks.FullName}
            where position <= {ReachedHere} and {reached} >= {RegisterSwitch.ReachedBefore(version)} order by position desc limit 1
            """;

        public async Task<RegisterOpening> FindAsync(DateTimeOffset? asOf, CancellationToken cancellation)
        {
            if (asOf is not { } instant || await connection.ScalarAsync(Ticks.Last, cancellation) is not DateTime last || instant.UtcDateTime > last)
                return await TickAsync(Newest, null, cancellation) is { } newest ? At(newest.Until, newest.Position, isLatest: true) : NotYet(long.MaxValue);

            if (await TickAsync($"select least(until, $1), position from {Ticks.FullName} where instant <= $1 order by instant desc limit 1",
                    instant, cancellation) is not { } tick)
                return await BeforeFirstAsync(instant, cancellation);
            return tick.Position <= (long)(await connection.ScalarAsync($"select {ReachedHere}", cancellation))!
                ? At(tick.Until, tick.Position) : NotYet(tick.Position);
        }

        RegisterOpening.Opened At(DateTimeOffset until, long position, bool isLatest = false) =>
            new(new RegisterSnapshot(connection, version, until, position) { Missing = $"{EventTables.LastPosition} - {(isLatest ? position : ReachedHere)}" });

        RegisterOpening NotYet(long position) =>
            position >= halt?.Position ? new RegisterOpening.Halted(halt.RecordedAt) : new RegisterOpening.NotSettled();

        /// <summary>Before the first tick there was nothing, unless that tick found events already: then nobody noted what there was when.</summary>
        async Task<RegisterOpening> BeforeFirstAsync(DateTimeOffset asOf, CancellationToken cancellation)
        {
            var (since, position) = (await TickAsync(
                $"select instant, position from {Ticks.FullName} order by position limit 1", null, cancellation))!.Value;
            return position == 0 ? At(asOf, 0) : new RegisterOpening.TooEarly(since);
        }

        async Task<(DateTimeOffset Until, long Position)?> TickAsync(string question, DateTimeOffset? asOf, CancellationToken cancellation)
        {
            await using var command = new NpgsqlCommand(question, connection);
            if (asOf is { } instant)
                command.Parameters.Add(new() { Value = instant });
            await using var reader = await command.ExecuteReaderAsync(cancellation);
            return await reader.ReadAsync(cancellation) ? (reader.GetFieldValue<DateTimeOffset>(0), reader.GetInt64(1)) : null;
        }
    }
}

/// <summary>What an answer would be for, were it asked for now.</summary>
sealed record LatestAnswer(DateTimeOffset AsOf);
