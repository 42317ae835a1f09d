using System.Globalization;
using Npgsql;
using Periop.Server.Store;

namespace Periop.Server.Register;

/// <summary>
/// What <c>migrate</c> does about the register's versions, besides making the tables of its own: it says what is rebuilt, takes the
/// switch back after a rollback, moves the views to the version that answers, and drops the version before when nobody needs it any more.
/// </summary>
sealed class RegisterUpgrade(NpgsqlDataSource database, RegisterVersion own)
{
    /// <summary>From so many entries on, the version before was gone back to; less is what a release leaves behind when it stops.</summary>
    const long FarAhead = 1000;

    /// <summary>A reader that found the version before must have its tables: it asks for them a moment later.</summary>
    const string LongEnough = "1 minute";

    /// <summary>A drop that waits for one reader makes all others wait behind it.</summary>
    const string WaitsAtMost = "500ms";

    readonly string before = RegisterVersion.ShardOf(own.Before);

    /// <summary>Does what can be done by now, and says it in a sentence.</summary>
    public async Task<string> GoOnAsync(CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        await connection.ExecuteAsync($"set local lock_timeout = '{WaitsAtMost}'", cancellation);
        var state = await StateAsync(connection, cancellation);
        try
        {
            if (state.IsLeftBehind)
                await connection.ExecuteAsync($"delete from {RegisterSwitch.FullName} where version = {own.Number}", cancellation);
            await RegisterViews.MoveAsync(connection, own, cancellation);
            if (state.MayDropBefore)
                await DropBeforeAsync(connection, cancellation);
            await transaction.CommitAsync(cancellation);
            return Sentence(state);
        }
        catch (PostgresException refused) when (refused.SqlState is PostgresErrorCodes.LockNotAvailable)
        {
            return Kept("somebody reads it.");
        }
        catch (PostgresException refused) when (refused.SqlState is PostgresErrorCodes.DependentObjectsStillExist)
        {
            return Kept("something else rests on its tables, a view perhaps.");
        }
    }

    /// <summary>Moves the views for SQL and BI tools alone, as a server in Development does at its start.</summary>
    public async Task MoveViewsAsync(CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        await RegisterViews.MoveAsync(connection, own, cancellation);
        await transaction.CommitAsync(cancellation);
    }

    string Sentence(State state) =>
        state.IsLeftBehind ? $"{Progress(state)} It had answered before version {own.Before} was gone back to. {Meanwhile}"
        : state.MayDropBefore ? $"Version {own.Before} of the register is dropped; version {own.Number} answers."
        : !state.BeforeStands ? Progress(state)
        : !state.Answers ? $"{Progress(state)} {Meanwhile}"
        : state.BeforeHasNode ? Kept("a node of the release before runs, or did a moment ago.")
        : Kept($"version {own.Number} has answered for less than {LongEnough}.");

    string Kept(string why) => $"Version {own.Before} of the register is kept: {why} Run migrate again.";

    string Progress(State state) => string.Create(CultureInfo.InvariantCulture,
        $"Version {own.Number} of the register: {state.Reached:N0} of {state.Last:N0} entries are worked out.");

    string Meanwhile =>
        $"A server of this release works out the rest, or before one is started: projections rebuild -p Register. "
        + $"Until then version {own.Before} answers. When no server of the release before runs any more, run migrate again.";

    /// <summary>Tables and position of the version before go together.</summary>
    async Task DropBeforeAsync(NpgsqlConnection connection, CancellationToken cancellation)
    {
        var tables = own.TableNamesOf(own.Before).Append(RegisterVersion.HaltedOf(own.Before).FullName);
        await connection.ExecuteAsync($"drop table if exists {string.Join(", ", tables)}", cancellation);
        await connection.ExecuteAsync(EventTables.ForgetPosition(before), cancellation);
        await connection.ExecuteAsync($"delete from {RegisterSwitch.FullName} where version = {own.Before}", cancellation);
    }

    async Task<State> StateAsync(NpgsqlConnection connection, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand($"""
            select {EventTables.LastPosition}, {EventTables.Reached(own.Shard)}, {EventTables.Reached(before)},
                   exists (select from {RegisterSwitch.FullName} where version = {own.Number}),
                   exists (select from {RegisterSwitch.FullName} where version = {own.Number} and since <= clock_timestamp() - interval '{LongEnough}'),
                   {EventTables.HasPosition(before)},
                   {EventTables.IsKnownToANode(RegisterProjection.Register, own.Number)}, {EventTables.IsKnownToANode(RegisterProjection.Register, own.Before)}
            """, connection);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        await reader.ReadAsync(cancellation);
        return new State(
            reader.GetInt64(0), reader.GetInt64(1), reader.GetInt64(2), reader.GetBoolean(3), reader.GetBoolean(4), reader.GetBoolean(5),
            reader.GetBoolean(6), reader.GetBoolean(7));
    }

    /// <param name="Last">The position of the last event.</param>
    /// <param name="Answers">The own version answers.</param>
    /// <param name="HasNode">A node runs that can go on with the own version.</param>
    sealed record State(
        long Last, long Reached, long ReachedBefore, bool Answers, bool AnswersLongEnough, bool BeforeStands, bool HasNode, bool BeforeHasNode)
    {
        public bool IsLeftBehind => Answers && BeforeStands && !HasNode && ReachedBefore >= Reached + FarAhead;

        public bool MayDropBefore => AnswersLongEnough && BeforeStands && !BeforeHasNode && !IsLeftBehind;
    }
}
