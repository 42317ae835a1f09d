namespace Periop.EmbeddedPostgres;

/// <summary>Where a private PostgreSQL lives and how it behaves.</summary>
/// <param name="StateFolder">Data, log, port and passwords. Several processes may name the same folder: they share one server.</param>
public sealed record PrivatePostgresOptions(string StateFolder)
{
    /// <summary>Where a downloaded server is kept; by default one place per user.</summary>
    public string? CacheFolder { get; init; }

    /// <summary>A folder with postgres, initdb and pg_ctl to use instead of searching; by default what EMBEDDED_PG_BIN says.</summary>
    public string? BinFolder { get; init; } = Environment.GetEnvironmentVariable("EMBEDDED_PG_BIN") is { Length: > 0 } folder ? folder : null;

    /// <summary>For tests: nothing is flushed to disk, and the state folder is removed with its last user.</summary>
    public bool ThrowAway { get; init; }

    /// <summary>How long the server outlives its last user. Whoever starts the server decides for all who attach.</summary>
    public int LingerSeconds { get; init; }

    /// <summary>Told what takes time or is unusual, one line each.</summary>
    public Action<string> Log { get; init; } = _ => { };

    /// <summary>The usual state folder of an application: below /var/lib for root, in the user's data folder for others.</summary>
    public static string DefaultStateFolder(string application) => Path.Combine(
        UserFolders.RunsAsRoot ? "/var/lib" : UserFolders.Data ?? throw UserFolders.NoHome(nameof(StateFolder)), application, "pg");

    internal static string DefaultCacheFolder() => Path.Combine(
        UserFolders.RunsAsRoot ? "/var/cache" : UserFolders.Cache ?? throw UserFolders.NoHome(nameof(CacheFolder)), "embedded-postgres");
}

static class UserFolders
{
    public static bool RunsAsRoot => !OperatingSystem.IsWindows() && Environment.IsPrivilegedProcess;

    public static string? Data => OperatingSystem.IsWindows() ? Local : Xdg("XDG_DATA_HOME", ".local/share");

    public static string? Cache => OperatingSystem.IsWindows() ? Local : Xdg("XDG_CACHE_HOME", ".cache");

    // Not the temporary folder: a name others can guess there may already be theirs
    public static InvalidOperationException NoHome(string option) => new($"This user has no home folder: set {option}.");

    static string? Local => Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData) is { Length: > 0 } folder ? folder : null;

    static string? Xdg(string variable, string belowHome) =>
        Environment.GetEnvironmentVariable(variable) is { Length: > 0 } named && Path.IsPathRooted(named) ? named
        : Environment.GetEnvironmentVariable("HOME") is { Length: > 0 } home && Directory.Exists(home) ? Path.Combine(home, belowHome)
        : null;
}
