using Npgsql;

namespace Periop.Server.Store;

/// <summary>Where the database is. The connection string may come late: the private server is started with the host.</summary>
sealed class Database(IConfiguration configuration, DatabaseHistory history)
{
    /// <summary>The configured server; null means the private one.</summary>
    public string? Configured => configuration.GetConnectionString("periop");

    /// <summary>The private server's connection string, once it runs.</summary>
    public string? Private { get; set; }

    /// <summary>
    /// PostgreSQL ends the connections of a server that has frozen in the middle of a transaction, or whose machine no longer answers, as soon as other
    /// servers miss it: until then it holds up whoever records into the same cases, every board behind its events, and the sharing out of projections.
    /// </summary>
    const string LostAfterFifteenSeconds = "-c idle_in_transaction_session_timeout=15s"
        + " -c tcp_keepalives_idle=5 -c tcp_keepalives_interval=5 -c tcp_keepalives_count=2";

    public NpgsqlDataSource Open()
    {
        // Without any (code generation, help) nothing is opened; a connection would fail at once.
        var connection = new NpgsqlConnectionStringBuilder(Configured ?? Private ?? "Host=127.0.0.1;Port=1;Database=periop")
        {
            ApplicationName = "periop",
            MaxAutoPrepare = 200,
            AutoPrepareMinUsages = 2,
            // Whoever asks waits no longer than a few seconds in all: a database that does not answer is not waited for to give up politely.
            Timeout = 3,
            CancellationTimeout = 500,
            // Where several servers are named, one that was away or only followed another may be the first by now.
            HostRecheckSeconds = 2,
        };
        connection.Options = $"{LostAfterFifteenSeconds} {connection.Options}".TrimEnd();     // what the connection string says itself wins
        var database = new NpgsqlDataSourceBuilder(connection.ConnectionString) { Name = "periop" };
        history.Follow(database);
        return database.Build();
    }
}
