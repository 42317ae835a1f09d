using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Periop.Server.Register;
using Periop.Server.Store;

namespace Periop.Server.Hosting;

/// <summary>The server's life: its database, its tables, the listening, the end.</summary>
static class Serving
{
    /// <param name="meanwhile">What is to go on while it serves, given the address it serves on.</param>
    public static async Task<int> RunAsync(WebApplication app, Func<WebApplication, string, CancellationToken, Task>? meanwhile = null)
    {
        try
        {
            await RunOrRefuseAsync(app, meanwhile);
            return 0;
        }
        catch (StartRefusedException refused)
        {
            await Console.Error.WriteLineAsync(refused.Message);
            return 1;
        }
    }

    static async Task RunOrRefuseAsync(WebApplication app, Func<WebApplication, string, CancellationToken, Task>? meanwhile)
    {
        if (Configuration.Problems(app) is [var problem, ..])
            throw new StartRefusedException(problem);
        DemandFreeAddress(app.Configuration["urls"]);
        using var interrupted = new CancellationTokenSource();
        Console.CancelKeyPress += (_, _) => interrupted.Cancel();
        await using var database = await PrivateDatabase.StartUnlessConfiguredAsync(app, interrupted.Token);
        if (app.Environment.IsDevelopment())
        {
            await Schema.ApplyAsync(app.Services, interrupted.Token);
            await app.Services.GetRequiredService<RegisterUpgrade>().MoveViewsAsync(interrupted.Token);
        }

        await StartAsync(app);
        await app.Services.GetRequiredService<WarmUp>().Done.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (app.Configuration.GetValue("Greeting", app.Environment.IsDevelopment()) && !app.Lifetime.ApplicationStopping.IsCancellationRequested)
            Greet(app);

        if (meanwhile is not null)
            await UntilStoppedAsync(app, meanwhile);
        await app.WaitForShutdownAsync();
        await app.DisposeAsync();
    }

    static async Task StartAsync(WebApplication app)
    {
        try
        {
            await app.StartAsync();
        }
        catch (Exception fault) when (StartFault.Of(fault) is { } sentence)
        {
            throw new StartRefusedException(sentence);
        }
    }

    /// <summary>Asked before anything is started, so that the answer is one sentence.</summary>
    static void DemandFreeAddress(string? urls)
    {
        foreach (var address in (urls ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries))
            if (Uri.TryCreate(address, UriKind.Absolute, out var url) && url.IsLoopback && url.Port != 0)
                try
                {
                    using var probe = new TcpListener(IPAddress.Loopback, url.Port);
                    probe.Start();
                }
                catch (SocketException)
                {
                    throw new StartRefusedException(
                        $"Another program listens on {address} already. Stop it, or choose another address: --urls http://localhost:{url.Port + 1}");
                }
    }

    static async Task UntilStoppedAsync(WebApplication app, Func<WebApplication, string, CancellationToken, Task> meanwhile)
    {
        try
        {
            await meanwhile(app, AddressOf(app), app.Lifetime.ApplicationStopping);
        }
        catch (OperationCanceledException) when (app.Lifetime.ApplicationStopping.IsCancellationRequested)
        {
            // stopped in the middle, as anyone may
        }
    }

    static string AddressOf(WebApplication app) => app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();

    static void Greet(WebApplication app)
    {
        var address = AddressOf(app);
        Console.WriteLine($"""

            Periop is ready on {address}. In a browser: open {address}
            Or three things to try, in another terminal:
              1. A token:      TOKEN=$(dotnet run -v q --project src/Periop.Server -- token --role or-staff)
              2. The board:    curl -N -H "Authorization: Bearer $TOKEN" {address}/api/board/stream
              3. All commands: {address}/reference   (README.md records a first case)

            """);
    }
}
