using System.Text.Json.Nodes;
using Xunit;
using static Periop.Server.Tests.Devices;

namespace Periop.Server.Tests.Implants;

/// <summary>What only other cases and the recall list can tell of a case's devices, on the case and on the board.</summary>
public sealed class FlagsOnDevices(PeriopHost host) : IClassFixture<PeriopHost>
{
    const string SerialTwice = "serial-in-another-case", Recalled = "device-recalled", Possibly = "device-possibly-recalled";

    static readonly string[] Joined = [SerialTwice, Recalled, Possibly];

    readonly TestHospital hospital = host.NewHospital();

    public static TheoryData<string> Codes => [.. Domain.Cases.FlagsAcrossCases.All.Select(f => f.Code)];

    [Theory]
    [MemberData(nameof(Codes))]
    public void Every_flag_has_a_test_that_raises_it_and_a_near_miss(string code)
    {
        Assert.Contains(code, Joined);
        Assert.Contains(code, DeclaredTests.Codes<RaisesAttribute>(typeof(FlagsOnDevices)));
        Assert.Contains(code, DeclaredTests.Codes<NearMissOfAttribute>(typeof(FlagsOnDevices)));
    }

    [Fact]
    [Raises(SerialTwice)]
    public async Task A_serial_number_in_place_in_two_cases_is_flagged_in_both()
    {
        var (one, other) = (await hospital.PlacedAsync(Scanned("A1", "SN7")), await hospital.PlacedAsync(Scanned("B2", "sn7")));
        foreach (var (surgicalCase, device) in new[] { one, other })
            Assert.Equal($$"""{"code":"{{SerialTwice}}","severity":"safety","entryIds":["{{device}}"],"override":null,"acknowledged":null}""",
                Bare((await FlagsAsync(surgicalCase)).Single()));
    }

    [Fact]
    public async Task A_serial_number_in_three_cases_is_one_flag_in_each()
    {
        var placed = new[]
        {
            await hospital.PlacedAsync(Scanned(serial: "7")), await hospital.PlacedAsync(Scanned(serial: "7")),
            await hospital.PlacedAsync(Scanned(serial: "7")),
        };
        foreach (var (surgicalCase, _) in placed)
            Assert.Equal([SerialTwice], await CodesAsync(surgicalCase));
    }

    [Fact]
    public async Task A_serial_number_typed_by_hand_is_compared_with_its_reference()
    {
        var (one, other) = (await hospital.PlacedAsync(Typed(serial: "7", reference: "R-1")),
            await hospital.PlacedAsync(Typed(serial: " 7", reference: "R-1")));
        await hospital.PlacedAsync(Typed(serial: "8", reference: "R-1"));
        await FlaggedAsync(true, one.Case, other.Case);
    }

    [Fact]
    [NearMissOf(SerialTwice)]
    public async Task Other_devices_with_the_same_serial_number_are_no_matter()
    {
        var (surgicalCase, _) = await hospital.PlacedAsync(Scanned(serial: "7"));
        await hospital.PlacedAsync(Scanned(serial: "7", gtin: OtherGtin));
        await hospital.PlacedAsync(Typed(serial: "7", reference: "R-1"));
        await hospital.PlacedAsync(Scanned(serial: "8"));
        await hospital.PlacedAsync(Scanned());
        await host.NewHospital().PlacedAsync(Scanned(serial: "7"));
        var wasted = Scanned(serial: "7");
        wasted["code"] = "dropped";
        await (await hospital.CaseInOperationAsync()).RecordedAsync("hardware-waste", wasted);
        Assert.Empty(await CodesAsync(surgicalCase));
    }

    [Fact]
    public async Task The_flag_goes_with_the_other_device_and_comes_back_with_it()
    {
        var (one, other) = (await hospital.PlacedAsync(Scanned(serial: "7")), await hospital.PlacedAsync(Scanned(serial: "7")));
        var removal = await other.Case.RemovedAsync(other.Device);
        await FlaggedAsync(false, one.Case, other.Case);
        await other.Case.RetractedAsync(removal.EntryId);
        await FlaggedAsync(true, one.Case, other.Case);
        await other.Case.RetractedAsync(other.Case.Id);     // entered in error
        await FlaggedAsync(false, one.Case, other.Case);
    }

    [Theory]
    [Raises(Recalled)]
    [InlineData("""{"gtin":"51022222233336","lots":["A213B1"]}""")]
    [InlineData("""{"lots":["a 213b1"]}""")]
    [InlineData("""{"serials":["1234"]}""")]
    [InlineData("""{"gtin":"51022222233336"}""")]
    public async Task A_device_in_place_that_is_recalled_is_flagged(string recall)
    {
        var (surgicalCase, device) = await hospital.PlacedAsync(Scanned("A213B1", "1234"));
        await hospital.RecalledAsync(recall);
        Assert.Equal(
            [$$"""{"code":"{{Recalled}}","severity":"safety","entryIds":["{{device}}"],"override":null,"acknowledged":null}"""],
            (await FlagsAsync(surgicalCase)).Select(Bare));
        Assert.True((await hospital.LedgerAsync()).Items.Single()!["recalled"]!.GetValue<bool>());
    }

    [Theory]
    [NearMissOf(Recalled)]
    [NearMissOf(Possibly)]
    [InlineData("""{"gtin":"51022222233336","lots":["A213B2"]}""")]
    [InlineData("""{"gtin":"04006381333931","lots":["A213B1"]}""")]
    [InlineData("""{"gtin":"51022222233336","serials":["1235"]}""")]
    public async Task A_device_that_is_known_to_be_another_than_those_recalled_is_not_flagged(string recall)
    {
        var (surgicalCase, _) = await hospital.PlacedAsync(Scanned("A213B1", "1234"));
        await hospital.RecalledAsync(recall);
        Assert.Empty(await CodesAsync(surgicalCase));
        Assert.False((await hospital.LedgerAsync()).Items.Single()!["recalled"]!.GetValue<bool>());
    }

    [Theory]
    [Raises(Possibly)]
    [InlineData("""{"gtin":"51022222233336","serials":["9"]}""", "(01)51022222233336(10)A1")]
    [InlineData("""{"lots":["A1211234"]}""", "015102222223333610A1211234")]
    [InlineData("""{"lots":["L 4711"]}""", "+H123l4711/$$9")]
    public async Task A_device_that_may_be_recalled_is_flagged_less_loudly(string recall, string udi)
    {
        var (surgicalCase, device) = await hospital.PlacedAsync(Typed(udi: udi));
        await hospital.RecalledAsync(recall);
        Assert.Equal($$"""{"code":"{{Possibly}}","severity":"attention","entryIds":["{{device}}"],"override":null,"acknowledged":null}""",
            Bare((await FlagsAsync(surgicalCase)).Single()));
        Assert.False((await hospital.LedgerAsync()).Items.Single()!["recalled"]!.GetValue<bool>());
    }

    [Fact]
    public async Task A_device_typed_by_hand_is_recalled_by_its_lot()
    {
        var (surgicalCase, _) = await hospital.PlacedAsync(Typed("A1"));
        await hospital.RecalledAsync(new { gtin = Gtin, lots = new[] { "a1" } });
        Assert.Equal([Recalled], await CodesAsync(surgicalCase));
    }

    [Fact]
    public async Task A_device_that_is_not_in_place_is_not_flagged_and_still_told_as_recalled()
    {
        var (surgicalCase, device) = await hospital.PlacedAsync(Scanned("A1"));
        await surgicalCase.RemovedAsync(device);
        await hospital.RecalledAsync(new { lots = new[] { "A1" } });
        Assert.Empty(await CodesAsync(surgicalCase));
        Assert.True((await hospital.LedgerAsync()).Items.Single()!["recalled"]!.GetValue<bool>());
    }

    [Fact]
    public async Task The_flag_goes_when_the_recall_ends()
    {
        var (surgicalCase, _) = await hospital.PlacedAsync(Scanned("A1"));
        var recall = await hospital.RecalledAsync(new { lots = new[] { "A1" } });
        Assert.Equal([Recalled], await CodesAsync(surgicalCase));
        await hospital.EndedAsync(recall);
        Assert.Empty(await CodesAsync(surgicalCase));
        Assert.False((await hospital.LedgerAsync()).Items.Single()!["recalled"]!.GetValue<bool>());
    }

    [Fact]
    public async Task Another_hospitals_recall_is_no_matter()
    {
        var (surgicalCase, _) = await hospital.PlacedAsync(Scanned("A1"));
        await host.NewHospital().RecalledAsync(new { lots = new[] { "A1" } });
        Assert.Empty(await CodesAsync(surgicalCase));
        Assert.False((await hospital.LedgerAsync()).Items.Single()!["recalled"]!.GetValue<bool>());
    }

    [Fact]
    public async Task A_receipt_tells_of_its_own_case_alone()
    {
        await hospital.RecalledAsync(new { lots = new[] { "A1" } });
        await hospital.PlacedAsync(Scanned("A1", "7"));
        await host.SettledAsync();
        var surgicalCase = await hospital.CaseInOperationAsync();
        Assert.Empty((await surgicalCase.RecordedAsync("hardware", Scanned("A1", "7"))).Flags.Intersect(Joined));
        Assert.Equal([Recalled, SerialTwice], (await CodesAsync(surgicalCase)).Order());
        Assert.Empty((await surgicalCase.RecordedAsync("dressing")).Flags.Intersect(Joined));
    }

    [Fact]
    public async Task The_board_shows_those_of_safety_while_they_last()
    {
        var (surgicalCase, _) = await hospital.PlacedAsync(Scanned("A1"));
        var recalls = new[]
            { await hospital.RecalledAsync(new { lots = new[] { "A1" } }), await hospital.RecalledAsync(new { gtin = Gtin, serials = new[] { "9" } }) };
        Assert.Equal([Possibly, Recalled], (await CodesAsync(surgicalCase)).Order());
        foreach (var path in new[] { "/api/board", $"/api/board?date={host.Now:yyyy-MM-dd}" })
            await BoardAsync(path, codes => codes.Contains(Recalled) && !codes.Contains(Possibly));
        await hospital.EndedAsync(recalls[0]);
        await BoardAsync("/api/board", codes => !codes.Contains(Recalled));
    }

    [Fact]
    public async Task The_live_board_tells_of_a_recall()
    {
        var (surgicalCase, _) = await hospital.PlacedAsync(Scanned("A1"));
        await BoardAsync("/api/board", _ => true);
        await using var stream = await EventStream.OpenAsync(hospital.Display);
        await stream.NextAsync();
        var recall = await hospital.RecalledAsync(new { lots = new[] { "A1" } });
        await stream.NextAsync(m => m.Type == "change" && m.Data.ToJsonString().Contains(Recalled, StringComparison.Ordinal));
        await hospital.EndedAsync(recall);
        await stream.NextAsync(m => m.Type == "change" && !m.Data.ToJsonString().Contains(Recalled, StringComparison.Ordinal));
        Assert.Empty(await CodesAsync(surgicalCase));
    }

    async Task<IReadOnlyList<JsonNode>> FlagsAsync(TestCase surgicalCase)
    {
        await host.SettledAsync();
        JsonNode[] flags = [.. (await surgicalCase.ReadAsync()).Json["flags"]!.AsArray().Where(f => Joined.Contains(f.Text("code")))!];
        Looks.Note(flags.Select(f => f.Text("code")));
        return flags;
    }

    async Task<string[]> CodesAsync(TestCase surgicalCase) => [.. (await FlagsAsync(surgicalCase)).Select(f => f.Text("code"))];

    async Task FlaggedAsync(bool are, params TestCase[] surgicalCases)
    {
        foreach (var surgicalCase in surgicalCases)
            Assert.Equal(are ? [SerialTwice] : [], await CodesAsync(surgicalCase));
    }

    /// <summary>The flag but for its sentence, which must be there.</summary>
    static string Bare(JsonNode flag)
    {
        var bare = flag.DeepClone().AsObject();
        Assert.False(string.IsNullOrWhiteSpace(bare.Text("message")));
        Assert.False(string.IsNullOrWhiteSpace(bare.Text("label")));
        bare.Remove("message");
        bare.Remove("label");
        return bare.ToJsonString();
    }

    Task<Answer> BoardAsync(string path, Func<string[], bool> right) => Eventually.BecomesAsync(
        () => hospital.Display.GetAsync(path),
        board => board.Json["rooms"]![0]!["current"] is { } current && right([.. current["flags"]!.AsArray().Select(f => f.Text("code"))]),
        "the board shows the flags");
}
