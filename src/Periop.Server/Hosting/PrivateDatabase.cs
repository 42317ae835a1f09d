using Npgsql;
using Periop.EmbeddedPostgres;
using Periop.Server.Store;

namespace Periop.Server.Hosting;

/// <summary>The PostgreSQL that Periop brings itself when no server is configured: for development and evaluation.</summary>
static class PrivateDatabase
{
    /// <summary>Starts it, or attaches to it; null when a server is configured. Dispose after the host has stopped.</summary>
    public static async Task<IAsyncDisposable?> StartUnlessConfiguredAsync(WebApplication app, CancellationToken cancellation)
    {
        var database = app.Services.GetRequiredService<Database>();
        if (database.Configured is not null)
            return null;
        if (!app.Environment.IsDevelopment())
            throw new StartRefusedException("ConnectionStrings:periop is missing. Outside Development, name the PostgreSQL server to use.");
        var log = app.Services.GetRequiredService<ILogger<Database>>();
        var postgres = await PrivatePostgres.StartAsync(
            new PrivatePostgresOptions(Path.Combine(StateFolder.Of(app.Configuration), "pg")) { Log = line => log.LogInformation("{Line}", line) },
            cancellation);
        var name = app.Configuration["PrivateDatabase:Name"] ?? "periop";
        if (app.Configuration.GetValue<bool>("PrivateDatabase:Empty"))
            await DropAsync(postgres.AdminConnectionString, name, cancellation);
        database.Private = await postgres.ConnectionStringAsync(name, "periop", cancellation);
        return postgres;
    }

    static async Task DropAsync(string administrator, string name, CancellationToken cancellation)
    {
        await using var source = NpgsqlDataSource.Create(administrator);
        await using var drop = source.CreateCommand($"drop database if exists \"{name}\" with (force)");
        await drop.ExecuteNonQueryAsync(cancellation);
    }
}
