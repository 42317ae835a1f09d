using System.Text.Json.Nodes;
using Xunit;
using static Periop.Server.Tests.Devices;

namespace Periop.Server.Tests.Implants;

/// <summary>Which cases, where a device is now, and the entries behind it.</summary>
public sealed class Ledger(PeriopHost host) : IClassFixture<PeriopHost>
{
    readonly TestHospital hospital = host.NewHospital();

    [Fact]
    public async Task A_device_is_told_with_all_that_is_known_of_it()
    {
        var surgicalCase = await hospital.CaseInOperationAsync();
        await surgicalCase.RecordedAsync("patient-corrections", new { patientRef = "p-7", reason = "not named" });
        var device = await surgicalCase.PlacedAsync(new JsonObject
        {
            ["kind"] = "pedicle-screw",
            ["levels"] = new JsonArray("L2", "L3"),
            ["site"] = "vertebra",
            ["side"] = "left",
            ["quantity"] = 2,
            ["udi"] = "(01)51022222233336(17)280707(10)A213B1(21)1234",
            ["manufacturer"] = "Screws & Sons",
            ["reference"] = "R-1",
            ["occurredAt"] = "2026-03-02T06:45:30.5+01:00",
            ["override"] = "recorded afterwards",
        });
        var line = (await hospital.LedgerAsync(Ask(lot: "A213B1"))).Is(200).Items.Single()!;
        Assert.Equal($$"""
            {"caseId":"{{surgicalCase.Id}}","patientRef":"p-7","entryId":"{{device}}","kind":"pedicle-screw","levels":["L2","L3"],
            "site":"vertebra","side":"left","quantity":2,"manufacturer":"Screws & Sons","reference":"R-1","gtin":"51022222233336",
            "lot":"A213B1","serial":"1234","expiry":"2028-07-07","scan":null,"inPlace":2,"status":"in-place",
            "certainty":"exact","placedAt":"2026-03-02T05:45:30.5Z","recalled":false,"entryIds":["{{device}}"]}
            """.ReplaceLineEndings(""), line.ToJsonString(Periop.Server.Json.PeriopJson.Web));
    }

    [Fact]
    public async Task Of_a_device_of_which_nothing_is_known_nothing_is_made_up()
    {
        await hospital.PlacedAsync(Typed());
        var line = (await hospital.LedgerAsync()).Items.Single()!.AsObject();
        Assert.All(["patientRef", "site", "side", "manufacturer", "reference", "gtin", "lot", "serial", "expiry", "scan"],
            member => Assert.True(line.ContainsKey(member) && line[member] is null, member));
        Assert.Equal(("[]", "1"), (line["levels"]!.ToJsonString(), line["quantity"]!.ToJsonString()));
    }

    [Theory]
    [InlineData("gtin=51022222233336")]
    [InlineData("lot=A213B1")]
    [InlineData("serial=1234")]
    [InlineData("gtin=51022222233336&lot=A213B1")]
    [InlineData("gtin=51022222233336&serial=1234")]
    [InlineData("lot=A213B1&serial=1234")]
    [InlineData("gtin=51022222233336&lot=A213B1&serial=1234")]
    public async Task Any_combination_of_model_lot_and_serial_number_finds_a_device_and_no_other(string question)
    {
        var (_, device) = await hospital.PlacedAsync(Scanned("A213B1", "1234"));
        await hospital.PlacedAsync(Scanned("B2", "99", OtherGtin));
        Assert.Equal([(device, "exact")], await FoundAsync("?" + question));
    }

    [Fact]
    public async Task The_same_model_lot_and_serial_number_in_two_cases_is_told_of_both()
    {
        var (one, other) = (await hospital.PlacedAsync(Scanned("A1", "7")), await hospital.PlacedAsync(Scanned("A1", "7")));
        Assert.Equal(new[] { one.Case.Id, other.Case.Id }.Order(),
            (await hospital.LedgerAsync(Ask(serial: "7"))).Items.Select(i => i!["caseId"]!.GetValue<Guid>()).Order());
    }

    [Fact]
    public async Task A_device_is_in_place_removed_wasted_or_returned()
    {
        var surgicalCase = await hospital.CaseInOperationAsync();
        var (stays, goes) = (await surgicalCase.PlacedAsync(Scanned("A1", "1")), await surgicalCase.PlacedAsync(Scanned("A1", "2")));
        var removal = (await surgicalCase.RemovedAsync(goes)).EntryId;
        var (wasted, returned) = (Scanned("A1", "3"), Scanned("A1", "4"));
        (wasted["code"], returned["code"]) = ("dropped", "wrong-size");
        var waste = (await surgicalCase.RecordedAsync("hardware-waste", wasted)).EntryId;
        var back = (await surgicalCase.RecordedAsync("hardware-returns", returned)).EntryId;
        var told = (await hospital.LedgerAsync(Ask(lot: "A1"))).Items.ToDictionary(i => i.EntryId(), i => (i.Text("status"), i!["entryIds"]!.ToJsonString()));
        Assert.Equal(
            new()
            {
                [stays] = ("in-place", $"[\"{stays}\"]"), [goes] = ("removed", $"[\"{goes}\",\"{removal}\"]"),
                [waste] = ("wasted", $"[\"{waste}\"]"), [back] = ("returned", $"[\"{back}\"]"),
            }, told);
    }

    [Fact]
    public async Task A_removal_retracted_puts_the_device_back_in_place()
    {
        var (surgicalCase, device) = await hospital.PlacedAsync(Scanned("A1"));
        var removal = await surgicalCase.RemovedAsync(device);
        await surgicalCase.RetractedAsync(removal.EntryId);
        var line = (await hospital.LedgerAsync(Ask(lot: "A1"))).Items.Single();
        Assert.Equal(("in-place", $"[\"{device}\"]"), (line.Text("status"), line!["entryIds"]!.ToJsonString()));
    }

    [Fact]
    public async Task A_device_removed_twice_stays_removed_when_one_removal_is_retracted()
    {
        var (surgicalCase, device) = await hospital.PlacedAsync(Scanned("A1"));
        var (first, _) = (await surgicalCase.RemovedAsync(device), await surgicalCase.RemovedAsync(device));
        await surgicalCase.RetractedAsync(first.EntryId);
        Assert.Equal("removed", (await hospital.LedgerAsync(Ask(lot: "A1"))).Items.Single().Text("status"));
    }

    [Fact]
    public async Task A_placing_that_was_retracted_is_gone()
    {
        var (surgicalCase, device) = await hospital.PlacedAsync(Scanned("A1"));
        await surgicalCase.RetractedAsync(device);
        Assert.Empty(await FoundAsync(Ask(lot: "A1")));
    }

    [Fact]
    public async Task A_placing_that_was_replaced_is_told_as_it_was_replaced()
    {
        var (surgicalCase, device) = await hospital.PlacedAsync(Scanned("A1"));
        var right = Scanned("B2");
        (right["replaces"], right["reason"]) = (device, "scanned the wrong box");
        var replacing = await surgicalCase.PlacedAsync(right);
        Assert.Equal([(replacing, "exact")], await FoundAsync());
    }

    [Fact]
    public async Task A_case_entered_in_error_has_no_devices()
    {
        var (surgicalCase, _) = await hospital.PlacedAsync(Scanned("A1"));
        await surgicalCase.RetractedAsync(surgicalCase.Id);
        Assert.Empty(await FoundAsync());
    }

    [Fact]
    public async Task A_case_called_off_after_a_device_was_placed_still_has_it()
    {
        var (surgicalCase, device) = await hospital.PlacedAsync(Scanned("A1"));
        await surgicalCase.RecordedAsync("cancellation", new { code = "other" });
        Assert.Equal([(device, "exact")], await FoundAsync());
    }

    [Fact]
    public async Task A_corrected_time_moves_when_a_device_was_placed()
    {
        var (surgicalCase, device) = await hospital.PlacedAsync(Scanned("A1"));
        await surgicalCase.RecordedAsync("time-corrections",
            new { targetEntryId = device, correctedTo = "2026-03-02T06:30:00+01:00", reason = "read off the label" });
        Assert.Equal("2026-03-02T05:30:00Z", (await hospital.LedgerAsync(Ask(lot: "A1"))).Items.Single().Text("placedAt"));
    }

    [Fact]
    public async Task A_patient_corrected_is_the_patient_of_the_devices_and_one_who_was_deleted_is_nobody()
    {
        var (surgicalCase, _) = await hospital.PlacedAsync(Scanned("A1"));
        foreach (var patientRef in new[] { "p-1", "p-2" })
            await surgicalCase.RecordedAsync("patient-corrections", new { patientRef, reason = "digits swapped" });
        Assert.Equal("p-2", (await hospital.LedgerAsync()).Items.Single().Text("patientRef"));
        (await hospital.As("admin").SendAsync(HttpMethod.Delete, "/api/patients/p-2?reason=as+asked&force=true", null)).Is(204);
        Assert.Null((await hospital.LedgerAsync()).Items.Single()!["patientRef"]);
    }

    [Theory]
    [InlineData("40170725", "00000040170725")]
    [InlineData("036000291452", "00036000291452")]
    [InlineData("4006381333931", "04006381333931")]
    [InlineData("04006381333931", "04006381333931")]
    public async Task A_model_is_asked_for_with_the_digits_that_stand_on_the_label(string asked, string gtin)
    {
        var (_, device) = await hospital.PlacedAsync(Scanned(gtin: gtin));
        await hospital.PlacedAsync(Scanned());
        Assert.Equal([(device, "exact")], await FoundAsync(Ask(gtin: asked)));
    }

    [Fact]
    public async Task Another_hospitals_devices_are_not_there()
    {
        await host.NewHospital().PlacedAsync(Scanned("A213B1", "1234"));
        await host.NewHospital().PlacedAsync(Typed("A213B1", udi: "+H123A213B1"));
        foreach (var question in new[] { "", Ask(Gtin), Ask(lot: "A213B1"), Ask(serial: "1234"), Ask(Gtin, "A213B1", "1234") })
            Assert.Empty(await FoundAsync(question));
        Assert.Equal("""{"end":true,"count":0}""" + "\n", (await hospital.LedgerAsync("?format=ndjson")).Text);
    }

    async Task<IEnumerable<(Guid, string)>> FoundAsync(string question = "") =>
        (await hospital.LedgerAsync(question)).Is(200).Items.Select(i => (i.EntryId(), i.Text("certainty")));
}
