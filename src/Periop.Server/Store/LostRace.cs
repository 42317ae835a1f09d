using JasperFx;
using JasperFx.Core;
using Marten.Exceptions;
using Npgsql;
using Wolverine.ErrorHandling;
using Wolverine.Runtime.Handlers;

namespace Periop.Server.Store;

/// <summary>Locks make them rare: two writers that both made what there may be once.</summary>
static class LostRace
{
    /// <summary>The loser is run again and then finds what the other made.</summary>
    public static void RunsAgain(HandlerChain chain) => chain
        .OnException<ConcurrencyException>()
        .Or<DocumentAlreadyExistsException>()
        .Or<MartenCommandException>(e => e.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation })
        .Or<PostgresException>(e => e.SqlState is PostgresErrorCodes.UniqueViolation or PostgresErrorCodes.DeadlockDetected)
        .RetryWithCooldown(20.Milliseconds(), 50.Milliseconds(), 100.Milliseconds(), 250.Milliseconds());
}
