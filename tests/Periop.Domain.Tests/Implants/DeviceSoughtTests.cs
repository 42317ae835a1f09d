using Periop.Domain.Cases;
using Periop.Domain.Implants;
using Periop.Domain.Text;

namespace Periop.Domain.Tests.Implants;

/// <summary>How certain a device is the one that is sought.</summary>
public class DeviceSoughtTests
{
    const string Gtin = "51022222233336", OtherGtin = "04006381333931";

    static readonly DeviceIdentity
        Scanned = Of("(01)51022222233336(10)A213B1(21)1234"),
        OfModelAlone = Of("(01)51022222233336"),
        WithTypedLot = Of("(01)51022222233336(21)1234", lot: "A213B1"),
        Typed = Of(lot: "A213B1", serial: "1234"),
        TypedLot = Of(lot: "A213B1"),
        OfAnother = Of("+H123A213B1/$$1234"),
        OfAnotherWithTypedLot = Of("+H123B2/$$1234", lot: "A213B1"),
        Ambiguous = Of("015102222223333610A1211234"),
        Unknown = Of();

    public static TheoryData<string?, string?, string?> Combinations => new(
        from gtin in new[] { null, Gtin } from lot in new[] { null, "A213B1" } from serial in new[] { null, "1234" } select (gtin, lot, serial));

    [Theory]
    [MemberData(nameof(Combinations))]
    public void A_scanned_device_is_exactly_what_its_scan_says_in_any_combination(string? gtin, string? lot, string? serial) =>
        Is(MatchCertainty.Exact, Scanned, gtin, lot, serial);

    [Theory]
    [InlineData(OtherGtin, null, null)]
    [InlineData(null, "A213B2", null)]
    [InlineData(null, null, "1235")]
    [InlineData(OtherGtin, "A213B1", "1234")]
    [InlineData(Gtin, "A213B2", "1234")]
    [InlineData(Gtin, "A213B1", "01234")]
    [InlineData(null, "A213B", null)]
    [InlineData(null, "1234", "A213B1")]
    public void One_part_that_differs_makes_it_another_device(string? gtin, string? lot, string? serial) => Is(null, Scanned, gtin, lot, serial);

    [Theory]
    [InlineData("a213b1")]
    [InlineData(" A213B1 ")]
    [InlineData("A 213 b1")]
    [InlineData("A213\u00A0B1\u3000")]
    public void Lots_and_serial_numbers_are_compared_regardless_of_case_and_white_space(string text)
    {
        Is(MatchCertainty.Exact, Scanned, null, text, null);
        Is(MatchCertainty.Exact, Of("(01)51022222233336(21)A213B1"), null, null, text);
        Is(MatchCertainty.Typed, Of(lot: text), null, "A213B1", null);
    }

    [Fact]
    public void A_lot_is_no_serial_number() => Is(null, Of(lot: "A213B1", serial: "1234"), null, "1234", null);

    [Theory]
    [InlineData(null, "A213B1", null)]
    [InlineData(Gtin, "A213B1", null)]
    [InlineData(null, "A213B1", "1234")]
    public void A_lot_typed_beside_a_scan_is_typed(string? gtin, string? lot, string? serial) => Is(MatchCertainty.Typed, WithTypedLot, gtin, lot, serial);

    [Theory]
    [InlineData(Gtin, null, null)]
    [InlineData(null, null, "1234")]
    public void What_was_typed_and_is_not_sought_is_no_matter(string? gtin, string? lot, string? serial) =>
        Is(MatchCertainty.Exact, WithTypedLot, gtin, lot, serial);

    [Theory]
    [InlineData(Gtin, "A213B1", null)]
    [InlineData(Gtin, null, "1234")]
    [InlineData(Gtin, "A213B1", "1234")]
    public void Of_a_device_typed_by_hand_the_lot_or_serial_number_decides(string? gtin, string? lot, string? serial) =>
        Is(MatchCertainty.Typed, Typed, gtin, lot, serial);

    [Fact]
    public void A_device_typed_by_hand_is_of_no_model_that_is_sought_alone() => Is(null, Typed, Gtin, null, null);

    [Theory]
    [InlineData(Gtin, "A213B1", null)]
    [InlineData(Gtin, null, "1234")]
    [InlineData(Gtin, "A213B1", "1234")]
    public void A_device_of_the_model_whose_lot_or_serial_number_is_not_known_is_possible(string? gtin, string? lot, string? serial) =>
        Is(MatchCertainty.Possible, OfModelAlone, gtin, lot, serial);

    [Theory]
    [InlineData(null, "A213B1", null)]
    [InlineData(null, null, "1234")]
    [InlineData(OtherGtin, "A213B1", null)]
    public void A_device_of_which_nothing_that_is_sought_is_known_is_none(string? gtin, string? lot, string? serial) =>
        Is(null, OfModelAlone, gtin, lot, serial);

    [Fact]
    public void A_lot_that_agrees_is_possible_while_the_serial_number_is_not_known() => Is(MatchCertainty.Possible, TypedLot, null, "A213B1", "1234");

    [Fact]
    public void A_serial_number_that_differs_outweighs_a_lot_that_agrees() => Is(null, Typed, null, "A213B1", "9");

    [Theory]
    [InlineData(null, "A213B1", null, true)]
    [InlineData(null, "a 213b1", null, true)]
    [InlineData(null, null, "1234", true)]
    [InlineData(Gtin, "A213B1", null, true)]
    [InlineData(null, "XXXX", "1234", true)]
    [InlineData(null, "213", null, false)]
    [InlineData(null, "XXXX", null, false)]
    [InlineData(Gtin, null, null, false)]
    public void In_a_scan_that_was_not_read_what_stands_in_it_is_possible(string? gtin, string? lot, string? serial, bool found) =>
        Is(found ? MatchCertainty.Possible : null, OfAnother, gtin, lot, serial);

    [Theory]
    [InlineData("=A99 A213 B1")]
    [InlineData("=A99\u001DA213\tB1")]
    public void White_space_in_a_scan_hides_nothing(string scan) => Is(MatchCertainty.Possible, Of(scan), null, "A213B1", null);

    [Fact]
    public void A_lot_typed_beside_an_unread_scan_hides_nothing_that_stands_in_it()
    {
        Is(MatchCertainty.Typed, OfAnotherWithTypedLot, null, "A213B1", null);
        Is(MatchCertainty.Possible, OfAnotherWithTypedLot, null, "C3C3", "1234");
        Is(null, OfAnotherWithTypedLot, null, "C3C3", "9999");
        Is(MatchCertainty.Possible, OfAnotherWithTypedLot, null, null, "1234");
    }

    [Fact]
    public void A_scan_with_a_doubt_is_of_its_model_and_may_be_of_each_lot_that_it_can_be_read_as()
    {
        Is(MatchCertainty.Exact, Ambiguous, Gtin, null, null);
        Is(MatchCertainty.Possible, Ambiguous, Gtin, "A1", null);
        Is(MatchCertainty.Possible, Ambiguous, null, "A1211234", null);
        Is(null, Ambiguous, Gtin, "Z9", null);
        Is(null, Ambiguous, null, "1211", null);
        Is(MatchCertainty.Possible, Ambiguous, Gtin, null, "9");
        Is(MatchCertainty.Possible, Ambiguous, null, null, "1234");
        Is(null, Ambiguous, OtherGtin, null, "1234");
    }

    [Fact]
    public void Where_nothing_is_sought_every_device_is_one()
    {
        Is(MatchCertainty.Exact, Scanned, null, null, null);
        Is(MatchCertainty.Typed, WithTypedLot, null, null, null);
        Is(MatchCertainty.Typed, Typed, null, null, null);
        Is(MatchCertainty.Possible, Unknown, null, null, null);
        Is(MatchCertainty.Possible, OfAnother, null, null, null);
    }

    [Theory]
    [InlineData("40170725", "00000040170725")]
    [InlineData("036000291452", "00036000291452")]
    [InlineData("4006381333931", OtherGtin)]
    [InlineData(Gtin, Gtin)]
    public void A_model_has_fourteen_digits_however_many_stand_on_the_label(string label, string gtin) =>
        Assert.Equal(gtin, Periop.Domain.Implants.Gtin.Read(label));

    [Theory]
    [InlineData("")]
    [InlineData("51022222233337")]
    [InlineData("5102222223333")]
    [InlineData("051022222233336")]
    [InlineData("00000000000000000")]
    [InlineData("4006381333931 ")]
    [InlineData("400638133393a")]
    [InlineData("\u0665102222223333\u0666")]
    public void What_is_no_model_is_none(string label) => Assert.Null(Periop.Domain.Implants.Gtin.Read(label));

    [Fact]
    public void A_lot_typed_otherwise_than_the_scan_says_is_looked_for_as_well()
    {
        var device = Of("(01)51022222233336(10)A213B1", lot: "A213BI");
        Is(MatchCertainty.Possible, device, Gtin, "A213B1", null);
        Is(MatchCertainty.Possible, device, null, "a213bi", null);
        Is(null, device, Gtin, "Z9", null);
        Is(MatchCertainty.Exact, device, Gtin, null, null);
    }

    [Fact]
    public void A_lot_typed_as_a_scan_with_a_doubt_may_say_is_typed_and_the_others_stay_possible()
    {
        var device = Of("015102222223333610A1211234", lot: "a1");
        Is(MatchCertainty.Typed, device, Gtin, "A1", null);
        Is(MatchCertainty.Possible, device, null, "A1211234", null);
        Is(null, device, Gtin, "Z9", null);
    }

    [Theory]
    [InlineData("A213B1\u200b")]
    [InlineData("\uFEFFA213\u00ADB1")]
    [InlineData("\uFF21\uFF12\uFF11\uFF13\uFF22\uFF11")]
    [InlineData("\uFF41\u3000213\u2060b\uFE0F1")]
    public void What_nobody_sees_and_wide_letters_and_digits_make_no_difference(string text)
    {
        Is(MatchCertainty.Typed, Of(lot: text), null, "A213B1", null);
        Is(MatchCertainty.Exact, Scanned, null, text, null);
    }

    [Fact]
    public void A_text_of_which_nothing_is_to_be_seen_is_not_known() => Is(MatchCertainty.Possible, Of("(01)51022222233336", lot: "\u200b"), Gtin, "A1", null);

    [Theory]
    [InlineData("4006381333931", OtherGtin)]
    [InlineData("036000291452", "00036000291452")]
    [InlineData("40170725", "00000040170725")]
    public void A_bare_barcode_is_found_by_its_digits(string scan, string gtin)
    {
        Is(MatchCertainty.Exact, Of(scan), gtin, null, null);
        Is(MatchCertainty.Possible, Of(scan), gtin, "A1", null);
    }

    [Fact]
    public void A_bare_barcode_that_is_a_lot_which_happens_to_check_is_found_as_that_lot() =>
        Is(MatchCertainty.Possible, Of("40170725"), Gtin, "40170725", null);

    [Fact]
    public void A_model_is_found_in_an_unread_scan_without_the_noughts_before_it() =>
        Is(MatchCertainty.Possible, Of("ITEM 4006381333931 LOT 9"), OtherGtin, null, null);

    [Theory]
    [InlineData("SET-55", "Acme", "set-55", "Acme Ltd", MatchCertainty.Typed)]
    [InlineData("SET-55", null, "SET-55", "Acme", MatchCertainty.Typed)]
    [InlineData("SET-55", "Acme", "SET-55", null, MatchCertainty.Possible)]
    [InlineData("SET-55", "Acme", "SET-55", "Other", null)]
    [InlineData("SET-55", null, "SET-56", null, null)]
    [InlineData("SET-55", null, null, "Acme", null)]
    public void A_catalogue_number_alone_finds_what_was_typed_with_it(
        string reference, string? maker, string? typed, string? typedMaker, MatchCertainty? certainty) =>
        Assert.Equal(certainty, new DeviceSought(null, (string?)null, null, maker, reference).CertaintyOf(Made(typed, typedMaker)));

    [Theory]
    [InlineData("Acme", "A1", MatchCertainty.Typed)]
    [InlineData("Other", "A1", null)]
    [InlineData("Acme", null, null)]
    [InlineData(null, "A1", MatchCertainty.Typed)]
    public void A_maker_of_many_models_names_none_beside_a_lot(string? maker, string? lot, MatchCertainty? certainty) =>
        Assert.Equal(certainty, new DeviceSought(null, "A1", null, "Acme").CertaintyOf(new DeviceIdentity(null, null, lot, null, null)
        { Manufacturer = maker, LotTyped = lot is not null }));

    [Fact]
    public void Where_model_and_catalogue_number_contradict_each_other_nobody_rules_it_out()
    {
        var sought = new DeviceSought(Gtin, (string?)null, null, null, "SET-55");
        Assert.Equal(MatchCertainty.Possible, sought.CertaintyOf(Made("SET-56", null, Gtin)));
        Assert.Equal(MatchCertainty.Possible, sought.CertaintyOf(Made("SET-55", null, OtherGtin)));
        Assert.Null(sought.CertaintyOf(Made("SET-56", null, OtherGtin)));
        Assert.Equal(MatchCertainty.Exact, sought.CertaintyOf(Made(null, null, Gtin)));
    }

    [Fact]
    public void Of_a_list_one_is_enough()
    {
        var sought = new DeviceSought(Gtin, ["B2", "A213B1"], []);
        Assert.Equal(MatchCertainty.Exact, sought.CertaintyOf(Scanned));
        Assert.Equal(MatchCertainty.Typed, sought.CertaintyOf(TypedLot));
        Assert.Equal(MatchCertainty.Possible, sought.CertaintyOf(OfModelAlone));
        Assert.Null(new DeviceSought(Gtin, ["B2", "C3"], []).CertaintyOf(Scanned));
    }

    static DeviceIdentity Made(string? reference, string? maker, string? gtin = null) => new(gtin, reference, null, null, null) { Manufacturer = maker };

    static void Is(MatchCertainty? certainty, DeviceIdentity device, string? gtin, string? lot, string? serial) =>
        Assert.Equal(certainty, new DeviceSought(gtin, lot, serial).CertaintyOf(device));

    static DeviceIdentity Of(string? udi = null, string? lot = null, string? serial = null) => DeviceReading.Of(new HardwarePlaced
    {
        OccurredAt = new DateTimeOffset(2026, 3, 2, 6, 0, 0, TimeSpan.Zero),
        Udi = udi is null ? null : new Scan(udi),
        Lot = lot is null ? null : new Term(lot),
        Serial = serial is null ? null : new Term(serial),
    }).Identity;
}
