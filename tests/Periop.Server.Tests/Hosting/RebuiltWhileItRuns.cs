using Xunit;

namespace Periop.Server.Tests.Hosting;

/// <summary>A rebuild takes a projection out of the hands of the server that runs it, and may itself be killed.</summary>
public sealed class RebuiltWhileItRuns(PeriopHost host) : IClassFixture<PeriopHost>
{
    readonly TestHospital hospital = host.NewHospital();

    [Fact]
    public async Task A_server_goes_on_with_a_board_whose_rebuild_was_killed()
    {
        var before = await hospital.CaseInRoomAsync();
        await host.CaughtUpAsync();
        await EmptiedAsync();
        var after = await hospital.CaseInRoomAsync("OR-2");
        await hospital.IsWellAgainAsync(before.Id, after.Id);
        var live = await host.HashesAsync();
        await host.RebuildAsync();
        Assert.Equal(live, await host.HashesAsync());
    }

    /// <summary>What a rebuild of the board has done when it has only begun.</summary>
    async Task EmptiedAsync()
    {
        await host.SqlAsync("delete from periop.mt_doc_boardcard_v2");
        await host.SqlAsync("delete from periop_events.mt_event_progression where name = 'Board:V2:All'");
    }
}
