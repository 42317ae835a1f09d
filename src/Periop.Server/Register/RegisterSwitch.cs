using Npgsql;
using Periop.Server.Store;
using Weasel.Postgresql.Tables;

namespace Periop.Server.Register;

/// <summary>
/// Which version of the register answers. A new one does once it has come as far as the one before: then its row is written, and what
/// is written once is not worked out again. While both go on, now this one and now that one is ahead, and answers would go to and fro.
/// </summary>
static class RegisterSwitch
{
    public const string FullName = $"{EventTables.RegisterSchema}.versions";

    public static Table Build()
    {
        var table = new Table(FullName);
        table.AddColumn("version", "integer").AsPrimaryKey();
        table.AddColumn("since", "timestamptz").NotNull();
        table.AddColumn("position", "bigint").NotNull();
        table.AddColumn("reached", "bigint").NotNull();
        return table;
    }

    /// <summary>
    /// The version that answers, of the two that a release reads. Asked first in the snapshot from which everything else is read.
    /// </summary>
    public static string Answering(RegisterVersion own) =>
        $"select coalesce((select max(version) from {FullName} where version in ({own.Number}, {own.Before})), {own.Number})";

    /// <summary>Whether a version answers, as a condition.</summary>
    public static string Answers(RegisterVersion version) => $"exists (select from {FullName} where version = {version.Number})";

    /// <summary>
    /// How far a version had come. It has come less far while it is rebuilt, and one that never answered before must come as far as any
    /// has: else the latest answer would be for a time long gone.
    /// </summary>
    public static string ReachedBefore(int version) => $"""
        coalesce((select reached from {FullName} where version = {version}),
            greatest((select max(reached) from {FullName}), (select reached from {Ticks.FullName} order by position desc limit 1), 0))
        """;

    /// <summary>Lets the own version answer, if it has come as far, and notes how far it is.</summary>
    /// <param name="connection">In the transaction of a tick, each statement of which sees both positions at one moment.</param>
    public static async Task TurnAsync(NpgsqlConnection connection, RegisterVersion own, CancellationToken cancellation)
    {
        var reached = EventTables.Reached(own.Shard);
        await connection.ExecuteAsync($"""
            insert into {FullName} (version, since, position, reached)
            select {own.Number}, clock_timestamp(), {reached}, {reached}
            where not exists (select from {FullName} where version = {own.Number})
              and {reached} >= greatest({EventTables.Reached(RegisterVersion.ShardOf(own.Before))}, {ReachedBefore(own.Number)})
            on conflict do nothing
            """, cancellation);
        await connection.ExecuteAsync(
            $"update {FullName} set reached = {reached} where version = {own.Number} and reached < {reached}", cancellation);
    }
}
