using System.Diagnostics;

namespace Periop.EmbeddedPostgres.Tests;

/// <summary>Another process that uses the server: this very program, started with a verb. It leaves when its input ends.</summary>
sealed class OtherProcess : IDisposable
{
    public const string Verb = "use-server";

    readonly Process process;

    public int Port { get; private set; }
    public bool Attached { get; private set; }

    OtherProcess(Process process) => this.process = process;

    /// <summary>Doesn't wait until it has a server.</summary>
    public static OtherProcess Launch(StateForTest state)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!, [Verb, state.Root, $"{state.ThrowAway}"])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        start.Environment["DOTNET_EnableDiagnostics"] = "0";   // its sockets in the temporary folder would outlive a kill
        return new OtherProcess(Process.Start(start)!);
    }

    public static async Task<OtherProcess> StartAsync(StateForTest state)
    {
        var other = Launch(state);
        await other.ReadyAsync();
        return other;
    }

    public async Task ReadyAsync()
    {
        var line = await process.StandardOutput.ReadLineAsync().WaitAsync(TimeSpan.FromSeconds(60))
            ?? throw new InvalidOperationException("the other process got no server");
        var words = line.Split(' ');
        (Port, Attached) = (int.Parse(words[0]), bool.Parse(words[1]));
    }

    public async Task LeaveAsync()
    {
        process.StandardInput.Close();
        await process.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(60));
    }

    /// <summary>SIGKILL to it alone, as a crash or an impatient administrator would.</summary>
    public void Kill()
    {
        process.Kill();
        process.WaitForExit();
    }

    public void Dispose()
    {
        if (!process.HasExited) Kill();
        process.Dispose();
    }

    public static async Task<int> UseServerAsync(string[] arguments)
    {
        await using var postgres = await PrivatePostgres.StartAsync(new(arguments[1]) { ThrowAway = bool.Parse(arguments[2]), Log = Console.Error.WriteLine });
        Console.WriteLine($"{postgres.Port} {postgres.Attached}");
        await Console.In.ReadToEndAsync();
        return 0;
    }
}
