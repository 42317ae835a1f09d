using System.Globalization;
using Npgsql;

namespace Periop.Benchmarks;

/// <summary>What the database has spent: processor time of all its processes (Linux alone; zero elsewhere) and bytes of write-ahead log.</summary>
sealed record DatabaseSpent(TimeSpan Processor, long WrittenAhead)
{
    /// <summary>The unit of /proc: USER_HZ, which is a hundred everywhere that Linux runs today.</summary>
    const double TicksPerSecond = 100;

    public static async Task<DatabaseSpent> SoFarAsync(NpgsqlDataSource database)
    {
        await using var wal = database.CreateCommand("select pg_wal_lsn_diff(pg_current_wal_lsn(), '0/0')::bigint");
        return new DatabaseSpent(Processes(), (long)(await wal.ExecuteScalarAsync())!);
    }

    public static DatabaseSpent operator -(DatabaseSpent one, DatabaseSpent before) =>
        new(one.Processor - before.Processor, one.WrittenAhead - before.WrittenAhead);

    /// <summary>A process that has ended is counted with the one that waited for it.</summary>
    static TimeSpan Processes() => !OperatingSystem.IsLinux() ? default : TimeSpan.FromSeconds(
        Directory.EnumerateDirectories("/proc").Select(TicksOf).Sum() / TicksPerSecond);

    static double TicksOf(string process)
    {
        try
        {
            // pid (name) state, and behind the name from the twelfth on: utime, stime, cutime, cstime
            var stat = File.ReadAllText(Path.Combine(process, "stat"));
            return !stat.Contains("(postgres)", StringComparison.Ordinal) ? 0
                : stat[(stat.LastIndexOf(')') + 2)..].Split(' ')[11..15].Sum(ticks => double.Parse(ticks, CultureInfo.InvariantCulture));
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return 0;
        }
    }
}
