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
}
