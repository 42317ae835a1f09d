using System.Net.Sockets;
using Marten.Exceptions;
using Npgsql;

namespace Periop.Server.Http;

/// <summary>Tells faults that mean "not now": the store is away, hangs, is full or can only be read. What was asked may be asked again.</summary>
static class StoreAway
{
    /// <summary>
    /// Whose complaint it is that a connection or its transaction is closed, completed or disposed of, in a wording that depends on the moment: that
    /// comes of a statement which the document store tries again on a connection that has broken off meanwhile.
    /// </summary>
    const string Driver = "Npgsql";

    /// <summary>Of several servers none is the first at the moment: one is away, and the other has not been promoted or is not yet known to be.</summary>
    const string NoneIsFirst = "No suitable host was found.";

    public static bool Is(Exception? fault) => fault switch
    {
        null => false,
        PostgresException { SqlState: var state } when IsNotNow(state) => true,
        // it lets nobody in, for whatever reason; with a full disk the state is that of a fault within ("could not write init file")
        PostgresException { InvariantSeverity: "FATAL" or "PANIC" } => true,
        InvalidOperationException { Source: Driver } => true,
        NpgsqlException { Message: NoneIsFirst } => true,
        NpgsqlException { IsTransient: true } or SocketException or TimeoutException or SessionTransactionUnusableException => true,
        AggregateException many => many.InnerExceptions.Any(Is),
        _ => Is(fault.InnerException),
    };

    /// <summary>The connection is lost, resources are short, somebody intervened (a cancelled statement too), the system has an error.</summary>
    static bool IsNotNow(string state) => state[..2] is "08" or "53" or "57" or "58"
        || state is PostgresErrorCodes.ReadOnlySqlTransaction or PostgresErrorCodes.LockNotAvailable;
}
