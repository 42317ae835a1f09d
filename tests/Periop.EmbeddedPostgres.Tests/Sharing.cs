using Xunit;

namespace Periop.EmbeddedPostgres.Tests;

public sealed class Sharing_a_server(ReadyMadeData data) : IAsyncLifetime
{
    readonly StateForTest state = new();

    public async ValueTask InitializeAsync() => await data.CopyToAsync(state);

    public ValueTask DisposeAsync()
    {
        state.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task a_second_process_attaches_and_the_last_to_leave_stops_it()
    {
        await using var first = await state.StartAsync();
        using var second = await OtherProcess.StartAsync(state);

        Assert.True(second.Attached);
        Assert.Equal(first.Port, second.Port);

        await first.DisposeAsync();
        Assert.NotEmpty(state.Servers());

        await second.LeaveAsync();
        Assert.Empty(state.Servers());
        Assert.EndsWith("database system is shut down\n", state.ServerLog, StringComparison.Ordinal);
        await state.IsDownAsync();
    }

    [Fact]
    public async Task within_one_process_works_alike()
    {
        await using var first = await state.StartAsync();
        await using var second = await state.StartAsync();
        Assert.True(second.Attached);

        await first.DisposeAsync();
        Assert.Equal(1, await Query.OneAsync(second.AdminConnectionString, "SELECT 1"));

        await second.DisposeAsync();
        Assert.Empty(state.Servers());
    }

    [Fact]
    public async Task the_server_outlives_its_killed_starter_while_another_uses_it()
    {
        using var starter = await OtherProcess.StartAsync(state);
        await using var other = await state.StartAsync();
        var postmaster = state.PostmasterId;

        starter.Kill();

        for (var look = 0; look < 10; look++)
        {
            Assert.Equal(1, await Query.OneAsync(other.AdminConnectionString, "SELECT 1"));
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }
        Assert.Equal(postmaster, state.PostmasterId);
    }

    [Fact]
    public async Task the_server_shuts_down_cleanly_when_its_only_user_is_killed()
    {
        using var only = await OtherProcess.StartAsync(state);

        only.Kill();

        await state.IsDownAsync();
        Assert.EndsWith("database system is shut down\n", state.ServerLog, StringComparison.Ordinal);
    }

    [Fact]
    public async Task a_start_right_after_the_only_user_was_killed_gets_a_server()
    {
        for (var round = 0; round < 3; round++)
        {
            using (var killed = await OtherProcess.StartAsync(state)) killed.Kill();

            await using var next = await state.StartAsync();
            Assert.Equal(1, await Query.OneAsync(next.AdminConnectionString, "SELECT 1"));
            await Eventually.HoldsAsync(() => state.Supervisors().Any(), "the server has a supervisor");
        }
        await state.IsDownAsync();
    }

    [Fact]
    public async Task a_killed_supervisor_is_replaced_by_the_next_user()
    {
        using var first = await OtherProcess.StartAsync(state);
        await Eventually.HoldsAsync(() => state.Supervisors().Any(), "there is a supervisor");
        foreach (var supervisor in state.Supervisors()) StateForTest.Kill(supervisor);
        await Eventually.HoldsAsync(() => !state.Supervisors().Any(), "the supervisor is gone");

        using var second = await OtherProcess.StartAsync(state);
        first.Kill();
        second.Kill();

        await state.IsDownAsync();
    }

    [Fact]
    public async Task a_lingering_server_is_there_for_the_next_user_and_then_goes()
    {
        int postmaster;
        await using (await PrivatePostgres.StartAsync(state.Options with { LingerSeconds = 2 }, TestContext.Current.CancellationToken))
            postmaster = state.PostmasterId;

        await using (var next = await PrivatePostgres.StartAsync(state.Options with { LingerSeconds = 2 }, TestContext.Current.CancellationToken))
        {
            Assert.True(next.Attached);
            Assert.Equal(postmaster, state.PostmasterId);
        }
        await state.IsDownAsync();
    }
}
