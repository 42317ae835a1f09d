using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Periop.Benchmarks.Screens;

/// <summary>The program as a process of its own, so that what it takes is told from what those take who look at it.</summary>
sealed class ServerNode : IAsyncDisposable
{
    readonly Process process;

    ServerNode(Process process, Uri address) => (this.process, Address) = (process, address);

    public Uri Address { get; }

    /// <summary>Resident, in bytes.</summary>
    public long Memory
    {
        get
        {
            process.Refresh();
            return process.WorkingSet64;
        }
    }

    public TimeSpan Processor
    {
        get
        {
            process.Refresh();
            return process.TotalProcessorTime;
        }
    }

    public static ServerNode Launch(string connectionString, string stateFolder, string clock)
    {
        var address = new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{FreePort()}/"));
        // the server, among whose assemblies is this one too
        var own = Path.Combine(AppContext.BaseDirectory, typeof(ServerNode).Assembly.GetName().Name!);
        var start = new ProcessStartInfo("dotnet",
            ["exec", "--depsfile", $"{own}.deps.json", "--runtimeconfig", $"{own}.runtimeconfig.json", typeof(Program).Assembly.Location,
                "--urls", $"{address}", "--clock", clock])
        {
            WorkingDirectory = AppContext.BaseDirectory,
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        start.Environment["ASPNETCORE_HOSTINGSTARTUPASSEMBLIES"] = typeof(OneOfSeveral).Assembly.GetName().Name;
        start.Environment["ConnectionStrings__periop"] = connectionString;
        start.Environment["StateFolder"] = stateFolder;
        start.Environment["Greeting"] = "false";
        start.Environment["Logging__LogLevel__Default"] = "Warning";
        var started = Process.Start(start)!;
        started.OutputDataReceived += (_, said) => Console.Error.WriteLine(said.Data);
        started.BeginOutputReadLine();
        return new ServerNode(started, address);
    }

    public async Task UntilReadyAsync(HttpClient client)
    {
        while (!await IsReadyAsync(client))
        {
            if (process.HasExited)
                throw new InvalidOperationException($"The server ended with {process.ExitCode}.");
            await Task.Delay(100);
        }
    }

    public async ValueTask DisposeAsync()
    {
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
    }

    async Task<bool> IsReadyAsync(HttpClient client)
    {
        try
        {
            using var answer = await client.GetAsync(new Uri(Address, "/health/ready"));
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}
