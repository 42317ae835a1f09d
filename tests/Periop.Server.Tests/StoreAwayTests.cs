using Npgsql;
using Periop.Server.Http;
using Xunit;

namespace Periop.Server.Tests;

/// <summary>What of the database's complaints means that whoever asked may ask again.</summary>
public sealed class StoreAwayTests
{
    [Theory]
    [InlineData("FATAL", "XX000", true)]        // a disk that is full keeps PostgreSQL from letting anybody in: "could not write init file"
    [InlineData("FATAL", PostgresErrorCodes.TooManyConnections, true)]
    [InlineData("ERROR", PostgresErrorCodes.DiskFull, true)]
    [InlineData("ERROR", PostgresErrorCodes.ReadOnlySqlTransaction, true)]
    [InlineData("ERROR", "XX000", false)]
    [InlineData("ERROR", PostgresErrorCodes.SyntaxError, false)]
    public void A_complaint_is_passing_or_a_fault(string severity, string state, bool isAway) =>
        Assert.Equal(isAway, StoreAway.Is(new InvalidOperationException("around it", new PostgresException("-", severity, severity, state))));
}
