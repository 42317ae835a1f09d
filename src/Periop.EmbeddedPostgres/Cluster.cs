using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Periop.EmbeddedPostgres;

/// <summary>The data folder and the server on it: made, started and stopped under start.lock.</summary>
sealed class Cluster(StateFolder state, PostgresBinaries binaries, RunAs runAs, bool throwAway, Action<string> log)
{
    public const string Superuser = "postgres";

    const int LargeLog = 10_000_000;

    readonly Postmaster postmaster = new(state.Data, runAs);

    public Task<int?> RunningPortAsync(CancellationToken cancellation) => postmaster.PortAsync(cancellation);

    public async Task InitializeIfMissingAsync(CancellationToken cancellation)
    {
        RemoveUnfinished();
        if (File.Exists(state.Version)) return;
        var clock = Stopwatch.StartNew();
        var unfinished = Path.Combine(state.Root, $"{UnfinishedPrefix}{Guid.NewGuid():n}");
        var passwordFile = Path.Combine(unfinished, "password");
        var data = Path.Combine(unfinished, "data");
        var password = StateFolder.NewPassword();
        state.KeepPassword(Superuser, password);
        StateFolder.CreatePrivate(unfinished);
        StateFolder.WritePrivate(passwordFile, password);
        await runAs.GiveAsync(passwordFile, cancellation);
        await runAs.GiveAsync(unfinished, cancellation);
        // ICU and C library versions differ between the servers found, and with them the order of an index: only C sorts alike everywhere
        string[] locale = binaries.Major >= 17 ? ["--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C"] : ["--locale=C.UTF-8"];
        string[] sync = throwAway ? ["--no-sync"] : [];
        await runAs.RunAsync([binaries.Program("initdb"), "-D", data, "-U", Superuser, "-E", "UTF8", "-A", "scram-sha-256", $"--pwfile={passwordFile}",
            "--data-checksums", "--no-instructions", .. locale, .. sync], state.Root, cancellation: cancellation);
        Directory.Move(data, state.Data);   // whole or not at all
        RemoveUnfinished();
        log($"made a PostgreSQL {binaries.Major} cluster in {clock.ElapsedMilliseconds} ms");
    }

    /// <summary>Starts on the last port if that is free, otherwise on another.</summary>
    public async Task<int> StartAsync(CancellationToken cancellation)
    {
        var clock = Stopwatch.StartNew();
        await postmaster.ForgetCrashedAsync(cancellation);
        if (File.Exists(state.Log) && new FileInfo(state.Log).Length > LargeLog) File.Move(state.Log, state.Log + ".1", overwrite: true);
        if (!File.Exists(state.Log)) StateFolder.WritePrivate(state.Log, "");
        await runAs.GiveAsync(state.Log, cancellation);
        var port = File.Exists(state.Port) && int.TryParse(File.ReadAllText(state.Port), out var last) && IsFree(last) ? last : FreePort();
        for (var attempt = 1; ; attempt++, port = FreePort())
        {
            var logged = new FileInfo(state.Log).Length;
            try
            {
                // Not to be cancelled: a server killed while coming up only has to recover next time, and -t bounds the wait
                await runAs.RunAsync([binaries.Program("pg_ctl"), "start", "-D", state.Data, "-l", state.Log, "-w", "-t", "120", "-s", "-o", Settings(port)],
                    state.Root, cancellation: CancellationToken.None);
                break;
            }
            catch (InvalidOperationException exception)
            {
                var said = LogSince(logged);
                if (attempt == 5 || !said.Contains("could not bind", StringComparison.Ordinal))
                    throw new InvalidOperationException($"{exception.Message}\n{said}", exception);
            }
        }
        File.WriteAllText(state.Port, $"{port}");
        log($"PostgreSQL {binaries.Major} started on 127.0.0.1:{port} in {clock.ElapsedMilliseconds} ms");
        return port;
    }

    public async Task StopAsync()
    {
        if (!await postmaster.RunsAsync(CancellationToken.None)) return;
        await runAs.RunAsync(
            [binaries.Program("pg_ctl"), "stop", "-D", state.Data, "-m", throwAway ? "immediate" : "fast", "-w", "-t", "60", "-s"], state.Root);
    }

    string Settings(int port) =>
        $"-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c max_connections=200" +
        (throwAway ? " -c fsync=off -c synchronous_commit=off -c full_page_writes=off -c autovacuum_naptime=10min" : "");

    const string UnfinishedPrefix = "data.new-";

    void RemoveUnfinished()
    {
        foreach (var unfinished in Directory.EnumerateDirectories(state.Root, UnfinishedPrefix + "*").ToList())
        {
            try
            {
                Directory.Delete(unfinished, recursive: true);
            }
            catch (IOException exception)
            {
                log($"{unfinished} is left for the next start: {exception.Message}");   // the initdb of a killed starter may still be writing
            }
        }
    }

    string LogSince(long position)
    {
        using var stream = new FileStream(state.Log, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        stream.Position = Math.Min(position, stream.Length);
        return new StreamReader(stream).ReadToEnd();
    }

    static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    static bool IsFree(int port)
    {
        try
        {
            using var listener = new TcpListener(IPAddress.Loopback, port);
            listener.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
