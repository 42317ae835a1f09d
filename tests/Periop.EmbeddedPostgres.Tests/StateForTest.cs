using System.Diagnostics;
using System.Globalization;
using Npgsql;
using Xunit;

namespace Periop.EmbeddedPostgres.Tests;

/// <summary>A state folder of its own, and a look from outside at who works on it. Removes what a failed test leaves.</summary>
sealed class StateForTest : IDisposable
{
    // A cluster is a thousand small files: in memory, where there is room, it is made in half the time. An explicit TMPDIR wins.
    static readonly string Parent = Environment.GetEnvironmentVariable("TMPDIR") is null
        && new DriveInfo("/dev/shm") is { IsReady: true, AvailableFreeSpace: > 1 << 30 }
        ? "/dev/shm" : Path.GetTempPath();

    public StateForTest(bool throwAway = false)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "looks at processes through /proc");
        ThrowAway = throwAway;
    }

    public bool ThrowAway { get; }
    public string Root { get; } = Path.Combine(Parent, $"embedded-postgres-{Guid.NewGuid():n}");
    public string Data => Path.Combine(Root, "data");
    public string PidFile => Path.Combine(Data, "postmaster.pid");
    public string ServerLog => File.ReadAllText(Path.Combine(Root, "postgres.log"));
    public PrivatePostgresOptions Options => new(Root) { ThrowAway = ThrowAway };

    public static Task<string> AccessAsync(PrivatePostgres postgres, string database, string role) =>
        postgres.ConnectionStringAsync(database, role, TestContext.Current.CancellationToken);

    public Task<PrivatePostgres> StartAsync() => PrivatePostgres.StartAsync(Options, TestContext.Current.CancellationToken);

    public int PostmasterId => int.Parse(File.ReadLines(PidFile).First());

    public IEnumerable<int> Servers() => Processes().Where(id => CommandLineOf(id) is [var program, "-D", var data, ..]
        && program.EndsWith("/postgres", StringComparison.Ordinal) && data == Data);

    public IEnumerable<int> Supervisors() => Processes().Where(id => CommandLineOf(id) is ["sh", "-c", _, "postgres-supervisor", var root, ..] && root == Root);

    public Task IsDownAsync() => Eventually.HoldsAsync(() => !Servers().Any() && !Supervisors().Any(), "neither server nor supervisor is left");

    public void Dispose()
    {
        foreach (var id in Supervisors().Concat(Servers()).ToList()) Kill(id);
        if (Directory.Exists(Root)) Directory.Delete(Root, recursive: true);
    }

    /// <summary>SIGKILL, and the kernel has had the time to do it.</summary>
    public async Task CrashAsync()
    {
        Kill(PostmasterId);
        await Eventually.HoldsAsync(() => !Servers().Any(), "the server is gone");
    }

    public static void Kill(int id)
    {
        try
        {
            using var process = Process.GetProcessById(id);
            process.Kill();
        }
        catch (ArgumentException)
        {
            // it ended between being found and being killed
        }
    }

    static List<int> Processes() =>
        Directory.EnumerateDirectories("/proc").Select(Path.GetFileName).Where(name => char.IsDigit(name![0]))
            .Select(name => int.Parse(name!, CultureInfo.InvariantCulture)).ToList();

    static string[] CommandLineOf(int id)
    {
        try
        {
            return File.ReadAllText($"/proc/{id}/cmdline").Split('\0');
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return [];   // it has ended
        }
    }
}

static class Eventually
{
    public static async Task HoldsAsync(Func<bool> condition, string what, int seconds = 15)
    {
        for (var until = DateTime.UtcNow.AddSeconds(seconds); !condition(); await Task.Delay(20, TestContext.Current.CancellationToken))
            if (DateTime.UtcNow > until) Assert.Fail($"after {seconds} s it is still not so that {what}");
    }
}

static class Query
{
    public static async Task<object?> OneAsync(string connectionString, string sql)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false }.ConnectionString);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync(TestContext.Current.CancellationToken);
    }
}
