using System.Globalization;
using Npgsql;
using Periop.Server.Store;

namespace Periop.Server.Board;

/// <summary>
/// What <c>migrate</c> does about the board's versions: it says how far its own is, and drops the one before when no server needs it.
/// </summary>
sealed class BoardUpgrade(NpgsqlDataSource database)
{
    const int Before = BoardCard.Version - 1;
    const string TableBefore = "boardcard";

    static readonly string ShardBefore = EventTables.ShardOf(BoardProjection.Board, Before);

    /// <summary>Does what can be done by now, and says it in a sentence.</summary>
    public async Task<string> GoOnAsync(CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        var (last, reached, reachedBefore, stands, isNeeded) = await StateAsync(connection, cancellation);
        var progress = string.Create(CultureInfo.InvariantCulture,
            $"Version {BoardCard.Version} of the board: {reached:N0} of {last:N0} entries are worked out.");
        if (!stands)
            return progress;
        if (reached < reachedBefore || isNeeded)
            return $"{progress} Version {Before} is kept: "
                + $"{(isNeeded ? "a node of the release before runs, or did a moment ago." : "the new one has not come as far.")} Run migrate again.";
        await connection.ExecuteAsync(EventTables.DropDocuments(TableBefore), cancellation);
        await connection.ExecuteAsync($"drop table if exists {new HaltedHospitals(ShardBefore).FullName}", cancellation);
        await connection.ExecuteAsync(EventTables.ForgetPosition(ShardBefore), cancellation);
        await transaction.CommitAsync(cancellation);
        return $"{progress} Version {Before} is dropped.";
    }

    static async Task<(long Last, long Reached, long ReachedBefore, bool Stands, bool IsNeeded)> StateAsync(
        NpgsqlConnection connection, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand($"""
            select {EventTables.LastPosition}, {EventTables.Reached(BoardProjection.Shard)}, {EventTables.Reached(ShardBefore)},
                   {EventTables.HasPosition(ShardBefore)}, {EventTables.IsKnownToANode(BoardProjection.Board, Before)}
            """, connection);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        await reader.ReadAsync(cancellation);
        return (reader.GetInt64(0), reader.GetInt64(1), reader.GetInt64(2), reader.GetBoolean(3), reader.GetBoolean(4));
    }
}
