using System.Net;
using System.Net.Http.Headers;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Periop.EmbeddedPostgres;
using Periop.Server.Access;
using Periop.Server.Hospitals;

namespace Periop.Benchmarks;

/// <summary>The server and a durable PostgreSQL, in this process and on this machine.</summary>
sealed class Stage : IAsyncDisposable
{
    public const string Hospital = "general";

    readonly PrivatePostgres postgres;
    readonly string folder;

    Stage(PrivatePostgres postgres, string folder, string connectionString)
    {
        (this.postgres, this.folder, ConnectionString) = (postgres, folder, connectionString);
        Server = PeriopServer.Start(connectionString, folder);
        (Hospitals, Environment) = (Server.Services.GetRequiredService<HospitalDirectory>(), Server.Services.GetRequiredService<IHostEnvironment>());
    }

    public string ConnectionString { get; }

    public PeriopServer Server { get; private set; }

    public HospitalDirectory Hospitals { get; }

    public IHostEnvironment Environment { get; }

    public static async Task<Stage> SetAsync()
    {
        var stateFolder = Path.Combine(
            System.Environment.IsPrivilegedProcess ? "/var/lib" : Path.GetTempPath(), $"periop-benchmark-{System.Environment.ProcessId}");
        var database = await PrivatePostgres.StartAsync(new PrivatePostgresOptions(Path.Combine(stateFolder, "pg")));
        var connectionString = await database.ConnectionStringAsync("benchmark", "periop");
        return new Stage(database, stateFolder, connectionString);
    }

    /// <summary>Leaves the database to others.</summary>
    public ValueTask StopServerAsync() => Server.DisposeAsync();

    public void StartServer() => Server = PeriopServer.Start(ConnectionString, folder);

    public async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync();
        await postgres.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }
}

/// <summary>The real program on a real socket.</summary>
sealed class PeriopServer : WebApplicationFactory<Program>
{
    readonly string connectionString, stateFolder;

    PeriopServer(string connectionString, string stateFolder) => (this.connectionString, this.stateFolder) = (connectionString, stateFolder);

    public static PeriopServer Start(string connectionString, string stateFolder)
    {
        var server = new PeriopServer(connectionString, stateFolder);
        server.UseKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        server.StartServer();
        return server;
    }

    public (HttpMessageInvoker Client, Uri Address, AuthenticationHeaderValue Token) Nurse() => Somebody("or-staff");

    /// <summary>Somebody with a token, and a client that costs as little as one can: it runs on the same machine.</summary>
    public (HttpMessageInvoker Client, Uri Address, AuthenticationHeaderValue Token) Somebody(string role)
    {
        var client = new HttpMessageInvoker(new SocketsHttpHandler { MaxConnectionsPerServer = 64, ActivityHeadersPropagator = null, UseCookies = false });
        var token = TokenVerb.Sign(Services.GetRequiredService<IConfiguration>(), [role], Stage.Hospital, "nurse-1");
        return (client, ClientOptions.BaseAddress, new AuthenticationHeaderValue("Bearer", token));
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseContentRoot(AppContext.BaseDirectory);
        builder.UseEnvironment("Development");
        builder.UseSetting("ConnectionStrings:periop", connectionString);
        builder.UseSetting("StateFolder", stateFolder);
        builder.UseSetting("Greeting", "false");
        builder.ConfigureLogging(logging => logging.SetMinimumLevel(LogLevel.Error));
    }
}
