using Periop.Domain.Cases;
using Periop.Domain.Text;
using static Periop.Domain.Tests.Steps;

namespace Periop.Domain.Tests.Cases.Flags;

public class ImplantFlagTests
{
    static CaseStory Incised => CaseStory.Scheduled().Incised();

    [Fact, Raises("implant-expired")]
    public void A_device_placed_the_day_after_its_expiry_is_flagged() =>
        Assert.Contains("implant-expired", Incised.At("10:00", Screw(expiry: new DateOnly(2026, 3, 1))).Codes);

    [Fact, Raises("implant-expired")]
    public void A_device_whose_scan_says_that_it_expired_is_flagged() =>
        Assert.Contains("implant-expired", Incised.At("10:00", Screw(udi: "(01)51022222233336(17)260301")).Codes);

    [Fact, NearMissOf("implant-expired")]
    public void A_device_placed_on_the_day_of_its_expiry_is_in_order() =>
        Assert.DoesNotContain("implant-expired", Incised.At("10:00", Screw(expiry: new DateOnly(2026, 3, 2))).Codes);

    [Fact, Raises("serial-twice")]
    public void The_same_serial_of_the_same_device_placed_twice_is_flagged() =>
        Assert.Contains("serial-twice", Incised.At("10:00", Screw("S-1", "R-1")).At("10:10", Screw("S-1", "R-1")).Codes);

    [Fact, NearMissOf("serial-twice")]
    public void The_same_serial_of_another_device_is_in_order() =>
        Assert.DoesNotContain("serial-twice", Incised.At("10:00", Screw("S-1", "R-1")).At("10:10", Screw("S-1", "R-2")).Codes);

    [Fact, Raises("serial-twice")]
    public void The_same_scan_twice_is_flagged() =>
        Assert.Contains("serial-twice",
            Incised.At("10:00", Screw(udi: "(01)51022222233336(21)1234")).At("10:10", Screw(udi: "(21)1234(01)51022222233336")).Codes);

    [Fact, NearMissOf("serial-twice")]
    public void The_same_serial_of_another_model_is_in_order() =>
        Assert.DoesNotContain("serial-twice",
            Incised.At("10:00", Screw(udi: "(01)51022222233336(21)1234")).At("10:10", Screw(udi: "(01)00000000000017(21)1234")).Codes);

    [Fact, Raises("udi-unreadable")]
    public void A_scan_with_a_wrong_check_digit_is_flagged() =>
        Assert.Contains("udi-unreadable", Incised.At("10:00", Screw(udi: "(01)51022222233337(10)A213B1")).Codes);

    [Fact, Raises("udi-unreadable")]
    public void A_scan_without_separators_is_flagged_when_it_can_be_read_in_two_ways() =>
        Assert.Contains("udi-unreadable", Incised.At("10:00", Screw(udi: "015102222223333610A213B1211234")).Codes);

    [Fact, NearMissOf("udi-unreadable")]
    public void A_scan_that_can_be_read_is_in_order() =>
        Assert.DoesNotContain("udi-unreadable", Incised.At("10:00", Screw(udi: "(01)51022222233336(10)A213B1")).Codes);

    [Fact, NearMissOf("udi-unreadable")]
    public void A_scan_of_another_agency_is_in_order() =>
        Assert.DoesNotContain("udi-unreadable",
            Incised.At("10:00", Screw(udi: "+H123PARTNO1234567890120/$$420020216LOT123456789012345/SXYZ456789012345678")).Codes);

    [Fact, NearMissOf("udi-unreadable")]
    public void A_device_that_was_not_scanned_is_in_order() => Assert.DoesNotContain("udi-unreadable", Incised.At("10:00", Screw("S-1", "R-1")).Codes);

    [Fact]
    public void A_scan_that_cannot_be_read_is_kept_as_it_is() =>
        Assert.Equal("  01nosense ", ((HardwarePlaced)Incised.At("10:00", Screw(udi: "  01nosense "), out var screw)[screw].Event).Udi?.Value);

    [Theory]
    [InlineData("01510222222333361715130710A213B1\u001D211234")]
    [InlineData("https://example.org/instructions-for-use?language=en")]
    [InlineData("]d2")]
    public void A_scan_that_cannot_be_read_is_recorded_and_flagged_and_stops_nobody(string udi)
    {
        var recorded = Expect.Recorded(Incised.When("10:00", Screw(udi: udi)));
        Assert.Equal(["udi-unreadable"], recorded.Receipt.Flags.Select(f => f.Code));
    }

    [Fact, Raises("udi-unreadable")]
    public void The_longest_symbol_scanned_by_mistake_is_kept()
    {
        var symbol = new string('7', Scan.MaxLength);
        Assert.Equal(symbol, Scan.Read(symbol)?.Value);
        Assert.Contains("udi-unreadable", Incised.At("10:00", Screw(udi: symbol)).Codes);
    }

    [Fact, NearMissOf("serial-twice")]
    public void A_device_taken_out_and_placed_again_is_in_order() =>
        Assert.DoesNotContain("serial-twice", Incised
            .At("10:00", Screw("S-1", "R-1"), out var first).At("10:05", new RemoveHardware(first)).At("10:10", Screw("S-1", "R-1")).Codes);

    [Theory, Raises("scan-differs")]
    [InlineData("A213B2", null, null)]
    [InlineData(null, "1235", null)]
    [InlineData(null, null, "2028-07-08")]
    public void A_device_typed_otherwise_than_its_scan_says_is_flagged(string? lot, string? serial, string? expiry) =>
        Assert.Contains("scan-differs", Incised.At("10:00", Typed(lot, serial, expiry)).Codes);

    [Theory, NearMissOf("scan-differs")]
    [InlineData("a213 b1", "1234", "2028-07-07")]
    [InlineData(null, null, null)]
    public void A_device_typed_as_its_scan_says_is_in_order(string? lot, string? serial, string? expiry) =>
        Assert.DoesNotContain("scan-differs", Incised.At("10:00", Typed(lot, serial, expiry)).Codes);

    [Fact, NearMissOf("scan-differs")]
    public void What_was_typed_beside_a_scan_that_does_not_say_it_is_in_order() =>
        Assert.DoesNotContain("scan-differs", Incised.At("10:00", Screw("1234", udi: "(01)51022222233336(10)A213B1")).Codes);

    [Fact, Raises("scan-differs")]
    public void A_lot_typed_that_a_scan_with_a_doubt_cannot_say_is_flagged() =>
        Assert.Contains("scan-differs", Incised.At("10:00", Screw(udi: "015102222223333610A213B1211234") with { Lot = new Term("Z9") }).Codes);

    [Fact, NearMissOf("scan-differs")]
    public void A_lot_typed_that_a_scan_with_a_doubt_may_say_is_in_order() =>
        Assert.DoesNotContain("scan-differs", Incised.At("10:00", Screw(udi: "015102222223333610A213B1211234") with { Lot = new Term("a213b1") }).Codes);

    [Fact, Raises("placement-unknown")]
    public void A_device_taken_out_that_nobody_recorded_placing_is_flagged() =>
        Assert.Contains("placement-unknown", Incised.At("10:00", new RemoveHardware { Kind = HardwareKind.Rod }).Codes);

    [Fact, NearMissOf("placement-unknown")]
    public void A_device_placed_here_and_taken_out_again_is_in_order() =>
        Assert.DoesNotContain("placement-unknown", Incised.At("10:00", Screw("S-1", "R-1"), out var screw).At("10:05", new RemoveHardware(screw)).Codes);

    static PlaceHardware Typed(string? lot, string? serial, string? expiry) =>
        Screw(serial, udi: "(01)51022222233336(17)280707(10)A213B1(21)1234", expiry: expiry is null ? null : DateOnly.Parse(expiry))
            with
        { Lot = lot is null ? null : new Term(lot) };
}
