using System.Diagnostics;
using System.Text;
using Xunit;

namespace Periop.Server.Tests;

/// <summary>The program as a process of its own, as somebody starts it who has just built it.</summary>
sealed class ServerProcess : IAsyncDisposable
{
    static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    readonly Process process;
    readonly StringBuilder said = new();

    ServerProcess(Process process) => this.process = process;

    /// <summary>Where it listens.</summary>
    public Uri Address { get; private set; } = null!;

    /// <summary>Starts it, with a private database below a folder unless the settings name another, and waits until it says that it is ready.</summary>
    /// <param name="settings">What it is told besides, by the names of environment variables.</param>
    public static async Task<ServerProcess> StartAsync(string stateFolder, IReadOnlyDictionary<string, string>? settings = null)
    {
        var server = new ServerProcess(Launch(stateFolder, settings, "--urls", "http://127.0.0.1:0"));
        const string ready = "Periop is ready on ";
        var line = await server.LineAsync(ready);
        server.Address = new Uri(line[(line.IndexOf(ready, StringComparison.Ordinal) + ready.Length)..].Split(". ")[0]);
        return server;
    }

    /// <summary>Runs a verb to its end and answers what it printed.</summary>
    public static async Task<string> RunAsync(string stateFolder, params string[] arguments)
    {
        using var verb = Launch(stateFolder, settings: null, arguments);
        var printed = await verb.StandardOutput.ReadToEndAsync().WaitAsync(Patience);
        await verb.WaitForExitAsync().WaitAsync(Patience);
        Assert.True(verb.ExitCode == 0, printed);
        return printed.Trim();
    }

    /// <summary>Sends it a signal; it may take its time.</summary>
    public Task SignalAsync(string signal) => Processes.SignalAsync(signal, process.Id);

    /// <summary>Ends it in the middle of whatever it does.</summary>
    public async Task KillAsync()
    {
        await SignalAsync("KILL");
        await process.WaitForExitAsync().WaitAsync(Patience);
    }

    /// <summary>Asks it to end, as the operating system does; answers the exit code. (Ctrl-C is not heard by what was started in the background.)</summary>
    public async Task<int> StopAsync()
    {
        await SignalAsync("TERM");
        var rest = process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync().WaitAsync(Patience);
        said.Append(await rest);
        return process.ExitCode;
    }

    public ValueTask DisposeAsync() => process.EndAsync();

    static Process Launch(string stateFolder, IReadOnlyDictionary<string, string>? settings, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(Program).Assembly.Location, .. arguments])
        {
            WorkingDirectory = AppContext.BaseDirectory,
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        start.Environment["StateFolder"] = stateFolder;
        start.Environment["Store__Patience"] = "00:01:30";           // a busy machine is no database that hangs
        start.Environment["DOTNET_EnableDiagnostics"] = "0";       // its sockets in the temporary folder would outlive a kill
        start.Environment.Remove("ConnectionStrings__periop");
        foreach (var (name, value) in settings ?? new Dictionary<string, string>())
            start.Environment[name] = value;
        return Process.Start(start)!;
    }

    /// <summary>The next line that has a text in it.</summary>
    async Task<string> LineAsync(string text)
    {
        while (await process.StandardOutput.ReadLineAsync().WaitAsync(Patience) is { } line)
        {
            said.AppendLine(line);
            if (line.Contains(text, StringComparison.Ordinal))
                return line;
        }

        Assert.Fail($"It ended before it said \"{text}\":\n{said}");
        return "";
    }
}
