namespace Periop.EmbeddedPostgres;

/// <summary>PostgreSQL from Debian's or Ubuntu's packages, when root may install them.</summary>
static class AptPackage
{
    const string ClusterSettings = "/etc/postgresql-common/createcluster.conf";

    static readonly TimeSpan Limit = TimeSpan.FromMinutes(10);

    public static bool IsPossible => OperatingSystem.IsLinux() && UserFolders.RunsAsRoot && Command.InPath("apt-get") is not null;

    public static async Task InstallAsync(int? major, Action<string> log, CancellationToken cancellation)
    {
        log("installing PostgreSQL with apt-get");
        // Before the package comes, or it makes and starts a cluster of its own
        Directory.CreateDirectory(Path.GetDirectoryName(ClusterSettings)!);
        if (!File.Exists(ClusterSettings)) await File.WriteAllTextAsync(ClusterSettings, "create_main_cluster = false\n", cancellation);

        var package = major is null ? "postgresql" : $"postgresql-{major}";
        await AptAsync(["update"], cancellation);
        await AptAsync(["install", "--download-only", package], cancellation);
        await AptAsync(["install", "--no-download", package], CancellationToken.None);   // dpkg killed halfway must be repaired by hand
    }

    static Task<string> AptAsync(string[] arguments, CancellationToken cancellation) =>
        Command.RunAsync(["env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-q", "-y", "--no-install-recommends",
            "-o", "Acquire::Retries=1", "-o", "Acquire::http::Timeout=30", "-o", "DPkg::Lock::Timeout=60",
            "-o", "Dpkg::Options::=--force-confold", .. arguments],
            workingFolder: "/", Limit, cancellation);
}
