using Npgsql;
using Periop.Server.Downtime;
using Xunit;

namespace Periop.Server.Tests.Downtime;

/// <summary>The server writes the folder by itself, and leaves it when the database is away.</summary>
public sealed class DowntimeWhileItLasts(TestDatabases databases) : IAsyncLifetime
{
    readonly PeriopHost host = new(databases) { Hospitals = 1 };
    readonly string root = Directory.CreateTempSubdirectory("periop-downtime-").FullName;
    readonly SaidInTheLog said = new();
    TestHospital hospital = null!;

    string Board => Path.Combine(root, hospital.Id, "index.html");

    public async ValueTask InitializeAsync()
    {
        await host.StartAsync(await databases.CopyAsync(), web =>
        {
            said.Listen(web);
            web.UseSetting("Downtime:Folder", root).UseSetting("Downtime:Every", "00:00:01");
        });
        hospital = host.NewHospital();
    }

    public async ValueTask DisposeAsync()
    {
        await host.DisposeAsync();
        Directory.Delete(root, recursive: true);
    }

    [Fact]
    public async Task What_was_written_last_stays_while_the_database_is_away_and_is_written_anew_when_it_is_back()
    {
        var first = await hospital.CaseAsync();
        var before = await BoardWithAsync(first);
        await using var database = new NpgsqlConnection(host.ConnectionString);
        await database.OpenAsync(TestContext.Current.CancellationToken);
        await RunAsync(database, "alter database {0} connection limit 0");
        await RunAsync(database, "select count(pg_terminate_backend(pid)) from pg_stat_activity where datname = '{0}' and application_name = 'periop'");
        await Eventually.BecomesAsync(
            () => Task.FromResult(said.Of<DowntimeWriter>()), lines => lines.Any(line => line.Contains("stay", StringComparison.Ordinal)),
            "the server has tried");
        Assert.Equal(before, await File.ReadAllTextAsync(Board, TestContext.Current.CancellationToken));
        await RunAsync(database, "alter database {0} connection limit -1");
        await BoardWithAsync(await hospital.CaseAsync("OR-2"));
    }

    Task<string> BoardWithAsync(TestCase one) => Eventually.BecomesAsync(
        async () => File.Exists(Board) ? await File.ReadAllTextAsync(Board, TestContext.Current.CancellationToken) : "",
        page => page.Contains($"case-{one.Id}.html", StringComparison.Ordinal), "the case is on the board in the folder");

    static async Task RunAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(string.Format(null, sql, connection.Database), connection);
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }
}
