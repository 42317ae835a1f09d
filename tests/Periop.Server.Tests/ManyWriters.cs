using System.Collections.Concurrent;
using Xunit;

namespace Periop.Server.Tests;

public sealed class ManyWriters(PeriopHost host) : IClassFixture<PeriopHost>
{
    const int Clients = 16;
    const int Entries = 2000;

    readonly TestHospital hospital = host.NewHospital();

    [Fact]
    public async Task Two_thousand_entries_into_one_case_are_recorded_once_however_often_they_are_sent()
    {
        var surgicalCase = await hospital.CaseInOperationAsync();
        var ids = Enumerable.Range(0, Entries).Select(_ => Guid.NewGuid()).ToArray();
        var first = await SendAllAsync(surgicalCase, ids);
        Assert.All(first.Values, receipt => Assert.False(receipt.IsReplay));
        Assert.Equal(Enumerable.Range(5, Entries).Select(v => (long)v), first.Values.Select(r => r.Version).Order());

        var again = await SendAllAsync(surgicalCase, ids);
        Assert.All(again, sent => Assert.True(sent.Value.IsReplay && sent.Value.Bytes.AsSpan().SequenceEqual(first[sent.Key].Bytes), sent.Value.Text));
        Assert.Equal(4 + Entries, await surgicalCase.EntryCountAsync());
        Assert.Equal(4 + Entries, (await surgicalCase.ReadAsync()).Version);
        Assert.Equal(4L + Entries,
            await host.SqlAsync("select count(distinct version) from periop_events.mt_events where stream_id = $1 and version between 1 and $2",
                surgicalCase.Id, 4 + Entries));
    }

    async Task<ConcurrentDictionary<Guid, Answer>> SendAllAsync(TestCase surgicalCase, Guid[] ids)
    {
        var answers = new ConcurrentDictionary<Guid, Answer>();
        var nurse = hospital.Nurse;
        await Parallel.ForEachAsync(ids, new ParallelOptions { MaxDegreeOfParallelism = Clients }, async (id, _) =>
            answers[id] = (await nurse.PostAsync($"{surgicalCase.Path}/fluids", new { entryId = id, kind = "urine", amount = 10, unit = "ml" })).Is(200));
        return answers;
    }
}
