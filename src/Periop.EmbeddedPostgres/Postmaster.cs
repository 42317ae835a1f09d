namespace Periop.EmbeddedPostgres;

/// <summary>Whether a server runs on a data folder. A pid alone proves nothing: it may be another program's by now.</summary>
sealed class Postmaster(string dataFolder, RunAs runAs)
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    string PidFile => Path.Combine(dataFolder, "postmaster.pid");

    /// <summary>The port of a server ready for connections, or nothing if none runs; waits for one that is coming up or going down.</summary>
    public async Task<int?> PortAsync(CancellationToken cancellation)
    {
        for (var until = TimeProvider.System.GetUtcNow() + Patience; ; await Task.Delay(Pause, cancellation))
        {
            if (ReadPidFile() is not [var pid, ..] lines || !await IsOursAsync(pid, cancellation)) return null;
            // Lines: pid, data folder, start time, port, socket folder, listen address, shared memory, status
            if (lines.Length >= 8 && lines[7].Trim() == "ready") return int.Parse(lines[3]);
            if (TimeProvider.System.GetUtcNow() > until)
                throw new TimeoutException($"PostgreSQL (pid {pid}) has been neither up nor down for {Patience.TotalSeconds:0} s.");
        }
    }

    public async Task<bool> RunsAsync(CancellationToken cancellation) =>
        ReadPidFile() is [var pid, ..] && await IsOursAsync(pid, cancellation);

    /// <summary>
    /// Removes a postmaster.pid left by a crash: if its pid is in use again, the server refuses to start.
    /// The file also guards data that orphaned server processes still work on, so those must have ended.
    /// </summary>
    public async Task ForgetCrashedAsync(CancellationToken cancellation)
    {
        if (!File.Exists(PidFile)) return;
        if (OperatingSystem.IsLinux())
        {
            const string anyIn = "for folder in /proc/[0-9]*/cwd; do [ \"$folder\" -ef \"$1\" ] && exit 0; done; exit 1";
            for (var until = TimeProvider.System.GetUtcNow() + Patience;
                 await runAs.SucceedsAsync(["sh", "-c", anyIn, "sh", dataFolder], cancellation);
                 await Task.Delay(Pause, cancellation))
                if (TimeProvider.System.GetUtcNow() > until) throw new TimeoutException($"Processes of a crashed PostgreSQL still work on {dataFolder}.");
        }
        File.Delete(PidFile);
    }

    string[] ReadPidFile()
    {
        try
        {
            return File.ReadAllLines(PidFile);
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            return [];
        }
    }

    // Its working folder is its data folder; a killed process that the kernel still clears away has one, but no program any more.
    // Asked as the server's user: in a container root may not look into another's process.
    async Task<bool> IsOursAsync(string pid, CancellationToken cancellation)
    {
        if (!int.TryParse(pid, out var id)) return false;
        if (OperatingSystem.IsLinux())
            return await runAs.SucceedsAsync(["test", $"/proc/{id}/cwd", "-ef", dataFolder, "-a", "-e", $"/proc/{id}/exe"], cancellation);
        try
        {
            using var process = System.Diagnostics.Process.GetProcessById(id);
            return process.ProcessName.StartsWith("postgres", StringComparison.OrdinalIgnoreCase);
        }
        catch (ArgumentException)
        {
            return false;   // no such process
        }
    }
}
