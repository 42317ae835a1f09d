using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;
using Npgsql;
using Periop.Server.Http;

namespace Periop.Server.Hosting;

/// <summary>What kept the server from starting and is none of its own faults, in a sentence for whoever runs it.</summary>
static class StartFault
{
    public static string? Of(Exception fault)
    {
        for (var inner = fault; inner is not null; inner = inner.InnerException)
            if (SentenceOf(inner) is { } sentence)
                return sentence;
        return null;
    }

    static string? SentenceOf(Exception fault) => fault switch
    {
        AddressInUseException =>
            "Another program listens on one of the server's addresses already. Stop it, or choose others: ASPNETCORE_URLS, Management:Port.",
        PostgresException { SqlState: PostgresErrorCodes.UndefinedTable or PostgresErrorCodes.InvalidSchemaName or PostgresErrorCodes.UndefinedColumn } =>
            "The database has not the tables of this release: run migrate.",
        PostgresException { SqlState: PostgresErrorCodes.InsufficientPrivilege } missing =>
            $"The database refuses the server's role what it needs ({missing.MessageText}): run deploy/postgresql/roles.sql.",
        PostgresException statement when !StoreAway.Is(statement) => null,
        NpgsqlException or SocketException => $"The database cannot be used: {fault.Message}.",
        _ => null,
    };
}
