using System.Net.Sockets;
using Marten.Exceptions;
using Npgsql;

namespace Periop.Server.Http;

/// <summary>Tells faults that mean "not now": the store is away, hangs, is full or can only be read. What was asked may be asked again.</summary>
static class StoreAway
{
    public static bool Is(Exception? fault) => fault switch
    {
        null => false,
        PostgresException { SqlState: var state } when IsNotNow(state) => true,
        NpgsqlException { IsTransient: true } or SocketException or TimeoutException or SessionTransactionUnusableException => true,
        AggregateException many => many.InnerExceptions.Any(Is),
        _ => Is(fault.InnerException),
    };

    /// <summary>The connection is lost, resources are short, somebody intervened (a cancelled statement too), the system has an error.</summary>
    static bool IsNotNow(string state) => state[..2] is "08" or "53" or "57" or "58"
        || state is PostgresErrorCodes.ReadOnlySqlTransaction or PostgresErrorCodes.LockNotAvailable;
}
