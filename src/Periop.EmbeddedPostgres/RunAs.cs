namespace Periop.EmbeddedPostgres;

/// <summary>Who runs the server. PostgreSQL refuses root, so root lends it another user; everybody else is that user.</summary>
sealed class RunAs
{
    const string OwnUser = "embedded-pg";

    readonly string? userName, owner;

    /// <summary>What stands before a command so that it runs as the server's user; empty if that is who we are.</summary>
    public IReadOnlyList<string> Prefix { get; }

    RunAs() => Prefix = [];

    RunAs(string user, string userId, string groupId)
    {
        (userName, owner) = (user, $"{userId}:{groupId}");
        Prefix = ["setpriv", $"--reuid={userId}", $"--regid={groupId}", "--clear-groups", "--inh-caps=-all", "--bounding-set=-all", "--no-new-privs"];
    }

    /// <summary>The owner of existing data, else the system's PostgreSQL user, else one of our own.</summary>
    public static async Task<RunAs> ForDataAsync(string dataFolder, CancellationToken cancellation)
    {
        if (!UserFolders.RunsAsRoot) return new RunAs();
        if (!OperatingSystem.IsLinux()) throw new InvalidOperationException("PostgreSQL does not run as root: start as an ordinary user.");

        var user = Directory.Exists(dataFolder) ? (await Command.RunAsync(["stat", "-c", "%U", dataFolder], cancellation: cancellation)).Trim()
            : await ExistsAsync("postgres") ? "postgres"
            : OwnUser;
        if (user == OwnUser && !await ExistsAsync(user))
            await Command.RunAsync(["/usr/sbin/useradd", "--system", "--user-group", "--no-create-home", "--home-dir", "/nonexistent",
                "--shell", "/usr/sbin/nologin", user], cancellation: cancellation);
        if (user is "root" or "UNKNOWN")
            throw new InvalidOperationException(
                $"{dataFolder} belongs to {(user == "root" ? user : "no known user")}; PostgreSQL must run as its owner and refuses root.");
        return new RunAs(user, await IdAsync("-u"), await IdAsync("-g"));

        Task<bool> ExistsAsync(string name) => Command.SucceedsAsync(["id", name], cancellation);
        async Task<string> IdAsync(string kind) => (await Command.RunAsync(["id", kind, user], cancellation: cancellation)).Trim();
    }

    public Task<string> RunAsync(IEnumerable<string> command, string? workingFolder = null, TimeSpan? limit = null, CancellationToken cancellation = default) =>
        Command.RunAsync([.. Prefix, .. command], workingFolder, limit, cancellation);

    public Task<bool> SucceedsAsync(IEnumerable<string> command, CancellationToken cancellation = default) =>
        Command.SucceedsAsync([.. Prefix, .. command], cancellation);

    public async Task GiveAsync(string path, CancellationToken cancellation)
    {
        if (owner is not null) await Command.RunAsync(["chown", "--no-dereference", owner, path], cancellation: cancellation);
    }

    /// <summary>A home folder is often closed to others, and PostgreSQL would only say "Permission denied" somewhere in its log.</summary>
    public async Task DemandAccessAsync(string path, CancellationToken cancellation)
    {
        if (userName is not null && !await SucceedsAsync(["test", "-x", path], cancellation))
            throw new InvalidOperationException(
                $"Started by root, PostgreSQL runs as user {userName}, who cannot reach {path}: "
                + "name a folder whose parents are open to all, below /var/lib for example.");
    }
}
