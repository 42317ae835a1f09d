using Periop.Server.Tests;
using Xunit;

namespace Periop.Faults;

/// <summary>What is done to the store on purpose, past the program, the ledger finds: else it would prove nothing when it finds nothing.</summary>
public sealed class LossesThatAreFound(PeriopHost host) : IClassFixture<PeriopHost>
{
    const string Here = "where data->>'entryId' = $1::uuid::text";

    readonly TestHospital hospital = host.NewHospital();
    readonly Ledger ledger = new();

    [Fact]
    public async Task Without_a_loss_there_is_no_difference()
    {
        await RecordedAsync();
        Assert.Empty(await ledger.DifferencesAsync(host.ConnectionString));
    }

    [Fact]
    public async Task An_entry_that_was_acknowledged_and_never_recorded_is_lost()
    {
        var recorded = (await RecordedAsync())[0];
        var (entry, receipt) = (recorded with { EntryId = Guid.NewGuid() }, $$"""{"caseId":"{{recorded.CaseId}}","entryId":"{0}","version":9}""");
        ledger.Acknowledge(entry, new Answer(
            "", 200, System.Text.Encoding.UTF8.GetBytes(receipt.Replace("{0}", $"{entry.EntryId}")), Array.Empty<int>().ToLookup(_ => "", _ => "")));
        Assert.Equal([$"{entry.EntryId} was acknowledged and is lost"], await ledger.DifferencesAsync(host.ConnectionString));
    }

    [Fact]
    public async Task An_entry_that_is_deleted_is_lost_and_leaves_a_gap()
    {
        var entry = (await RecordedAsync())[1];
        await host.SqlAsync($"delete from periop_events.mt_events {Here}", entry.EntryId);
        Assert.Equal(
            [$"{entry.EntryId} was acknowledged and is lost", $"the versions of {entry.CaseId} are 1, 2, 4"],
            await ledger.DifferencesAsync(host.ConnectionString));
    }

    [Fact]
    public async Task The_last_entry_of_a_case_leaves_no_gap_and_is_lost_all_the_same()
    {
        var entry = (await RecordedAsync())[2];
        await host.SqlAsync($"delete from periop_events.mt_events {Here}", entry.EntryId);
        Assert.Equal([$"{entry.EntryId} was acknowledged and is lost"], await ledger.DifferencesAsync(host.ConnectionString));
    }

    [Fact]
    public async Task An_entry_that_says_something_else_is_found()
    {
        var entry = (await RecordedAsync())[1];
        await host.SqlAsync($"update periop_events.mt_events set data = jsonb_set(data, '{{note}}', '\"another\"') {Here}", entry.EntryId);
        var difference = Assert.Single(await ledger.DifferencesAsync(host.ConnectionString));
        Assert.Contains("not as it was acknowledged", difference, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_entry_that_is_there_twice_is_found()
    {
        var entry = (await RecordedAsync())[2];
        await host.SqlAsync($"""
            insert into periop_events.mt_events select (jsonb_populate_record(e, jsonb_build_object(
                'seq_id', nextval('periop_events.mt_events_sequence'), 'id', gen_random_uuid(), 'version', e.version + 1))).*
            from periop_events.mt_events e {Here}
            """, entry.EntryId);
        Assert.Contains($"{entry.EntryId} is there 2 times", await ledger.DifferencesAsync(host.ConnectionString));
    }

    [Fact]
    public async Task Entries_in_another_order_than_they_were_acknowledged_in_are_found()
    {
        var entries = await RecordedAsync();
        foreach (var (entry, version) in new[] { (entries[0], 1000L), (entries[1], 2L), (entries[0], 3L) })
            await host.SqlAsync($"update periop_events.mt_events set version = $2 {Here}", entry.EntryId, version);
        var differences = await ledger.DifferencesAsync(host.ConnectionString);
        Assert.Equal(2, differences.Count(found => found.Contains("not as it was acknowledged", StringComparison.Ordinal)));
    }

    async Task<IReadOnlyList<SentEntry>> RecordedAsync()
    {
        var surgicalCase = await hospital.CaseAsync();
        var entries = Enumerable.Range(1, 3).Select(at => new SentEntry(Guid.NewGuid(), surgicalCase.Id, Writers.NameOf(at), $"entry {at}")).ToArray();
        foreach (var entry in entries)
            Assert.Equal(200, await ledger.SendAsync(hospital.Named(entry.By, "or-staff"), entry));
        return entries;
    }
}
