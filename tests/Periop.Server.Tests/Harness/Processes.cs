using System.Diagnostics;

namespace Periop.Server.Tests;

static class Processes
{
    /// <summary>Nothing of it is left, whatever it and its children were about.</summary>
    public static async ValueTask EndAsync(this Process process)
    {
        if (!process.HasExited)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
        }

        process.Dispose();
    }

    /// <summary>Sends them a signal, as the operating system does; what comes of it may take its time.</summary>
    public static async Task SignalAsync(string signal, params int[] processes)
    {
        using var kill = Process.Start("kill", [$"-{signal}", .. processes.Select(id => $"{id}")]);
        await kill.WaitForExitAsync();
    }
}
