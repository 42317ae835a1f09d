using Npgsql;
using Periop.Server.Store;
using Xunit;

namespace Periop.Server.Tests.Store;

/// <summary>What the probe has written is thrown away from time to time, and nobody is waited for.</summary>
public sealed class WriteProbeTests(TestDatabases databases) : IAsyncLifetime
{
    /// <summary>More than a megabyte.</summary>
    const int FarTooMany = 600;

    const string Grow = "insert into periop.write_probe (filler) select repeat('x', 1900) from generate_series(1, $1)";

    NpgsqlDataSource database = null!;

    public async ValueTask InitializeAsync()
    {
        database = NpgsqlDataSource.Create(await databases.CopyAsync());
        await using var grow = database.CreateCommand(Grow);
        grow.Parameters.Add(new() { Value = FarTooMany });
        await grow.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }

    public ValueTask DisposeAsync() => database.DisposeAsync();

    [Fact]
    public async Task A_table_that_has_grown_far_is_emptied()
    {
        Assert.True(await TryAsync());
        Assert.InRange(await RowsAsync(), 1, FarTooMany - 1);
    }

    [Fact]
    public async Task While_a_backup_reads_the_table_the_store_takes_what_is_written()
    {
        await using var backup = await database.OpenConnectionAsync(TestContext.Current.CancellationToken);
        await using var transaction = await backup.BeginTransactionAsync(TestContext.Current.CancellationToken);
        await backup.ExecuteAsync("lock table periop.write_probe in access share mode", TestContext.Current.CancellationToken);
        Assert.True(await TryAsync());
        Assert.True(await RowsAsync() > FarTooMany);
    }

    Task<bool> TryAsync() => new WriteProbe(database).TryAsync(TestContext.Current.CancellationToken);

    async Task<long> RowsAsync()
    {
        await using var count = database.CreateCommand("select count(*) from periop.write_probe");
        return (long)(await count.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;
    }
}
