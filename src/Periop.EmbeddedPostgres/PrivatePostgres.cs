namespace Periop.EmbeddedPostgres;

/// <summary>
/// A private PostgreSQL for development, evaluation and tests. The server isn't a child process but is shared by everybody who
/// names its state folder: the first starts it, later ones attach, and it stops with the last, even if that one was killed.
/// </summary>
public sealed class PrivatePostgres : IAsyncDisposable
{
    readonly PrivatePostgresOptions options;
    readonly StateFolder state;
    Lease? lease;
    Cluster? cluster;
    bool disposed;

    PrivatePostgres(PrivatePostgresOptions options) => (this.options, state) = (options, new StateFolder(options.StateFolder));

    /// <summary>Where it listens, on 127.0.0.1. It stays the same over restarts unless another program took it.</summary>
    public int Port { get; private set; }

    /// <summary>Whether the server was already running.</summary>
    public bool Attached { get; private set; }

    /// <summary>The superuser's access, for making and copying databases; applications use <see cref="ConnectionStringAsync"/>.</summary>
    public string AdminConnectionString => new Databases(state, Port).AdminConnectionString;

    /// <summary>Finds or fetches a server, makes its data folder if there is none, and starts it or attaches to it.</summary>
    public static async Task<PrivatePostgres> StartAsync(PrivatePostgresOptions options, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        var postgres = new PrivatePostgres(options);
        try
        {
            using var starting = await postgres.LockAsync(cancellation);
            await postgres.JoinAsync(cancellation);
            return postgres;
        }
        catch
        {
            await postgres.DisposeAsync();
            throw;
        }
    }

    /// <summary>
    /// The access of an ordinary role with a password of its own to a database. Makes what is missing: the first role asked for owns
    /// the database, later ones may connect to it.
    /// </summary>
    public async Task<string> ConnectionStringAsync(string database, string role, CancellationToken cancellation = default)
    {
        ObjectDisposedException.ThrowIf(disposed, this);
        using var starting = await LockAsync(cancellation);
        return await new Databases(state, Port).EnsureAsync(database, role, cancellation);
    }

    /// <summary>Starts the server again if it has crashed; true if it had.</summary>
    public async Task<bool> RestartIfDownAsync(CancellationToken cancellation = default)
    {
        ObjectDisposedException.ThrowIf(disposed, this);
        using var starting = await LockAsync(cancellation);
        return await StartIfDownAsync(cancellation);
    }

    /// <summary>Leaves the server; the last to leave stops it, unless it should linger.</summary>
    public async ValueTask DisposeAsync()
    {
        if (disposed) return;
        disposed = true;
        if (lease is null) return;
        using var stopping = await LockAsync(CancellationToken.None);
        try
        {
            if (!lease.LeaveAsLast() || (options.LingerSeconds > 0 && Lease.HasSupervisor)) return;
            if (cluster is not null) await cluster.StopAsync();
            else if (Directory.Exists(state.Data)) return;   // we never got at it; what may linger there has a supervisor
            if (options.ThrowAway) state.Remove();
        }
        catch (Exception exception) when (exception is InvalidOperationException or IOException or TimeoutException or UnauthorizedAccessException)
        {
            options.Log($"PostgreSQL in {state.Root} was not stopped cleanly: {exception.Message}");   // the supervisor tries again
        }
        finally
        {
            lease.Dispose();
        }
    }

    async Task<FileStream> LockAsync(CancellationToken cancellation)
    {
        while (true)
        {
            state.Create(options.ThrowAway);
            try
            {
                return await FileLock.TakeAsync(state.StartLock, shared: false, options.Log, cancellation);
            }
            catch (DirectoryNotFoundException)
            {
                options.Log($"{state.Root} was removed by its last user; making it again");
            }
        }
    }

    async Task JoinAsync(CancellationToken cancellation)
    {
        state.Claim(options.ThrowAway);
        lease = await Lease.TakeAsync(state, options.Log, cancellation);
        if (state.IsRemote) options.Log($"{state.Root} is on a network drive: neither locks nor flushed writes can be relied on there");
        int? dataMajor = File.Exists(state.Version) ? int.Parse(await File.ReadAllTextAsync(state.Version, cancellation)) : null;
        var binaries = await PostgresBinaries.LocateAsync(options, dataMajor, cancellation);
        // After locating: a package may have brought the user
        var runAs = await RunAs.ForDataAsync(state.Data, cancellation);
        await runAs.DemandAccessAsync(state.Root, cancellation);
        await runAs.DemandAccessAsync(binaries.Program("postgres"), cancellation);
        cluster = new Cluster(state, binaries, runAs, options.ThrowAway, options.Log);
        // Before the server: if we are killed while it comes up, somebody stops it
        await Lease.StartSupervisorAsync(state, binaries.Folder, options.LingerSeconds, runAs, cancellation);
        Attached = !await StartIfDownAsync(cancellation);
    }

    async Task<bool> StartIfDownAsync(CancellationToken cancellation)
    {
        if (await cluster!.RunningPortAsync(cancellation) is { } port)
        {
            Port = port;
            return false;
        }
        await cluster.InitializeIfMissingAsync(cancellation);
        Port = await cluster.StartAsync(cancellation);
        return true;
    }
}
