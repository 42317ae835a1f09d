using System.Reflection;

namespace Periop.EmbeddedPostgres;

/// <summary>One user's right to a running server. It ends with the process, however that ends, and a supervisor notices.</summary>
sealed class Lease : IDisposable
{
    static readonly string Script = ReadScript();

    readonly StateFolder state;
    readonly FileStream lease;
    FileStream? membership;

    Lease(StateFolder state, FileStream user, FileStream lease) => (this.state, membership, this.lease) = (state, user, lease);

    /// <summary>Under start.lock.</summary>
    public static async Task<Lease> TakeAsync(StateFolder state, Action<string> log, CancellationToken cancellation)
    {
        var user = await FileLock.TakeAsync(state.Users, shared: true, log, cancellation);
        try
        {
            return new Lease(state, user, await FileLock.TakeAsync(state.Lease, shared: true, log, cancellation));
        }
        catch
        {
            user.Dispose();
            throw;
        }
    }

    /// <summary>Under start.lock: leaves the users, and tells whether nobody else is left. The supervisor still waits.</summary>
    public bool LeaveAsLast()
    {
        membership?.Dispose();
        membership = null;
        // A lock of its own: the supervisor may get the lease the moment we let go of it
        using var last = FileLock.Try(state.Users, shared: false);
        return last is not null;
    }

    public void Dispose()
    {
        membership?.Dispose();
        lease.Dispose();
    }

    /// <summary>Elsewhere than on Linux only an orderly end stops the server.</summary>
    public static bool HasSupervisor { get; } = OperatingSystem.IsLinux() && Command.InPath("flock") is not null && Command.InPath("setsid") is not null;

    /// <summary>Each user starts one; it leaves at once if there is one already, so a killed one is replaced.</summary>
    public static async Task StartSupervisorAsync(StateFolder state, string binFolder, int lingerSeconds, RunAs runAs, CancellationToken cancellation)
    {
        if (!HasSupervisor) return;
        if (!File.Exists(state.SupervisorLock)) StateFolder.WritePrivate(state.SupervisorLock, "");
        // A session of its own: what ends the application's terminal or process group doesn't end the supervisor
        await Command.RunAsync(["setsid", "--fork", "sh", "-c", Script, "postgres-supervisor", state.Root, binFolder, $"{lingerSeconds}", .. runAs.Prefix],
            cancellation: cancellation);
    }

    static string ReadScript()
    {
        using var script = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream("supervisor.sh")!);
        return script.ReadToEnd();
    }
}
