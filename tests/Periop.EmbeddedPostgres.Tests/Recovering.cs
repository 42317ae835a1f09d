using System.Diagnostics;
using Xunit;

namespace Periop.EmbeddedPostgres.Tests;

public sealed class Recovering_from_a_crash(ReadyMadeData data) : IAsyncLifetime
{
    readonly StateForTest state = new();

    public async ValueTask InitializeAsync() => await data.CopyToAsync(state);

    public ValueTask DisposeAsync()
    {
        state.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task the_next_start_brings_a_killed_server_back_with_its_data()
    {
        await using (var crashed = await state.StartAsync())
        {
            await Query.OneAsync(crashed.AdminConnectionString, "CREATE TABLE kept (); INSERT INTO kept DEFAULT VALUES");
            await state.CrashAsync();
        }

        await using var next = await state.StartAsync();

        Assert.False(next.Attached);
        Assert.Equal(1L, await Query.OneAsync(next.AdminConnectionString, "SELECT count(*) FROM kept"));
        Assert.Contains("automatic recovery in progress", state.ServerLog, StringComparison.Ordinal);
    }

    [Fact]
    public async Task a_user_can_bring_a_killed_server_back_on_the_same_port()
    {
        await using var postgres = await state.StartAsync();
        var port = postgres.Port;
        Assert.False(await postgres.RestartIfDownAsync(TestContext.Current.CancellationToken));
        await state.CrashAsync();

        Assert.True(await postgres.RestartIfDownAsync(TestContext.Current.CancellationToken));

        Assert.Equal(port, postgres.Port);
        Assert.Equal(1, await Query.OneAsync(postgres.AdminConnectionString, "SELECT 1"));
    }

    [Fact]
    public async Task a_pid_that_belongs_to_another_program_by_now_is_left_alone()
    {
        await using (await state.StartAsync()) await state.CrashAsync();
        var server = await RunAs.ForDataAsync(state.Data, TestContext.Current.CancellationToken);
        string[] sleep = [.. server.Prefix, "sleep", "60"];
        using var stranger = Process.Start(new ProcessStartInfo(sleep[0], sleep[1..]) { UseShellExecute = false })!;
        try
        {
            var lines = await File.ReadAllLinesAsync(state.PidFile, TestContext.Current.CancellationToken);
            await File.WriteAllLinesAsync(state.PidFile, [$"{stranger.Id}", .. lines[1..]], TestContext.Current.CancellationToken);

            await using (var next = await state.StartAsync())
            {
                Assert.False(next.Attached);
                Assert.Equal(1, await Query.OneAsync(next.AdminConnectionString, "SELECT 1"));
            }

            await state.IsDownAsync();
            Assert.False(stranger.HasExited);
        }
        finally
        {
            stranger.Kill();
        }
    }
}
