using CsCheck;
using Periop.Domain.Implants;

namespace Periop.Domain.Tests.Implants;

public class DeviceSoughtTests
{
    const string Gtin = "51022222233336", Other = "40000000000015";

    static readonly Gen<DeviceIdentity> Devices = Gen.Select(
        OneOf(null, Gtin, Other), OneOf(null, "A213B1", "a213 b1", "B2"), Gen.Bool, OneOf(null, "1234", "77"), Gen.Bool,
        OneOf(null, "+H1/A213B1/S1234", "=nothing"),
        (gtin, lot, lotTyped, serial, serialTyped, scan) => new DeviceIdentity(gtin, null, lot, serial, null)
        {
            LotTyped = lot is not null && (lotTyped || gtin is null),
            SerialTyped = serial is not null && (serialTyped || gtin is null),
            UnreadScan = scan,
        });

    static readonly Gen<DeviceSought> Questions = Gen.Select(
        OneOf(null, Gtin, Other), OneOf(null, "A213B1", "b2"), OneOf(null, "1234", "99"), (gtin, lot, serial) => new DeviceSought(gtin, lot, serial));

    [Theory]
    [InlineData(null, "A213B1", null, MatchCertainty.Exact)]
    [InlineData(Gtin, "a213 b1", null, MatchCertainty.Exact)]
    [InlineData(Gtin, null, "1234", MatchCertainty.Exact)]
    [InlineData(Gtin, "A213B2", null, null)]
    [InlineData(Other, "A213B1", null, null)]
    [InlineData(null, null, "1235", null)]
    public void A_device_that_was_scanned_is_the_one_or_another(string? gtin, string? lot, string? serial, MatchCertainty? certainty) =>
        Assert.Equal(certainty, new DeviceSought(gtin, lot, serial).CertaintyOf(new DeviceIdentity(Gtin, null, "A213B1", "1234", null)));

    [Theory]
    [InlineData(Gtin, "A213B1", null, MatchCertainty.Typed)]
    [InlineData(null, "A213B1", null, MatchCertainty.Typed)]
    [InlineData(null, "A213B1", "1234", MatchCertainty.Possible)]
    [InlineData(Gtin, null, null, null)]
    [InlineData(Gtin, "A213B2", null, null)]
    public void Of_a_device_typed_by_hand_the_lot_decides(string? gtin, string? lot, string? serial, MatchCertainty? certainty) =>
        Assert.Equal(certainty, new DeviceSought(gtin, lot, serial).CertaintyOf(new DeviceIdentity(null, "R-1", "A213B1", null, null) { LotTyped = true }));

    [Fact]
    public void A_device_of_the_model_whose_lot_is_not_known_is_possible() =>
        Assert.Equal(MatchCertainty.Possible, new DeviceSought(Gtin, "A213B1", null).CertaintyOf(new DeviceIdentity(Gtin, null, null, "1234", null)));

    [Fact]
    public void A_lot_typed_beside_a_scan_makes_it_typed() =>
        Assert.Equal(MatchCertainty.Typed, new DeviceSought(Gtin, "A213B1", null).CertaintyOf(new DeviceIdentity(Gtin, null, "A213B1", null, null) { LotTyped = true }));

    [Theory]
    [InlineData("a213b1", MatchCertainty.Possible)]
    [InlineData("A213B2", null)]
    [InlineData("B1", null)]
    public void What_stands_in_a_scan_that_could_not_be_read_is_possible_unless_it_is_too_short_to_tell(string lot, MatchCertainty? certainty) =>
        Assert.Equal(certainty, new DeviceSought(null, lot, null).CertaintyOf(new DeviceIdentity(null, null, null, null, null) { UnreadScan = "+H123/$$420020216LOTA213B1/S1" }));

    [Fact]
    public void Asking_for_less_never_loses_a_device() => Gen.Select(Questions, Devices).Sample((sought, device) =>
    {
        if (sought.CertaintyOf(device) is MatchCertainty.Possible or null)
            return;
        foreach (var less in new[] { sought with { Gtin = null }, sought with { Lot = null }, sought with { Serial = null } })
            if (less != new DeviceSought(null, null, null) && (less.Lot ?? less.Serial ?? device.Gtin) is not null)
                Assert.True(less.CertaintyOf(device) is MatchCertainty.Exact or MatchCertainty.Typed, $"{less} loses {device}, which {sought} finds");
    });

    [Fact]
    public void What_is_known_and_different_excludes() => Gen.Select(Questions, Devices).Sample((sought, device) =>
    {
        var contradicts = Differ(sought.Gtin, device.Gtin) || Differ(sought.Lot, device.Lot) || Differ(sought.Serial, device.Serial);
        if (contradicts)
            Assert.Null(sought.CertaintyOf(device));
    });

    [Fact]
    public void A_device_is_exactly_what_its_own_scan_says() => Devices.Where(d => d is { Gtin: not null, LotTyped: false, SerialTyped: false })
        .Sample(device => Assert.Equal(MatchCertainty.Exact, new DeviceSought(device.Gtin, device.Lot, device.Serial).CertaintyOf(device)));

    static Gen<string?> OneOf(params string?[] texts) => Gen.Int[0, texts.Length - 1].Select(index => texts[index]);

    static bool Differ(string? one, string? other) => one is not null && other is not null && DeviceSought.Key(one) != DeviceSought.Key(other);
}
