using CsCheck;
using Periop.Domain.Outcomes;
using Periop.Server.Store;
using Xunit;

namespace Periop.Server.Tests.Register;

/// <summary>What is worked out anew from the events is what was worked out as they came.</summary>
public sealed class Rebuild(PeriopHost host) : IClassFixture<PeriopHost>
{
    readonly TestHospital hospital = host.NewHospital();

    /// <summary>In one batch and with the folded cases at hand, or entry by entry and each case folded anew.</summary>
    [Theory]
    [InlineData(2000, KeptCases.DefaultMegabytes)]
    [InlineData(1, 0)]
    public async Task A_rebuilt_register_and_board_are_the_same_to_the_byte_archived_cases_included(int batch, long keptMegabytes)
    {
        var archived = await EventfulCaseAsync();
        await EventfulCaseAsync();
        await EventfulCaseAsync(enteredInError: true);
        await host.NewHospital().RecalledAsync(new { lots = new[] { "L-1" } });
        var recall = await hospital.RecalledAsync(new { gtin = Devices.Gtin, lots = new[] { "A213B1" }, notice = "N-1" });
        (await hospital.Quality.PostAsync(
            $"/api/implants/recalls/campaigns/N-1/cases/{archived.Id}/closures", new { outcome = "informed", reason = "by telephone" })).Is(200);
        await hospital.EndedAsync(recall);
        await hospital.PublishAsync([.. ExampleEvents.All.OfType<PublicationEvent>()]);
        await hospital.UploadAsync("A 1");
        await host.CaughtUpAsync();
        await archived.ArchiveAsync();
        await (await EventfulCaseAsync()).RecordedAsync("addenda", new { text = "after the archiving" });
        await host.CaughtUpAsync();
        var live = await host.HashesAsync();
        Assert.All(live, h => Assert.NotEqual("0 ", h[..2]));

        await host.RebuildAsync(batch, keptMegabytes);
        Assert.Equal(live, await host.HashesAsync());
        await host.StartAsync(host.ConnectionString);
        await (await hospital.CaseInOperationAsync()).RecordedAsync("hardware", Devices.Scanned(serial: "after"));
        await Eventually.BecomesAsync(
            () => hospital.Quality.GetAsync("/api/implants?serial=after"), a => a is { Status: 200 } && a.Items.Count == 1, "the register goes on");
    }

    /// <summary>In batches of other sizes, with the cases at hand and without, every table of the register has the rows that it had live.</summary>
    [Fact]
    public Task Days_at_random_come_to_the_same_rows_however_they_are_worked_out_anew() => PlayedHistory.Days.SampleAsync(async days =>
    {
        await new PlayedHistory(hospital).PlayAsync(days);
        await host.CaughtUpAsync();
        var live = await host.HashesAsync();
        Assert.All(live, h => Assert.NotEqual("0 ", h[..2]));
        foreach (var (batch, keptMegabytes) in new[] { (1, 0L), (7, KeptCases.DefaultMegabytes), (2000, 0L) })
        {
            await host.RebuildAsync(batch, keptMegabytes);
            Assert.Equal(live, await host.HashesAsync());
            await host.StartAsync(host.ConnectionString);
        }
    }, iter: 1, threads: 1);

    /// <summary>Devices placed, removed, wasted and retracted; times, patients and words put right afterwards.</summary>
    async Task<TestCase> EventfulCaseAsync(bool enteredInError = false)
    {
        var surgicalCase = await hospital.CaseInOperationAsync();
        var first = await surgicalCase.RecordedAsync("hardware", Devices.Scanned(lot: "A213B1"));
        var second = await surgicalCase.RecordedAsync("hardware", Devices.Scanned(serial: "1234"));
        var third = await surgicalCase.RecordedAsync("hardware", new { kind = "rod", lot = "R 1", levels = new[] { "L2", "L3" } });
        await surgicalCase.RecordedAsync("hardware-waste", new { kind = "rod", code = "wrong-size", udi = "+H123PARTNO1234567890120/$$420020216LOTA213B1/S1" });
        var removal = await surgicalCase.RecordedAsync("hardware-removals", new { targetEntryId = second.EntryId });
        await surgicalCase.RecordedAsync("retractions", new { targetEntryId = third.EntryId, reason = "another case" });
        await surgicalCase.RecordedAsync("time-corrections",
            new { targetEntryId = first.EntryId, correctedTo = hospital.Now.AddMinutes(-3), reason = "read off the monitor" });
        await surgicalCase.RecordedAsync("retractions", new { targetEntryId = removal.EntryId, reason = "it stayed" });
        await surgicalCase.RecordedAsync("patient-corrections", new { patientRef = "p-7", reason = "digits swapped" });
        var infection = await surgicalCase.RecordedAsync("complications", new { kind = "infection-deep", grade = "II" });
        await surgicalCase.RecordedAsync(
            $"complications/{infection.EntryId}/reviews", new { decision = "reclassified", kind = "infection-organ-space", reason = "abscess" });
        await surgicalCase.RecordedAsync("blood-products", new { product = "red-cells", units = 2 });
        await surgicalCase.RecordedAsync(
            "follow-ups", new { alive = true, painScore = 3, assessments = new[] { new { kind = "blood-clots", finding = "absent" } } });
        if (enteredInError)
            await surgicalCase.RecordedAsync("retractions", new { targetEntryId = surgicalCase.Id, reason = "another patient" });
        return surgicalCase;
    }
}
