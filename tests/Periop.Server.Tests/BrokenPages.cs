using Periop.Server.Access.Displays;
using Xunit;

namespace Periop.Server.Tests;

public sealed class BrokenPages(PeriopHost host) : IClassFixture<PeriopHost>
{
    const string Cards = "periop.mt_doc_boardcard_v2";

    [Fact]
    public async Task A_page_that_breaks_says_so_on_a_page_and_leaves_one_entry()
    {
        var hospital = host.NewHospital();
        var operations = await Browser.SignedInAsync(hospital, "O-03");
        await host.SqlAsync($"alter table {DisplayDirectory.FullName} rename to away");
        var (answer, entry) = await Entered.OnceAsync(hospital, () => operations.OpenAsync("/displays"));
        answer.Is(500);
        Assert.Contains("This page could not be made", answer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", answer.Header("Content-Security-Policy"), StringComparison.Ordinal);
        Assert.Equal("O-03", Entered.Text(entry, "subject"));
    }

    [Fact]
    public async Task A_board_whose_record_is_away_says_so_and_goes_on_by_itself()
    {
        var hospital = host.NewHospital();
        var nurse = await Browser.SignedInAsync(hospital);
        await host.SqlAsync("create schema away");
        await host.SqlAsync("create function away.is() returns boolean language plpgsql as 'begin raise ''away'' using errcode = ''57P03''; end'");
        await host.SqlAsync($"alter table {Cards} set schema away");
        await host.SqlAsync($"create view {Cards} as select * from away.mt_doc_boardcard_v2 where (select away.is())");
        var (answer, entry) = await Entered.OnceAsync(hospital, () => nurse.OpenAsync("/board"));
        Assert.Contains("The record is not reachable right now.", answer.Is(200).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("data-answered", answer.Text, StringComparison.Ordinal);
        Assert.Equal("N-07", Entered.Text(entry, "subject"));
        await host.SqlAsync($"drop view {Cards}");
        await host.SqlAsync($"alter table away.mt_doc_boardcard_v2 set schema {Cards.Split('.')[0]}");
        Assert.Contains("data-answered", (await nurse.OpenAsync("/board")).Is(200).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_that_cannot_be_entered_is_not_shown_and_tries_again_by_itself()
    {
        var nurse = await Browser.SignedInAsync(host.NewHospital());
        await host.SqlAsync("create function periop.is_away() returns trigger language plpgsql as 'begin raise ''away'' using errcode = ''57P03''; end'");
        await host.SqlAsync("create trigger away before insert on periop_access.mt_doc_accessentry for each row execute function periop.is_away()");
        var answer = (await nurse.OpenAsync("/board")).Is(503);
        Assert.Contains("The record is not reachable right now", answer.Text, StringComparison.Ordinal);
        Assert.Contains("/js/countdown.js", answer.Text, StringComparison.Ordinal);
        Assert.Contains("This page tries again by itself in <b data-countdown>10</b> s.", answer.Text, StringComparison.Ordinal);
        (await nurse.SubmitAsync("/sign-out")).Is(302);
        await host.SqlAsync("drop trigger away on periop_access.mt_doc_accessentry");
        (await nurse.OpenAsync("/board")).Is(302);
    }

    [Theory]
    [InlineData("?view=cinema", "view must be one of wall, tablet")]
    [InlineData("?room=OR-1", "There is no parameter room here")]
    public async Task A_board_whose_address_cannot_be_meant_says_so_above_the_rooms(string question, string said)
    {
        var answer = (await (await Browser.SignedInAsync(host.NewHospital())).OpenAsync($"/board{question}")).Is(400);
        Assert.Contains(said, answer.Text, StringComparison.Ordinal);
        Assert.Contains("data-room=\"OR-1\"", answer.Text, StringComparison.Ordinal);
    }
}
