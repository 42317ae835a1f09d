using Npgsql;
using Periop.EmbeddedPostgres;
using Periop.Server.Tests;
using Xunit;

namespace Periop.Operating.Tests;

/// <summary>
/// PostgreSQL as an operator has it: durable, each server with a data folder, run by a user of its own, to whom the scripts of deploy/backup are
/// handed. What is started here ends here.
/// </summary>
sealed class Clusters : IAsyncDisposable
{
    static readonly string[] Needed = ["pg_basebackup", "pg_verifybackup", "pg_archivecleanup", "psql"];

    readonly string root = Path.Combine(Parent(), $"periop-operating-{Guid.NewGuid():n}");
    readonly List<Cluster> started = [];
    readonly PostgresBinaries binaries;
    readonly RunAs runAs;

    Clusters(PostgresBinaries binaries, RunAs runAs) => (this.binaries, this.runAs) = (binaries, runAs);

    /// <summary>Where base backups and the archive are kept.</summary>
    public string Backups => Path.Combine(root, "own", "backups");

    public static Task<Clusters> OpenAsync() => OpenAsync(Needed);

    /// <param name="needed">What the PostgreSQL of this machine must have besides the server.</param>
    public static async Task<Clusters> OpenAsync(IReadOnlyList<string> needed)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "The scripts in deploy/backup are for Linux.");
        var found = await PostgresBinaries.LocateAsync(new PrivatePostgresOptions(""), null, TestContext.Current.CancellationToken);
        var lacking = needed.Where(program => !File.Exists(found.Program(program))).ToArray();
        Assert.SkipWhen(lacking.Length > 0, $"The PostgreSQL of this machine lacks {string.Join(", ", lacking)}, which the scripts in deploy/backup run.");
        var clusters = new Clusters(found, await RunAs.ForDataAsync("", TestContext.Current.CancellationToken));
        await clusters.PrepareAsync();
        return clusters;
    }

    /// <summary>Where <c>psql</c> is, of the same version.</summary>
    public string Programs => binaries.Folder;

    /// <summary>A new server, with lines of its configuration.</summary>
    public async Task<Cluster> CreateAsync(string name, params string[] configuration)
    {
        await InitializeAsync(name, configuration);
        return await StartAsync(name);
    }

    /// <summary>A new server that is known by a certificate, with lines on who is let in.</summary>
    public async Task<Cluster> CreateAsync(string name, OwnAuthority authority, params string[] letIn)
    {
        await InitializeAsync(name, ["ssl = on"]);
        await WriteAsync("server.crt", authority.Certificate);
        await WriteAsync("server.key", authority.Key);
        await WriteAsync("pg_hba.conf", string.Join('\n', letIn) + "\n");
        return await StartAsync(name);

        async Task WriteAsync(string file, string text)
        {
            var path = Path.Combine(DataOf(name), file);
            await File.WriteAllTextAsync(path, text, TestContext.Current.CancellationToken);
            if (OperatingSystem.IsLinux())
                File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite);
            await runAs.GiveAsync(path, TestContext.Current.CancellationToken);
        }
    }

    async Task InitializeAsync(string name, string[] configuration)
    {
        await RunAsync([binaries.Program("initdb"), "-D", DataOf(name), "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8",
            "--data-checksums", "--no-sync", "--no-instructions"]);
        await File.AppendAllLinesAsync(Path.Combine(DataOf(name), "postgresql.conf"), configuration, TestContext.Current.CancellationToken);
    }

    /// <summary>Starts a server on a data folder that is there.</summary>
    public async Task<Cluster> StartAsync(string name)
    {
        var cluster = new Cluster(DataOf(name), Ports.Free());
        started.Add(cluster);
        await StartAsync(cluster);
        return cluster;
    }

    /// <summary>Starts one that has ended, where it was.</summary>
    public Task StartAsync(Cluster cluster) => RunAsync([binaries.Program("pg_ctl"), "start", "-D", cluster.Data, "-l", $"{cluster.Data}.log",
        "-w", "-t", "60", "-s", "-o", $"-p {cluster.Port} -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c max_connections=100"]);

    /// <summary>It ends at once, in the middle of whatever it does.</summary>
    public Task CrashAsync(Cluster cluster) => RunAsync([binaries.Program("pg_ctl"), "stop", "-D", cluster.Data, "-m", "immediate", "-w", "-s"]);

    /// <summary>Sends a signal to all of its processes; the first is held meanwhile, so that none that has ended is taken leave of in between.</summary>
    public Task SignalAsync(Cluster cluster, string signal) => RunAsync(
        ["sh", "-c", "kill -s STOP $2; kill -s $1 $(cat /proc/$2/task/$2/children) $2", "sh", signal, ProcessOf(cluster)]);

    /// <summary>Runs a script of deploy/backup against a server; answers what it printed.</summary>
    public Task<string> ScriptAsync(string script, Cluster? at, params string[] arguments) => RunAsync(
    [
        "env", $"PERIOP_PGBIN={binaries.Folder}", "PGHOST=127.0.0.1", "PGUSER=postgres", $"PGPORT={at?.Port}", "sh", ScriptPath(script), .. arguments,
    ]);

    /// <summary>As PostgreSQL is told to run a script.</summary>
    public string ScriptPath(string script) => Path.Combine(root, "own", script);

    public string DataOf(string name) => Path.Combine(root, "own", name);

    /// <summary>It is killed, as by the end of its machine's power.</summary>
    public async Task KillAsync(Cluster cluster)
    {
        await RunAsync(["kill", "-9", ProcessOf(cluster)]);
        const string gone = "while [ -n \"$(find /proc/[0-9]*/cwd -maxdepth 0 -lname \"$1\" 2>/dev/null)\" ]; do sleep 0.05; done";
        await RunAsync(["sh", "-c", gone, "sh", cluster.Data]);
        started.Remove(cluster);
    }

    public async ValueTask DisposeAsync()
    {
        NpgsqlConnection.ClearAllPools();
        foreach (var cluster in started)
            await runAs.SucceedsAsync([binaries.Program("pg_ctl"), "stop", "-D", cluster.Data, "-m", "immediate", "-w", "-s"]);
        if (Directory.Exists(root))
            Directory.Delete(root, recursive: true);
    }

    async Task PrepareAsync()
    {
        Directory.CreateDirectory(root);
        var own = Directory.CreateDirectory(Path.Combine(root, "own")).FullName;
        foreach (var script in Directory.GetFiles(Path.Combine(Repository.Root, "deploy", "backup"), "*.sh"))
            File.Copy(script, Path.Combine(own, Path.GetFileName(script)));
        await runAs.GiveAsync(own, TestContext.Current.CancellationToken);
    }

    static string ProcessOf(Cluster cluster) => File.ReadLines(Path.Combine(cluster.Data, "postmaster.pid")).First();

    Task<string> RunAsync(string[] command) => runAs.RunAsync(command, root, TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);

    static string Parent() =>
        Environment.GetEnvironmentVariable("TMPDIR") is null && new DriveInfo("/dev/shm") is { IsReady: true, AvailableFreeSpace: > 1 << 30 }
            ? "/dev/shm" : Path.GetTempPath();
}

/// <summary>A PostgreSQL server.</summary>
/// <param name="Data">Its data folder.</param>
sealed record Cluster(string Data, int Port)
{
    public const string Role = "periop";

    public string Administrator => Access("postgres", "postgres");

    public string ConnectionString => Access("periop", Role);

    /// <summary>A role and a database of it for Periop.</summary>
    public async Task WithDatabaseAsync()
    {
        await SqlAsync($"create role {Role} login");
        await SqlAsync($"create database periop owner {Role}");
    }

    /// <summary>The first column of the first row, asked by the administrator.</summary>
    public Task<object?> SqlAsync(string sql, string database = "postgres") =>
        TestDatabases.SqlAsync(Access(database, "postgres") + ";Pooling=false", sql);

    string Access(string database, string role) => $"Host=127.0.0.1;Port={Port};Database={database};Username={role};Maximum Pool Size=40;SSL Mode=Disable";
}
