using System.Text.Json.Nodes;
using CsCheck;
using Periop.Domain.Cases;
using Periop.Domain.Implants;
using Periop.Domain.Text;
using Xunit;
using static Periop.Server.Tests.Devices;

namespace Periop.Server.Tests.Implants;

/// <summary>How certain the ledger is that a device is the one asked for.</summary>
public sealed class LedgerCertainty(PeriopHost host) : IClassFixture<PeriopHost>
{
    /// <summary>No separator tells where the lot ends: A1 and serial number 1234, or one long lot.</summary>
    const string Ambiguous = "015102222223333610A1211234";

    /// <summary>Letters whose other case depends on whom one asks: a database, a language, the Unicode tables.</summary>
    static readonly string[] Texts =
    [
        "A213B1", "a213b1", "A 213 B1", "a\u00A0213b1", "A213B", "1234", "0017", "%", "_213B1", "12\\34",
        "\u212Ay12", "ky12", "\u017Fet1", "SET1", "stra\u00DFe", "STRASSE", "\u0130stil", "istil", "\u00E91234", "\u00C91234", "x",
    ];

    static readonly string[] Gtins = [Devices.Gtin, OtherGtin];

    static readonly Gen<string?> AnyText = Gen.Frequency((1, Gen.Const((string?)null)), (3, AnyOf<string?>(Texts)));

    static readonly Gen<string?> AnyScan = Gen.OneOf(
        Gen.Const((string?)null),
        Gen.Select(AnyOf(Gtins), AnyOf<string?>(null, "A213B1", "a213b1"), AnyOf<string?>(null, "1234", "0017"))
            .Select((gtin, lot, serial) => (string?)Scan(lot, serial, gtin)),
        Gen.Select(AnyOf("+H123", "=A99", "(01)51022222233337(10)", "+H1 ", "nothing "), AnyOf(Texts)).Select((start, text) => (string?)(start + text)),
        AnyOf<string?>(Ambiguous, "0151022222233336" + "10A213B1377", "4006381333931", "+h1a213B1/$$1234", "+A 213\tB1", "(01)51022222233337", "\\", "%"));

    static readonly Gen<string?> AnyReference = AnyOf<string?>(null, null, "R-1", "r 1", "\uFF32-1"),
        AnyMaker = AnyOf<string?>(null, null, "Acme", "ACME Ltd", "Other");

    static readonly Gen<JsonObject> AnyDevice = Gen.Select(AnyText, AnyText, AnyScan, AnyReference, AnyMaker).Select((lot, serial, udi, reference, maker) =>
    {
        var device = Typed(lot, serial, reference, udi);
        if (maker is not null)
            device["manufacturer"] = maker;
        return device;
    });

    static readonly Gen<Question> AnyQuestion = Gen.Select(AnyOf<string?>(null, Devices.Gtin, OtherGtin), AnyText, AnyText, AnyReference, AnyMaker)
        .Select((gtin, lot, serial, reference, maker) => new Question(gtin, lot, serial, reference, maker));

    sealed record Question(string? Gtin, string? Lot, string? Serial, string? Reference, string? Maker)
    {
        public DeviceSought Sought => new(Gtin, Lot, Serial, Maker, Reference);
    }

    readonly TestHospital hospital = host.NewHospital();

    [Theory]
    [InlineData("gtin=51022222233336&lot=A213B1", "exact")]
    [InlineData("gtin=51022222233336&serial=1234", "possible")]
    [InlineData("lot=a213b1", "exact")]
    [InlineData("lot=A%20213%20B1", "exact")]
    [InlineData("lot=%C2%A0A213B1%E3%80%80", "exact")]
    [InlineData("lot=A213", null)]
    [InlineData("serial=1234", null)]
    [InlineData("gtin=04006381333931&lot=A213B1", null)]
    [InlineData("gtin=51022222233336&lot=A213B2", null)]
    [InlineData("gtin=51022222233336&lot=A213B2&serial=1234", null)]
    public Task A_device_scanned_with_its_lot(string question, string? certainty) => IsAsync(Scanned("A213B1"), question, certainty);

    [Theory]
    [InlineData("lot=a-1", "typed")]
    [InlineData("lot=%20A-1", "typed")]
    [InlineData("gtin=51022222233336&lot=A-1", "typed")]
    [InlineData("gtin=51022222233336", null)]
    [InlineData("gtin=51022222233336&serial=7", null)]
    [InlineData("lot=A-1&serial=7", "possible")]
    [InlineData("gtin=51022222233336&lot=A-2", null)]
    public Task A_device_typed_by_hand_has_no_model_and_its_lot_decides(string question, string? certainty) => IsAsync(Typed("A-1"), question, certainty);

    [Theory]
    [InlineData("gtin=51022222233336&serial=7", "typed")]
    [InlineData("gtin=51022222233336", "exact")]
    [InlineData("gtin=51022222233336&serial=8", null)]
    [InlineData("gtin=51022222233336&lot=A1&serial=7", "possible")]
    public Task A_scanned_device_whose_serial_number_was_typed(string question, string? certainty) =>
        IsAsync(Typed(serial: "7", udi: Scan()), question, certainty);

    [Theory]
    [InlineData("lot=4711", "possible")]
    [InlineData("lot=lot4711", "possible")]
    [InlineData("serial=LOT4711", "possible")]
    [InlineData("lot=LOT%204711", "possible")]
    [InlineData("lot=711", null)]
    [InlineData("lot=4712", null)]
    [InlineData("lot=LOT_711", null)]
    [InlineData("lot=%25%25%25%25", null)]
    [InlineData("gtin=51022222233336", null)]
    [InlineData("gtin=51022222233336&lot=4711", "possible")]
    public Task A_scan_of_another_agency_is_possible_when_what_is_sought_stands_in_it(string question, string? certainty) =>
        IsAsync(Typed(udi: "+H123Lot4711/$$9"), question, certainty);

    [Theory]
    [InlineData("lot=LOT4711")]
    [InlineData("lot=lot%204711")]
    [InlineData("lot=lot4711/")]
    public Task A_lot_is_found_in_a_scan_with_white_space_in_it(string question) => IsAsync(Typed(udi: "=A99 Lot 4711 / 9"), question, "possible");

    [Theory]
    [InlineData("gtin=51022222233336", "exact")]
    [InlineData("gtin=51022222233336&lot=A1", "possible")]
    [InlineData("gtin=51022222233336&lot=Z9", null)]
    [InlineData("serial=1234", "possible")]
    [InlineData("lot=A1211234", "possible")]
    [InlineData("lot=1211", null)]
    [InlineData("gtin=04006381333931&serial=1234", null)]
    public Task A_scan_that_can_be_read_in_two_ways_is_of_its_model_for_certain_and_of_its_lot_possibly(string question, string? certainty) =>
        IsAsync(Typed(udi: Ambiguous), question, certainty);

    [Fact]
    public async Task What_stands_in_a_scan_that_was_read_whole_is_no_match() => await IsAsync(Scanned("XA213B1X"), "lot=A213B1", null);

    [Theory]
    [InlineData("")]
    [InlineData("?gtin=51022222233336&lot=A1")]
    public async Task The_unread_scan_is_shown(string question)
    {
        await hospital.PlacedAsync(Typed(udi: Ambiguous));
        Assert.Equal(Ambiguous, (await hospital.LedgerAsync(question)).Items.Single().Text("scan"));
    }

    /// <summary>The database finds by conditions of its own what the rule decides about one device at a time.</summary>
    [Fact]
    public async Task The_ledger_holds_exactly_the_devices_that_the_rule_says() =>
        await Gen.Select(AnyDevice.Array[1, 20], AnyQuestion.Array[25]).SampleAsync(async (devices, questions) =>
        {
            var (theirs, placed) = (host.NewHospital(), new Dictionary<Guid, DeviceIdentity>());
            var surgicalCase = await theirs.CaseInOperationAsync();
            foreach (var device in devices)
                placed[await surgicalCase.PlacedAsync(device)] = IdentityOf(device);
            foreach (var sought in questions)
            {
                var expected = placed.Select(p => (p.Key, Certainty: sought.Sought.CertaintyOf(p.Value)))
                    .Where(p => p.Certainty is not null).Select(p => $"{p.Key} {p.Certainty}".ToLowerInvariant());
                var found = (await theirs.LedgerAsync(Ask(sought.Gtin, sought.Lot, sought.Serial, sought.Reference, sought.Maker))).Is(200)
                    .Items.Select(i => $"{i.EntryId()} {i.Text("certainty")}");
                Assert.Equal((sought, string.Join('\n', expected.Order())), (sought, string.Join('\n', found.Order())));
            }
        }, iter: 8, threads: 1,
            print: t => $"{string.Join('\n', t.Item1.Select(d => d.ToJsonString()))}\n{string.Join('\n', (IEnumerable<Question>)t.Item2)}");

    static Gen<T> AnyOf<T>(params T[] items) => Gen.Int[0, items.Length - 1].Select(i => items[i]);

    static DeviceIdentity IdentityOf(JsonObject device) => DeviceReading.Of(new HardwarePlaced
    {
        OccurredAt = new DateTimeOffset(2026, 3, 2, 6, 0, 0, TimeSpan.Zero),
        Udi = device["udi"] is { } scan ? new Scan(scan.ToString()) : null,
        Lot = device["lot"] is { } lot ? new Term(lot.ToString()) : null,
        Serial = device["serial"] is { } serial ? new Term(serial.ToString()) : null,
        Reference = device["reference"] is { } reference ? new Term(reference.ToString()) : null,
        Manufacturer = device["manufacturer"] is { } maker ? new Term(maker.ToString()) : null,
    }).Identity;

    async Task IsAsync(JsonObject device, string question, string? certainty)
    {
        await hospital.PlacedAsync(device);
        Assert.Equal(certainty is null ? [] : [certainty], (await hospital.LedgerAsync($"?{question}")).Is(200).Items.Select(i => i.Text("certainty")));
    }
}
