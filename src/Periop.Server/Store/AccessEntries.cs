using Marten;
using Periop.Server.Access;

namespace Periop.Server.Store;

/// <summary>Adds entries of the access log to a transaction: several by one statement, which costs the database a fraction of one each.</summary>
static class AccessEntries
{
    public static void Insert(IDocumentSession session, IReadOnlyList<AccessEntry> entries)
    {
        if (entries is [var one])
            session.Insert(one);
        else if (entries.Count > 0)
            session.QueueSqlCommand(
                EventTables.EnterAll, session.TenantId, entries.Select(entry => entry.Id).ToArray(), entries.Select(entry => entry.At).ToArray(),
                entries.Select(session.DocumentStore.Options.Serializer().ToJson).ToArray());
    }
}
