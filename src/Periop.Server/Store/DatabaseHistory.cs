using System.Collections.Concurrent;
using Npgsql;

namespace Periop.Server.Store;

/// <summary>
/// Which history connections lead to. A standby that was promoted, or a backup that was restored, goes on from an earlier entry: others take the
/// versions and positions of those that only the database before had. What was kept of these must not answer for them. No connection outlives such a
/// change, so each says once, when it is opened, where it leads.
/// </summary>
sealed class DatabaseHistory
{
    /// <summary>PostgreSQL counts a new timeline with every promotion and restore; one that only follows another may go on as either.</summary>
    const string Question = """
        select (select system_identifier from pg_control_system()) || ' ' || (select oid from pg_database where datname = current_database()) || ' '
            || case when pg_is_in_recovery() then 'follows' else left(pg_walfile_name(pg_current_wal_lsn()), 8) end
        """;

    readonly ConcurrentQueue<Action> forgetting = [];
    string? last;

    /// <summary>What is to be done when a connection leads to another history than the one before.</summary>
    public void WhenLeft(Action forget) => forgetting.Enqueue(forget);

    /// <summary>Has every connection say where it leads.</summary>
    public void Follow(NpgsqlDataSourceBuilder database) => database.UsePhysicalConnectionInitializer(
        connection =>
        {
            using var question = Ask(connection);
            Saw((string)question.ExecuteScalar()!);
        },
        async connection =>
        {
            await using var question = Ask(connection);
            Saw((string)(await question.ExecuteScalarAsync())!);
        });

    /// <summary>It is a part of connecting, and waits no longer than that does.</summary>
    static NpgsqlCommand Ask(NpgsqlConnection connection) => new(Question, connection) { CommandTimeout = connection.ConnectionTimeout };

    void Saw(string history)
    {
        if (Interlocked.Exchange(ref last, history) is { } before && before != history)
            foreach (var forget in forgetting)
                forget();
    }
}
