using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.DependencyInjection;
using Periop.Server.Register;
using Xunit;
using static Periop.Server.Tests.Devices;

namespace Periop.Server.Tests.Register;

/// <summary>While a release builds its register, and when it is built.</summary>
public sealed class AnswersDuringUpgrade(TestDatabases databases) : Rollout(databases)
{
    const string Both = "device-recalled serial-in-another-case";

    [Fact]
    public async Task While_the_new_version_is_built_answers_come_from_the_old_which_an_old_node_moves_on()
    {
        await StartNewAsync();
        await SurgicalCase.RemovedAsync(Placed);
        await (SurgicalCase with { Hospital = There }).PlacedAsync(Scanned("C3"));
        await Old.SettledAsync();
        var (before, after) = (await LedgerAsync(Hospital), await LedgerAsync(There));
        Assert.Equal((OldVersion, 3, "removed"), (EngineOf(after), after.Items.Count, StatusOfPlaced(after)));
        Assert.Equal(before.Items.ToJsonString(), after.Items.ToJsonString());
    }

    [Fact]
    public async Task Once_it_has_come_as_far_the_new_version_answers_for_all_cases_and_instants()
    {
        var before = await LedgerAsync(Hospital);
        await StartNewAsync();
        await SurgicalCase.RemovedAsync(Placed);
        await BuiltAsync();
        var now = await Eventually.BecomesAsync(() => LedgerAsync(There), a => StatusOfPlaced(a) == "removed", "the new version has the removal");
        Assert.All(now.Items, i => Assert.Equal("ACME", i.Text("manufacturer")));
        var then = await LedgerAsync(There, $"?limit=500&asOf={before.Json.Text("asOf")}");
        Assert.Equal(
            before.Text.Replace("Acme", "ACME", StringComparison.Ordinal)
                .Replace($"\"engine\":{OldVersion}", $"\"engine\":{NewVersion}", StringComparison.Ordinal),
            then.Text);
        Assert.Equal(2L, await Old.SqlAsync($"select count(*) from {NextRegister.Incisions.NameIn(NewVersion)} where to_seq is null"));
    }

    [Fact]
    public async Task An_old_node_goes_on_with_the_old_version_when_the_new_one_answers_elsewhere()
    {
        var before = await LedgerAsync(Hospital);
        await StartNewAsync();
        await BuiltAsync();
        await SurgicalCase.RemovedAsync(Placed);
        await Old.SettledAsync();
        var after = await LedgerAsync(Hospital);
        Assert.Equal((OldVersion, "removed", "Acme"), (EngineOf(after), StatusOfPlaced(after), after.Items[0].Text("manufacturer")));
        Assert.Equal(before.Text, (await LedgerAsync(Hospital, $"?limit=500&asOf={before.Json.Text("asOf")}")).Text);
    }

    [Fact]
    public async Task Flags_on_cases_and_boards_come_from_the_version_that_answers()
    {
        await StartNewAsync();
        Assert.Equal((Both, Both), await FlagsAsync());
        await BuiltAsync();
        Assert.Equal((Both, Both), await FlagsAsync());
    }

    [Fact]
    public async Task With_no_old_node_left_answers_are_for_the_instant_that_it_had_reached_and_say_so()
    {
        var last = await LedgerAsync(Hospital);
        await Old.StopAsync();
        await StartNewAsync();
        var theirs = SurgicalCase with { Hospital = There };
        Assert.Equal("0", (await LedgerAsync(There)).Header("Periop-Behind"));
        Old.Clock.Advance(TimeSpan.FromMinutes(1));
        await theirs.RemovedAsync(Placed);
        await TickedAsync();
        Old.Clock.Advance(TimeSpan.FromMinutes(1));
        await TickedAsync();
        var (stands, shown) = (await LedgerAsync(There), await theirs.ReadAsync());
        Assert.Equal((OldVersion, "1", last.Items.ToJsonString()), (EngineOf(stands), stands.Header("Periop-Behind"), stands.Items.ToJsonString()));
        Assert.Equal((stands.Json.Text("asOf"), "1"), (shown.Header("Periop-Flags-Known-Until"), shown.Header("Periop-Behind")));
        Assert.Equal("removed", shown.Json["implants"]![0].Text("status"));
        (await There.Quality.GetAsync($"/api/implants?asOf={Old.Now.AddSeconds(-30).UtcDateTime:O}")).IsProblem(503, "not-settled");

        await BuiltAsync();
        var goesOn = await Eventually.BecomesAsync(() => LedgerAsync(There), a => a.Header("Periop-Behind") == "0", "the ledger goes on");
        Assert.Equal("removed", StatusOfPlaced(goesOn));
    }

    [Fact]
    public async Task What_only_the_new_version_has_is_not_settled_before_it_answers()
    {
        await StartNewAsync();
        var reader = New.Services.GetRequiredService<RegisterReader>();
        Assert.IsType<RegisterOpening.NotSettled>(await reader.OpenAsync(NextRegister.Incisions, Hospital.Id, null, Cancellation));
        await BuiltAsync();
        var opening = await reader.OpenAsync(NextRegister.Incisions, Hospital.Id, null, Cancellation);
        await using var register = Assert.IsType<RegisterOpening.Opened>(opening).Register;
        Assert.Equal((NewVersion, $"periop_register.incisions_v{NewVersion}"), (register.Version, register.NameOf(NextRegister.Incisions)));
    }

    [Fact]
    public async Task The_next_page_comes_from_the_version_of_the_first_one_as_long_as_its_tables_stand()
    {
        await StartNewAsync();
        var nextPage = $"?limit=1&cursor={(await LedgerAsync(There, "?limit=1")).Json.Text("next")}";
        var second = await LedgerAsync(There, nextPage);
        await BuiltAsync();
        Assert.Equal((OldVersion, second.Text), (EngineOf(second), (await LedgerAsync(There, nextPage)).Text));
        var newer = (await LedgerAsync(There, "?limit=1")).Json.Text("next");
        (await Hospital.Quality.GetAsync($"/api/implants?cursor={newer}")).IsProblem(409, "start-again");
        await Old.StopAsync();
        await MigratedAsync();
        (await There.Quality.GetAsync($"/api/implants{nextPage}")).IsProblem(409, "start-again");
    }

    /// <summary>It is of the first version, whose tables are not there any more, or not here.</summary>
    [Fact]
    public async Task A_cursor_of_a_release_that_knew_of_no_versions_is_to_be_started_again()
    {
        var cursor = JsonNode.Parse(WebEncoders.Base64UrlDecode((await LedgerAsync(Hospital, "?limit=1")).Json.Text("next")))!.AsObject();
        Assert.True(cursor.Remove("Engine"));
        var encoded = WebEncoders.Base64UrlEncode(Encoding.UTF8.GetBytes(cursor.ToJsonString()));
        (await Hospital.Quality.GetAsync($"/api/implants?cursor={encoded}")).IsProblem(409, "start-again");
    }

    [Fact]
    public async Task Health_names_the_shards_of_its_own_release()
    {
        await StartNewAsync();
        await BuiltAsync();
        foreach (var one in new[] { Hospital, There })
            Assert.Equal(["Board", "Register"],
                (await one.WithToken(null).GetAsync("/health/ready")).Json["projections"]!.AsArray().Select(p => p.Text("name")).Order());
    }

    /// <summary>On the case, and on the board, of what concerns both servers.</summary>
    async Task<(string Case, string Board)> FlagsAsync()
    {
        var board = (await There.Display.GetAsync("/api/board")).Is(200);
        var shown = board.Json["rooms"]!.AsArray().Single(r => r.Text("room") == "OR-1")!["current"]!["flags"]!.AsArray().Select(f => f.Text("code"));
        return (OfDevices((await (SurgicalCase with { Hospital = There }).ReadAsync()).Flags), OfDevices(shown));
    }

    static string OfDevices(IEnumerable<string> codes) => string.Join(' ', codes.Where(c => Both.Contains(c, StringComparison.Ordinal)).Order());
}
