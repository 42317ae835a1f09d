using Npgsql;

namespace Periop.Server.Store;

/// <summary>Where the database is. The connection string may come late: the private server is started with the host.</summary>
sealed class Database(IConfiguration configuration)
{
    /// <summary>The configured server; null means the private one.</summary>
    public string? Configured => configuration.GetConnectionString("periop");

    /// <summary>The private server's connection string, once it runs.</summary>
    public string? Private { get; set; }

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
        return new NpgsqlDataSourceBuilder(connection.ConnectionString) { Name = "periop" }.Build();
    }
}
