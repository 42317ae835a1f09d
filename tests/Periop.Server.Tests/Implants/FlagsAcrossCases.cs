using System.Text.Json.Nodes;
using Xunit;

namespace Periop.Server.Tests.Implants;

/// <summary>What only other cases and the recall list can tell about a case's devices shows on the case and the board.</summary>
public sealed class FlagsAcrossCases(PeriopHost host) : IClassFixture<PeriopHost>
{
    readonly TestHospital hospital = host.NewHospital();

    Recalls List => new(hospital);

    [Fact]
    public async Task The_same_serial_number_in_two_cases_shows_on_both_until_one_is_taken_out()
    {
        var (first, _) = await hospital.CaseWithAsync(Devices.Screw(serial: "1234"), "OR-1");
        var (second, placed) = await hospital.CaseWithAsync(Devices.Screw(serial: "1234"), "OR-2");
        foreach (var surgicalCase in new[] { first, second })
            await FlagsAsync(surgicalCase, "serial-in-another-case");
        await OnBoardAsync("OR-1", "serial-in-another-case");
        await OnBoardAsync("OR-2", "serial-in-another-case");
        await second.RecordedAsync("hardware-removals", new { targetEntryId = placed });
        foreach (var surgicalCase in new[] { first, second })
            await FlagsAsync(surgicalCase);
        await OnBoardAsync("OR-1");
    }

    [Fact]
    public async Task The_same_serial_number_of_another_model_or_hospital_or_wasted_is_in_order()
    {
        var (surgicalCase, _) = await hospital.CaseWithAsync(Devices.Screw(serial: "1234"));
        await hospital.CaseWithAsync(new { kind = "rod", udi = "(01)40000000000015(21)1234" }, "OR-2");
        await (await hospital.CaseInOperationAsync("OR-3")).RecordedAsync("hardware-waste", new { kind = "rod", udi = $"(01){Devices.Gtin}(21)1234", code = "dropped" });
        await host.NewHospital().CaseWithAsync(Devices.Screw(serial: "1234"));
        await hospital.LedgerAsync("?serial=1234", 3);
        await FlagsAsync(surgicalCase);
    }

    [Fact]
    public async Task A_recall_shows_on_the_case_and_the_board_and_in_the_ledger_until_it_ends()
    {
        var (surgicalCase, placed) = await hospital.CaseWithAsync(Devices.Screw("A213B1"));
        var recall = await List.AnnounceAsync(new { gtin = Devices.Gtin, lot = "A213B1", reference = "FSCA-2026-014" });
        var flag = Assert.Single((await FlagsAsync(surgicalCase, "device-recalled")).Json["flags"]!.AsArray(), f => f.Text("code") == "device-recalled")!;
        Assert.Equal("safety", flag.Text("severity"));
        Assert.Equal([placed], flag["entryIds"]!.AsArray().Select(e => e!.GetValue<Guid>()));
        Assert.Contains("FSCA-2026-014", flag.Text("message"), StringComparison.Ordinal);
        await OnBoardAsync("OR-1", "device-recalled");
        Assert.True((await hospital.LedgerAsync("", 1)).Items[0]!["recalled"]!.GetValue<bool>());

        await List.EndAsync(recall);
        await FlagsAsync(surgicalCase);
        await OnBoardAsync("OR-1");
        await hospital.LedgerAsync("", items => !items[0]!["recalled"]!.GetValue<bool>());
    }

    [Theory]
    [InlineData("""{"kind":"rod","lot":"a213 b1"}""", "device-recalled")]
    [InlineData("""{"kind":"rod","udi":"(01)51022222233336"}""", "device-possibly-recalled")]
    [InlineData("""{"kind":"rod","udi":"+H123PARTNO1234567890120/$$420020216LOTA213B1/S1"}""", "device-possibly-recalled")]
    [InlineData("""{"kind":"rod","udi":"(01)51022222233336(10)A213B2"}""", null)]
    [InlineData("""{"kind":"rod","reference":"R-1"}""", null)]
    public async Task How_surely_a_device_is_recalled_is_told_apart(string device, string? code)
    {
        var (surgicalCase, _) = await hospital.CaseWithAsync(device);
        await hospital.CaseWithAsync(Devices.Screw("A213B1"), "OR-2");
        await List.AnnounceAsync(new { gtin = Devices.Gtin, lot = "A213B1" });
        await hospital.LedgerAsync("", items => items.Count == 2 && items.Any(i => i!["recalled"]!.GetValue<bool>()));
        await FlagsAsync(surgicalCase, code is null ? [] : [code]);
        await OnBoardAsync("OR-1", code == "device-recalled" ? [code] : []);
    }

    [Fact]
    public async Task A_receipt_never_carries_them_and_a_device_taken_out_has_none()
    {
        await List.AnnounceAsync(new { lot = "A213B1" });
        var surgicalCase = await hospital.CaseInOperationAsync();
        var placed = await surgicalCase.RecordedAsync("hardware", Devices.Screw("A213B1"));
        Assert.Empty(placed.Flags);
        await FlagsAsync(surgicalCase, "device-recalled");
        await surgicalCase.RecordedAsync("hardware-removals", new { targetEntryId = placed.EntryId });
        await FlagsAsync(surgicalCase);
    }

    [Fact]
    public async Task Acknowledged_they_stay_with_the_word_until_another_recall_comes()
    {
        var (surgicalCase, placed) = await hospital.CaseWithAsync(Devices.Screw("A213B1"));
        await List.AnnounceAsync(new { lot = "A213B1", reference = "N-1" });
        await FlagsAsync(surgicalCase, "device-recalled");
        host.Clock.Advance(TimeSpan.FromMinutes(1));
        await surgicalCase.RecordedAsync("flag-acknowledgements", new { code = "device-recalled", targetEntryId = placed, reason = "patient informed" });
        (await surgicalCase.PostAsync("flag-acknowledgements", new { code = "device-recalled", targetEntryId = surgicalCase.Id, reason = "no device" })).IsProblem(409, "target-unknown");
        var acknowledged = await FlagsAsync(surgicalCase, "device-recalled");
        Assert.Equal("patient informed", Flag(acknowledged, "N-1")["acknowledged"]!.AsObject().Text("reason"));

        host.Clock.Advance(TimeSpan.FromMinutes(1));
        await List.AnnounceAsync(new { gtin = Devices.Gtin, reference = "N-2" });
        var both = await FlagsAsync(surgicalCase, "device-recalled", "device-recalled");
        Assert.NotNull(Flag(both, "N-1")["acknowledged"]);
        Assert.Null(Flag(both, "N-2")["acknowledged"]);

        static JsonNode Flag(Answer answer, string notice) => answer.Json["flags"]!.AsArray().Single(f => f.Text("message").Contains(notice, StringComparison.Ordinal))!;
    }

    [Fact]
    public async Task Such_a_case_is_the_same_bytes_as_of_the_instant_that_it_states()
    {
        var (surgicalCase, _) = await hospital.CaseWithAsync(Devices.Screw("A213B1"));
        var before = await hospital.LedgerAsync("", 1);
        host.Clock.Advance(TimeSpan.FromMinutes(1));
        var recall = await List.AnnounceAsync(new { lot = "A213B1" });
        var recalled = await FlagsAsync(surgicalCase, "device-recalled");
        host.Clock.Advance(TimeSpan.FromMinutes(1));
        (await surgicalCase.PostAsync("addenda", new { text = "family informed" }, ("If-Match", recalled.ETag!))).Is(200);
        host.Clock.Advance(TimeSpan.FromMinutes(1));
        await List.EndAsync(recall);
        await FlagsAsync(surgicalCase);

        var again = await surgicalCase.ReadAsync($"?asOf={recalled.Json.Text("asOf")}");
        Assert.Equal((recalled.Text, recalled.ETag), (again.Text, again.ETag));
        Assert.DoesNotContain("device-recalled", (await surgicalCase.ReadAsync($"?asOf={before.Json.Text("asOf")}")).Flags);
    }

    [Fact]
    public async Task A_live_board_tells_of_a_recall()
    {
        await hospital.CaseWithAsync(Devices.Screw("A213B1"), "OR-2");
        await hospital.LedgerAsync("", 1);
        await using var stream = await EventStream.OpenAsync(hospital.Display);
        var snapshot = await stream.NextAsync(e => e.Type == "snapshot");
        await List.AnnounceAsync(new { lot = "A213B1" });
        var change = await stream.NextAsync(e => e.Type == "change" && e.Data["current"]?["flags"]?.AsArray().Any(f => f.Text("code") == "device-recalled") is true);
        Assert.True(long.Parse(change.Id!) > long.Parse(snapshot.Id!));
    }

    /// <summary>The case, as soon as it has just these flags across cases.</summary>
    static Task<Answer> FlagsAsync(TestCase surgicalCase, params string[] codes) =>
        Eventually.BecomesAsync(() => surgicalCase.ReadAsync(), a => a.Flags.Where(IsAcrossCases).SequenceEqual(codes), $"the case has the flags {string.Join(", ", codes)}");

    Task OnBoardAsync(string room, params string[] codes) => Eventually.BecomesAsync(
        async () => (await hospital.Display.GetAsync("/api/board")).Is(200).Json["rooms"]!.AsArray().Single(r => r.Text("room") == room)!["current"]!["flags"]!.AsArray().Select(f => f.Text("code")).ToArray(),
        flags => flags.Where(IsAcrossCases).SequenceEqual(codes), $"{room} shows {string.Join(", ", codes)}");

    static bool IsAcrossCases(string code) => code.StartsWith("device-", StringComparison.Ordinal) || code == "serial-in-another-case";
}
