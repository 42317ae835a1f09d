using System.Net;
using Alba;
using JasperFx.CodeGeneration;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Periop.Domain.Outcomes;
using Periop.Server.Register;
using Xunit;

namespace Periop.Server.Tests;

/// <summary>The real program on a database of its own, with a clock that only tests move. A hospital per test keeps them apart.</summary>
public sealed class PeriopHost(TestDatabases databases) : IAsyncLifetime
{
    public static readonly string[] Rooms = ["OR-1", "OR-2", "OR-3"];

    IAsyncDisposable? server;
    int handedOut;

    public FakeTimeProvider Clock { get; init; } = new(new DateTimeOffset(2026, 3, 2, 6, 0, 0, TimeSpan.Zero));

    /// <summary>Whether it can be reached from outside this process, as a browser does.</summary>
    public bool Listens { get; init; }

    /// <summary>How many are configured.</summary>
    public int Hospitals { get; init; } = 200;

    /// <summary>The register that the release keeps.</summary>
    internal RegisterVersion Register { get; init; } = RegisterVersion.Shipped;

    /// <summary>The definitions that the release ships; none unless said, for two hundred hospitals would have them published.</summary>
    internal ShippedDefinitions Definitions { get; init; } = new([]);

    public DateTimeOffset Now => Clock.GetUtcNow();

    public string ConnectionString { get; private set; } = "";

    public IServiceProvider Services { get; private set; } = null!;

    public IConfiguration Configuration => Services.GetRequiredService<IConfiguration>();

    /// <summary>Speaks to the program without credentials.</summary>
    public HttpClient Client { get; private set; } = null!;

    /// <summary>Hospitals that the program is not configured for when it starts the next time.</summary>
    public ISet<string> Unconfigured { get; } = new HashSet<string>();

    /// <summary>A hospital that no other test of this host has had.</summary>
    public TestHospital NewHospital()
    {
        var number = Interlocked.Increment(ref handedOut);
        Assert.True(number <= Hospitals, "More hospitals are asked for than are configured.");
        return new TestHospital(this, NameOf(number));
    }

    public async ValueTask InitializeAsync() => await StartAsync(await databases.CopyAsync());

    /// <param name="also">What this host has besides, or otherwise than others.</param>
    public async Task StartAsync(string connectionString, Action<IWebHostBuilder>? also = null)
    {
        ConnectionString = connectionString;
        if (Listens)
            Listen(Told);
        else
        {
            var alba = await AlbaHost.For<Program>(Told);
            (server, Services, Client) = (alba, alba.Services, alba.GetTestClient());
        }

        Client.Timeout = TimeSpan.FromMinutes(2);

        void Told(IWebHostBuilder web)
        {
            Configure(web, connectionString);
            also?.Invoke(web);
        }
    }

    void Listen(Action<IWebHostBuilder> told)
    {
        var factory = new WebApplicationFactory<Program>().WithWebHostBuilder(told);
        factory.UseKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        factory.StartServer();
        var handler = new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false };
        (server, Services, Client) = (factory, factory.Services, new HttpClient(handler) { BaseAddress = factory.ClientOptions.BaseAddress });
    }

    /// <summary>Everything that a host under test is told.</summary>
    public void Configure(IWebHostBuilder web, string connectionString)
    {
        web.UseEnvironment("Development");
        web.UseSetting("ConnectionStrings:periop", connectionString);
        web.UseSetting("StateFolder", databases.StateFolder);
        web.UseSetting("Greeting", "false");
        web.UseSetting("Register:TickEvery", "00:00:00.050");
        web.UseSetting("Store:Patience", "00:01:30");       // a busy machine is no database that hangs
        web.UseSetting("Logging:LogLevel:Default", "Warning");
        foreach (var name in Enumerable.Range(1, Hospitals).Select(NameOf).Except(Unconfigured))
        {
            web.UseSetting($"Hospitals:{name}:TimeZone", "Europe/Zurich");
            foreach (var (index, room) in Rooms.Index())
                web.UseSetting($"Hospitals:{name}:Rooms:{index}", room);
        }

        web.ConfigureTestServices(services => services
            .AddSingleton<TimeProvider>(Clock).AddSingleton(Register).AddSingleton(Definitions).AddSingleton<IAssemblyGenerator, SharedCompiler>());
    }

    /// <summary>Stops the program and starts it again on the same database.</summary>
    public async Task RestartAsync()
    {
        await StopAsync();
        await StartAsync(ConnectionString);
    }

    /// <summary>Stops the program; its database stays.</summary>
    public async Task StopAsync()
    {
        await server!.DisposeAsync();
        server = null;
    }

    /// <summary>The first column of the first row, past the program.</summary>
    public Task<object?> SqlAsync(string sql, params object[] parameters) => TestDatabases.SqlAsync(ConnectionString, sql, parameters);

    /// <summary>Lets go of the program as well: whoever still holds a host when its class has ended does not hold forty megabytes.</summary>
    public async ValueTask DisposeAsync()
    {
        if (server is not null)
            await server.DisposeAsync();
        (server, Services, Client) = (null, null!, null!);
    }

    static string NameOf(int number) => $"h{number:000}";
}
