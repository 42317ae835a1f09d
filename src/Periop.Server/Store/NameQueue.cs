using Marten;
using Npgsql;
using NpgsqlTypes;

namespace Periop.Server.Store;

/// <summary>
/// Case numbers, patients, recalls and published versions are named for the first time, and second sources uploaded, by one transaction of a
/// hospital at a time. It is rare enough not to matter, and spares the losers of a race a failed transaction.
/// </summary>
static class NameQueue
{
    /// <summary>Waits for its turn, which lasts until the session's transaction ends.</summary>
    public static async Task EnterAsync(IDocumentSession session, CancellationToken cancellation)
    {
        await session.BeginTransactionAsync(cancellation);
        await using var wait = new NpgsqlCommand("select pg_advisory_xact_lock(hashtextextended('periop names ' || @hospital, 0))");
        wait.Parameters.Add(new("hospital", NpgsqlDbType.Varchar) { Value = session.TenantId });
        await session.ExecuteAsync(wait, cancellation);
    }
}
