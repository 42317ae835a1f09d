using System.Net;
using System.Net.Sockets;
using Xunit;

namespace Periop.EmbeddedPostgres.Tests;

public sealed class Starting_a_server(ReadyMadeData data) : IDisposable
{
    readonly StateForTest state = new();

    public void Dispose() => state.Dispose();

    [Fact]
    public async Task for_the_first_time_makes_a_cluster_that_answers()
    {
        await using var postgres = await state.StartAsync();

        Assert.False(postgres.Attached);
        Assert.Equal(1, await Query.OneAsync(postgres.AdminConnectionString, "SELECT 1"));
        Assert.Equal("127.0.0.1", await Query.OneAsync(postgres.AdminConnectionString, "SHOW listen_addresses"));
        Assert.Equal("", await Query.OneAsync(postgres.AdminConnectionString, "SHOW unix_socket_directories"));
        Assert.Equal("on", await Query.OneAsync(postgres.AdminConnectionString, "SHOW data_checksums"));
        Assert.Equal("on", await Query.OneAsync(postgres.AdminConnectionString, "SHOW fsync"));
    }

    [Fact]
    public async Task again_keeps_data_and_port()
    {
        await data.CopyToAsync(state);
        int port;
        await using (var first = await state.StartAsync())
        {
            port = first.Port;
            await Query.OneAsync(await StateForTest.AccessAsync(first, "ward", "nurse"), "CREATE TABLE kept (); INSERT INTO kept DEFAULT VALUES");
        }

        await using var second = await state.StartAsync();

        Assert.False(second.Attached);
        Assert.Equal(port, second.Port);
        Assert.Equal(1L, await Query.OneAsync(await StateForTest.AccessAsync(second, "ward", "nurse"), "SELECT count(*) FROM kept"));
    }

    [Fact]
    public async Task takes_another_port_when_the_last_one_is_in_use()
    {
        await data.CopyToAsync(state);
        int port;
        await using (var first = await state.StartAsync()) port = first.Port;
        using var other = new TcpListener(IPAddress.Loopback, port);
        other.Start();

        await using var second = await state.StartAsync();

        Assert.NotEqual(port, second.Port);
        Assert.Equal(1, await Query.OneAsync(second.AdminConnectionString, "SELECT 1"));
    }

    [Fact]
    public async Task by_three_at_once_on_an_empty_folder_makes_one_server()
    {
        var three = Enumerable.Range(0, 3).Select(_ => OtherProcess.Launch(state)).ToList();
        try
        {
            await Task.WhenAll(three.Select(other => other.ReadyAsync()));

            Assert.Single(three, other => !other.Attached);
            Assert.Single(three.Select(other => other.Port).Distinct());

            await Task.WhenAll(three.Select(other => other.LeaveAsync()));
            await state.IsDownAsync();
        }
        finally
        {
            three.ForEach(other => other.Dispose());
        }
    }

    [Fact]
    public async Task after_a_first_start_was_killed_halfway_begins_anew()
    {
        using (var halfway = OtherProcess.Launch(state))
        {
            await Eventually.HoldsAsync(() => Unfinished().Any(folder => File.Exists(Path.Combine(folder, "data", "PG_VERSION"))), "initdb is at work");
            halfway.Kill();
        }
        Assert.False(Directory.Exists(state.Data));

        await using (var postgres = await state.StartAsync())
            Assert.Equal(1, await Query.OneAsync(postgres.AdminConnectionString, "SELECT 1"));
        await using (await state.StartAsync())
            Assert.Empty(Unfinished());

        IEnumerable<string> Unfinished() => Directory.Exists(state.Root) ? Directory.EnumerateDirectories(state.Root, "data.new-*") : [];
    }

    [Fact]
    public async Task sets_a_large_log_aside()
    {
        await data.CopyToAsync(state);
        await using (await state.StartAsync())
        {
        }
        var log = Path.Combine(state.Root, "postgres.log");
        await File.AppendAllTextAsync(log, new string('x', 10_000_001), TestContext.Current.CancellationToken);

        await using (await state.StartAsync())
            Assert.InRange(new FileInfo(log).Length, 1, 100_000);
        Assert.True(new FileInfo(log + ".1").Length > 10_000_000);
    }

    [Fact]
    public async Task can_be_cancelled_while_another_starts()
    {
        Directory.CreateDirectory(state.Root);
        using var starting = new FileStream(Path.Combine(state.Root, "start.lock"), FileMode.Create, FileAccess.ReadWrite, FileShare.None);
        using var patience = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => PrivatePostgres.StartAsync(state.Options, patience.Token));
    }
}
