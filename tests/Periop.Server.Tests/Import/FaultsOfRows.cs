using Xunit;

namespace Periop.Server.Tests.Import;

/// <summary>A row that fails for a reason of ours ends no file.</summary>
public sealed class FaultsOfRows(TestDatabases databases) : IAsyncLifetime
{
    readonly PeriopHost host = new(databases);
    readonly SaidInTheLog said = new();

    public async ValueTask InitializeAsync()
    {
        await host.StartAsync(await databases.CopyAsync(), said.Listen);
        await FailAsync("P0001");
    }

    public ValueTask DisposeAsync() => host.DisposeAsync();

    [Theory]
    [InlineData("*/*")]
    [InlineData("application/x-ndjson")]
    public async Task It_is_refused_whole_the_next_is_read_and_the_fault_is_logged_once(string accept)
    {
        var hospital = host.NewHospital();
        var answer = (await SendAsync(hospital, accept)).Is(200);
        var report = System.Text.Json.Nodes.JsonNode.Parse(answer.Text.TrimEnd('\n').Split('\n')[^1])!;
        Assert.Equal((2, 4), (report["cases"]!.GetValue<int>(), report["entries"]!.GetValue<int>()));
        var refused = Assert.Single(report["refused"]!.AsArray())!;
        Assert.Equal((3, "", "fault"), (refused["line"]!.GetValue<int>(), refused["column"]!.GetValue<string>(), refused["code"]!.GetValue<string>()));
        Assert.Single(said.Faults);
        Assert.DoesNotContain("BAD", said.Faults[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_the_store_is_full_the_file_is_not_read_to_its_end()
    {
        await FailAsync("53100");
        (await SendAsync(host.NewHospital(), "*/*")).IsProblem(503);
    }

    static Task<Answer> SendAsync(TestHospital hospital, string accept) => hospital.Scheduler.SendAsync(
        HttpMethod.Post, "/api/imports/cases", new StringContent(
            "caseNumber,roomIn\nI-1,2026-02-02T08:00:00Z\nBAD,2026-02-02T08:00:00Z\nI-3,2026-02-02T08:00:00Z\n", System.Text.Encoding.UTF8, "text/csv"),
        ("Accept", accept));

    /// <summary>Lets the store fail at one case.</summary>
    Task FailAsync(string state) => host.SqlAsync($"""
        create or replace function fail() returns trigger language plpgsql as
            $$ begin if new.data->>'caseNumber' = 'BAD' then raise exception 'no' using errcode = '{state}'; end if; return new; end $$;
        create or replace trigger fail before insert or update on periop.mt_doc_casesummary for each row execute function fail();
        """);
}
