namespace Periop.EmbeddedPostgres;

/// <summary>Locks between processes (flock on Unix), which the kernel drops when their holder dies.</summary>
static class FileLock
{
    static readonly TimeSpan Patience = TimeSpan.FromMinutes(20);   // a first start may install packages
    static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    /// <summary>Waits for the lock. Closing the stream gives it back.</summary>
    public static async Task<FileStream> TakeAsync(string path, bool shared, Action<string> log, CancellationToken cancellation)
    {
        var asked = TimeProvider.System.GetTimestamp();
        for (var told = false; ; await Task.Delay(Pause, cancellation))
        {
            if (Try(path, shared) is { } held) return held;
            var waited = TimeProvider.System.GetElapsedTime(asked);
            if (waited > Patience) throw new TimeoutException($"{path} is still locked by another process after {Patience.TotalMinutes:0} minutes.");
            if (told || waited < TimeSpan.FromSeconds(5)) continue;
            log($"waiting for another process that holds {path}");
            told = true;
        }
    }

    /// <summary>The lock, or nothing if another has it.</summary>
    public static FileStream? Try(string path, bool shared)
    {
        var options = new FileStreamOptions
        {
            Mode = FileMode.OpenOrCreate,
            Access = shared ? FileAccess.Read : FileAccess.ReadWrite,
            Share = shared ? FileShare.Read : FileShare.None,
        };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        try
        {
            var held = new FileStream(path, options);
            if (!IsGone(held)) return held;
            held.Dispose();
            return null;
        }
        catch (IOException exception) when (IsHeld(exception))
        {
            return null;
        }
    }

    static bool IsHeld(IOException exception) =>
        exception.HResult is 11 /* EAGAIN, Linux */ or 35 /* EAGAIN, macOS */ or unchecked((int)0x80070020) /* Windows */;

    // Between opening and locking, a throw-away folder may have been removed with the file in it
    static bool IsGone(FileStream held) =>
        OperatingSystem.IsLinux()
        && new FileInfo($"/proc/self/fd/{held.SafeFileHandle.DangerousGetHandle()}").LinkTarget?.EndsWith(" (deleted)", StringComparison.Ordinal) == true;
}
