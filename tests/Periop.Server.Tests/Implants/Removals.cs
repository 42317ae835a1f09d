using System.Text.Json.Nodes;
using Xunit;
using static Periop.Server.Tests.Devices;

namespace Periop.Server.Tests.Implants;

/// <summary>A device's life does not end with its case: what becomes of it later, and in another case of the patient.</summary>
public sealed class Removals(PeriopHost host) : IClassFixture<PeriopHost>
{
    readonly TestHospital hospital = host.NewHospital();

    [Fact]
    public async Task Of_six_screws_one_is_taken_out_and_five_stay_under_recall()
    {
        var (surgicalCase, screws) = await PlacedAsync("p-1", 6);
        await hospital.RecalledAsync(new { lots = new[] { "A1" } });
        await surgicalCase.RecordedAsync("hardware-removals", new { targetEntryId = screws, quantity = 1 });
        await IsAsync(screws, "partly-removed", 5);
        var shown = await surgicalCase.ReadAsync();
        Assert.Contains("device-recalled", shown.Flags);
        Assert.Equal(("partly-removed", 5), (shown.Json["implants"]![0].Text("status"), shown.Json["implants"]![0]!["inPlace"]!.GetValue<int>()));
    }

    [Fact]
    public async Task A_device_of_an_earlier_case_is_taken_out_in_the_revision()
    {
        var (earlier, screws) = await PlacedAsync("p-2", 6);
        await hospital.RecalledAsync(new { lots = new[] { "A1" } });
        var revision = await CaseOfAsync("p-2");
        await revision.RecordedAsync("hardware-removals", new { targetEntryId = screws, targetCaseId = earlier.Id, quantity = 2 });
        await IsAsync(screws, "partly-removed", 4);
        await host.SettledAsync();
        Assert.Contains("device-recalled", (await earlier.ReadAsync()).Flags);

        var before = (await hospital.LedgerAsync("?lot=A1")).Json.Text("asOf");
        host.Clock.Advance(TimeSpan.FromMinutes(1));
        var last = await revision.RecordedAsync("hardware-removals", new { targetEntryId = screws, targetCaseId = earlier.Id });
        await IsAsync(screws, "removed", 0);
        var shown = await earlier.ReadAsync();
        Assert.DoesNotContain("device-recalled", shown.Flags);
        Assert.Equal("removed", shown.Json["implants"]![0].Text("status"));
        Assert.Equal("partly-removed", (await hospital.Quality.GetAsync($"/api/implants?lot=A1&asOf={before}")).Is(200).Items.Single().Text("status"));

        await revision.RetractedAsync(last.EntryId);
        await IsAsync(screws, "partly-removed", 4);
        Assert.Contains("device-recalled", (await earlier.ReadAsync()).Flags);
    }

    [Fact]
    public async Task A_device_of_another_patient_or_of_a_case_that_nobody_knows_is_not_taken_out()
    {
        var (theirs, screws) = await PlacedAsync("p-3", 1);
        var revision = await CaseOfAsync("p-4");
        foreach (var caseId in new[] { theirs.Id, Guid.NewGuid(), (await host.NewHospital().CaseAsync()).Id })
            (await revision.PostAsync("hardware-removals", new { targetEntryId = screws, targetCaseId = caseId })).IsProblem(409, "target-unknown");
        await IsAsync(screws, "in-place", 1);
    }

    [Fact]
    public async Task A_device_that_was_placed_elsewhere_is_described_flagged_and_found()
    {
        var revision = await CaseOfAsync("p-5");
        var removed = await revision.RecordedAsync("hardware-removals", new { kind = "rod", level = "L2", udi = Scan("E1"), code = "loosened" });
        Assert.Contains("placement-unknown", removed.Flags);
        var line = (await hospital.LedgerAsync("?lot=E1")).Items.Single();
        Assert.Equal((removed.EntryId, "removed", "exact"), (line.EntryId(), line.Text("status"), line.Text("certainty")));
    }

    [Fact]
    public async Task A_patient_whose_device_was_taken_out_in_a_later_case_is_erased_without_being_insisted_on()
    {
        var (earlier, screws) = await PlacedAsync("p-6", 2);
        var revision = await CaseOfAsync("p-6");
        await revision.RecordedAsync("hardware-removals", new { targetEntryId = screws, targetCaseId = earlier.Id, quantity = 1 });
        (await EraseAsync("p-6")).IsProblem(409, "device-in-place");
        await revision.RecordedAsync("hardware-removals", new { targetEntryId = screws, targetCaseId = earlier.Id });
        (await EraseAsync("p-6")).Is(204);
    }

    [Fact]
    public async Task Two_removals_each_of_the_others_device_at_once_are_both_recorded()
    {
        var ((one, first), (other, second)) = (await PlacedAsync("p-7", 1), await PlacedAsync("p-7", 1));
        var answers = await Task.WhenAll(
            one.PostAsync("hardware-removals", new { targetEntryId = second, targetCaseId = other.Id }),
            other.PostAsync("hardware-removals", new { targetEntryId = first, targetCaseId = one.Id }));
        Assert.All(answers, a => a.Is(200));
    }

    [Theory]
    [InlineData("""{"targetEntryId":"0198d2f0-6f5a-7c3e-9a41-5d2b7c1e8f30","kind":"rod"}""", "/targetEntryId")]
    [InlineData("""{"targetCaseId":"0198d2f0-6f5a-7c3e-9a41-5d2b7c1e8f30","kind":"rod"}""", "/targetEntryId")]
    [InlineData("""{"code":"loosened"}""", "/targetEntryId")]
    [InlineData("""{"kind":"rod","quantity":"two"}""", "/quantity")]
    public async Task What_is_no_removal_is_named(string body, string pointer) =>
        (await (await CaseOfAsync("p-8")).PostAsync("hardware-removals", body)).PointsAt(pointer);

    Task<Answer> EraseAsync(string patientRef) =>
        hospital.As("admin").SendAsync(HttpMethod.Delete, $"/api/patients/{patientRef}?reason=as+asked", null);

    async Task<TestCase> CaseOfAsync(string patientRef)
    {
        var surgicalCase = await hospital.CaseInOperationAsync();
        await surgicalCase.RecordedAsync("patient-corrections", new { patientRef, reason = "named late" });
        return surgicalCase;
    }

    async Task<(TestCase Case, Guid Device)> PlacedAsync(string patientRef, int quantity)
    {
        var surgicalCase = await CaseOfAsync(patientRef);
        var device = Scanned("A1");
        device["quantity"] = JsonValue.Create(quantity);
        return (surgicalCase, await surgicalCase.PlacedAsync(device));
    }

    async Task IsAsync(Guid device, string status, int inPlace)
    {
        var line = (await hospital.LedgerAsync("?lot=A1")).Is(200).Items.Single(i => i.EntryId() == device);
        Assert.Equal((status, inPlace), (line.Text("status"), line!["inPlace"]!.GetValue<int>()));
    }
}
