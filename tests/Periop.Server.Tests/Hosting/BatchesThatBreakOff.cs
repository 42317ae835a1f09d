using Xunit;

namespace Periop.Server.Tests.Hosting;

/// <summary>What a projection writes fails, and no event is to blame: the database goes away in the middle, or its disk is full.</summary>
public sealed class BatchesThatBreakOff(PeriopHost host) : IClassFixture<PeriopHost>
{
    const string Full = """
        create function full_disk() returns trigger language plpgsql as $$ begin raise exception 'no room' using errcode = '53100'; end $$;
        create trigger full_disk before insert or update on periop.mt_doc_boardcard_v2 for each row execute function full_disk();
        """;

    readonly TestHospital hospital = host.NewHospital();

    [Fact]
    public async Task A_board_that_could_not_be_written_goes_on_by_itself_once_it_can()
    {
        var before = await hospital.CaseInRoomAsync();
        await host.CaughtUpAsync();
        await host.SqlAsync(Full);
        var after = await hospital.CaseInRoomAsync("OR-2");
        await Eventually.BecomesAsync(
            () => host.SqlAsync("select agent_status from periop_events.mt_event_progression where name = 'Board:V2:All'"),
            status => status is "Paused", "the projection has given up");
        await host.SqlAsync("drop trigger full_disk on periop.mt_doc_boardcard_v2");
        await hospital.IsWellAgainAsync(before.Id, after.Id);
    }
}
