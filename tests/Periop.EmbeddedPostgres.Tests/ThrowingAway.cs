using Xunit;

namespace Periop.EmbeddedPostgres.Tests;

public sealed class Throwing_a_server_away(ReadyMadeData data) : IDisposable
{
    readonly StateForTest state = new(throwAway: true);

    public void Dispose() => state.Dispose();

    [Fact]
    public async Task leaves_nothing_behind()
    {
        await using (var postgres = await state.StartAsync())
        {
            await postgres.ConnectionStringAsync("gone", "gone", TestContext.Current.CancellationToken);
            Assert.Equal("off", await Query.OneAsync(postgres.AdminConnectionString, "SHOW fsync"));
            Assert.Equal([state.Root], Remains());
        }

        NothingIsLeft();
        await state.IsDownAsync();
    }

    [Fact]
    public async Task leaves_nothing_behind_when_its_only_user_is_killed()
    {
        using (var only = await OtherProcess.StartAsync(state)) only.Kill();

        await state.IsDownAsync();
        NothingIsLeft();
    }

    [Fact]
    public async Task leaves_nothing_behind_when_killed_while_being_made()
    {
        using (var halfway = OtherProcess.Launch(state))
        {
            await Eventually.HoldsAsync(
                () => Directory.Exists(state.Root) && Directory.EnumerateDirectories(state.Root, "data.new-*").Any(), "initdb is at work");
            halfway.Kill();
        }

        await Eventually.HoldsAsync(() => !Remains().Any(), "the folder is gone");
        await state.IsDownAsync();
    }

    [Fact]
    public async Task is_possible_again_and_again_in_the_same_folder()
    {
        var users = Enumerable.Range(0, 3).Select(async _ =>
        {
            for (var round = 0; round < 2; round++)
            {
                await using var postgres = await PrivatePostgres.StartAsync(state.Options, TestContext.Current.CancellationToken);
                Assert.Equal(1, await Query.OneAsync(postgres.AdminConnectionString, "SELECT 1"));
            }
        });
        await Task.WhenAll(users);

        await state.IsDownAsync();
        NothingIsLeft();
    }

    [Fact]
    public async Task empties_the_folder_a_link_leads_to()
    {
        Directory.CreateDirectory(state.Root);
        var link = state.Root + ".link";
        Directory.CreateSymbolicLink(link, state.Root);

        await using (await PrivatePostgres.StartAsync(state.Options with { StateFolder = link }, TestContext.Current.CancellationToken))
            Assert.NotEmpty(state.Servers());

        File.Delete(link);
        await state.IsDownAsync();
        NothingIsLeft();
    }

    [Fact]
    public async Task is_refused_where_something_else_lies()
    {
        Directory.CreateDirectory(state.Root);
        var diary = Path.Combine(state.Root, "diary.txt");
        await File.WriteAllTextAsync(diary, "dear", TestContext.Current.CancellationToken);

        await Assert.ThrowsAsync<InvalidOperationException>(state.StartAsync);

        Assert.Equal([diary], Directory.EnumerateFileSystemEntries(state.Root));
    }

    [Fact]
    public async Task is_refused_for_a_durable_one()
    {
        await data.CopyToAsync(state);

        var refusal = await Assert.ThrowsAsync<InvalidOperationException>(state.StartAsync);

        Assert.Contains("durable", refusal.Message, StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(state.Data, "PG_VERSION")));
    }

    [Fact]
    public async Task is_not_triggered_by_a_user_who_gets_no_server()
    {
        await using var postgres = await state.StartAsync();

        await Assert.ThrowsAsync<InvalidOperationException>(
            () => PrivatePostgres.StartAsync(state.Options with { BinFolder = Path.GetTempPath() }, TestContext.Current.CancellationToken));

        Assert.Equal(1, await Query.OneAsync(postgres.AdminConnectionString, "SELECT 1"));
    }

    void NothingIsLeft() => Assert.Empty(Remains());

    IEnumerable<string> Remains() => Directory.EnumerateFileSystemEntries(Path.GetDirectoryName(state.Root)!, Path.GetFileName(state.Root) + "*");
}
