using Periop.Domain.Cases;
using Periop.Domain.Implants;
using Periop.Domain.Text;

namespace Periop.Domain.Tests.Implants;

public class UdiTests
{
    const string Gtin = "51022222233336";

    /// <summary>The example that barcodefaq.com/udi/gs1 gives, in all its forms.</summary>
    static readonly Udi.Gs1 Example = new(Gtin, "A213B1", "1234", new DateOnly(2015, 7, 7), new DateOnly(2014, 12, 31));

    [Theory]
    [InlineData("(01)51022222233336(11)141231(17)150707(10)A213B1(21)1234")]
    [InlineData("(21)1234(10)A213B1(17)150707(11)141231(01)51022222233336")]
    [InlineData("(01) 51022222233336 (11) 141231 (17) 150707 (10) A213B1 (21) 1234")]
    [InlineData("0151022222233336111412311715070710A213B1\u001D211234")]
    [InlineData("0151022222233336111412311715070710A213B1\u001D211234\u001D")]
    [InlineData("]d20151022222233336111412311715070710A213B1\u001D211234")]
    [InlineData("]C10151022222233336111412311715070710A213B1\u001D211234")]
    [InlineData("]e00151022222233336111412311715070710A213B1\u001D211234")]
    [InlineData("]Q30151022222233336111412311715070710A213B1\u001D211234")]
    [InlineData("\u001D0151022222233336\u001D11141231\u001D17150707\u001D10A213B1\u001D211234\u001D")]
    [InlineData("]C1(01)51022222233336(11)141231(17)150707(10)A213B1(21)1234")]
    [InlineData("01510222222333362001301\u001D1114123117150707211234\u001D10A213B1")]
    [InlineData("0151022222233336111412310151022222233336211234\u001D1715070710A213B1")]
    [InlineData("]d2\u001D0151022222233336111412311715070710A213B1\u001D211234")]
    [InlineData("01510222222333361114123117150707211234\u001D10A213B1")]
    [InlineData("10A213B1\u001D211234\u001D015102222223333611141231\u001D17150707")]
    [InlineData("0151022222233336111412311715070710A213B1\u001D211234\r\n")]
    [InlineData("0151022222233336111412311715070710A213B1\u001D24045-6/7\u001D211234")]
    public void An_element_string_reads_the_same_in_every_form(string scan) => Assert.Equal(Example, Udi.Read(scan, 2026));

    [Fact]
    public void A_device_identifier_alone_is_enough() => Assert.Equal(new Udi.Gs1(Gtin, null, null, null, null), Udi.Read("01" + Gtin, 2026));

    [Theory]
    [InlineData("10A21173\u001D0151022222233336", "A21173")]
    [InlineData("015102222223333610A1728070721\u001D", "A1728070721")]
    [InlineData("(01)51022222233336(10)A2117", "A2117")]
    [InlineData("01510222222333361021A17", "21A17")]
    [InlineData("015102222223333610A213B1211234\u001D", "A213B1211234")]
    [InlineData("211234\u001D015102222223333610A1728070721", "A1728070721")]
    public void A_lot_may_contain_what_looks_like_an_identifier(string scan, string lot) => Assert.Equal(lot, Gs1(scan).Lot);

    [Theory]
    [InlineData("015102222223333610ab-3C")]
    [InlineData("(01)51022222233336(10)ab-3C")]
    public void A_lot_keeps_its_lower_case(string scan) => Assert.Equal("ab-3C", Gs1(scan).Lot);

    [Theory]
    [InlineData("015102222223333610A(2)B\u001D", "A(2)B")]
    [InlineData("015102222223333610A(21)B\u001D", "A(21)B")]
    [InlineData("(01)51022222233336(10)A)B", "A)B")]
    public void A_lot_may_contain_brackets(string scan, string lot) => Assert.Equal(lot, Gs1(scan).Lot);

    [Theory]
    [InlineData("(01)51022222233336(10)A(2)B", "the brackets do not hold an identifier of two to four digits")]
    [InlineData("(01)51022222233336(10)A(B)C", "the brackets do not hold an identifier of two to four digits")]
    [InlineData("(01)51022222233336(10)A(55)B", "(55) is no known identifier")]
    [InlineData("(01)51022222233336(10)A(17)B", "the value behind (17) is not 6 digits")]
    [InlineData("(01)51022222233336(10)A(21)", "the value behind (21) is not 1 to 20 characters")]
    public void A_printed_lot_with_brackets_of_its_own_is_not_cut_short(string scan, string reason) =>
        Assert.Equal(new Udi.Unreadable(scan, reason), Udi.Read(scan, 2026));

    [Theory]
    [InlineData("]d2\u001D0151022222233336111412311715070710A213B1211234")]
    [InlineData("0151022222233336\u001D1114123117150707\u001D10A213B1211234")]
    public void A_separator_elsewhere_does_not_show_where_a_lot_ends(string scan) =>
        Assert.Equal((null, null, "no separator tells where the value behind (10) ends"), (Gs1(scan).Lot, Gs1(scan).Serial, Gs1(scan).Doubt));

    [Theory]
    [InlineData("01510222222333361715070710ABCDEFGHIJ21123456789012")]
    [InlineData("01510222222333361715070710ABCDEFGHIJKLMNOPQRST211234")]
    public void What_is_too_long_because_it_hides_another_costs_neither_the_model_nor_the_expiry(string scan) =>
        Assert.Equal(
            new Udi.Gs1(Gtin, null, null, new DateOnly(2015, 7, 7), null) { Doubt = "no separator tells where the value behind (10) ends" }, Gs1(scan));

    [Theory]
    [InlineData("015102222223333610AB24045-6/7")]
    [InlineData("015102222223333610AB3012")]
    [InlineData("015102222223333610AB11280707")]
    public void A_lot_that_may_hide_another_element_is_not_guessed(string scan) => Assert.Null(Gs1(scan).Lot);

    [Theory]
    [InlineData("015102222223333610AB240", "AB240")]
    [InlineData("015102222223333610AB3012C", "AB3012C")]
    [InlineData("015102222223333610AB1128070", "AB1128070")]
    [InlineData("015102222223333610AB10C", "AB10C")]
    [InlineData("01510222222333361728070710AB17280707", "AB17280707")]
    public void A_lot_that_hides_none_is_read(string scan, string lot) => Assert.Equal(lot, Gs1(scan).Lot);

    [Fact]
    public void A_count_that_may_hide_a_lot_is_not_guessed() => Assert.NotNull(Gs1("0151022222233336" + "301" + "10LOT").Doubt);

    [Fact]
    public void Without_a_separator_between_lot_and_serial_neither_is_guessed()
    {
        var read = Gs1("0151022222233336111412311715070710A213B1211234");
        Assert.Equal((null, null), (read.Lot, read.Serial));
    }

    [Fact]
    public void Without_a_separator_between_lot_and_serial_the_doubt_is_stated() =>
        Assert.Equal("no separator tells where the value behind (10) ends", Gs1("0151022222233336111412311715070710A213B1211234").Doubt);

    [Fact]
    public void Without_a_separator_between_lot_and_serial_the_rest_is_read() =>
        Assert.Equal(
            (Gtin, new DateOnly(2015, 7, 7)),
            (Gs1("0151022222233336111412311715070710A213B1211234").Gtin, Gs1("0151022222233336111412311715070710A213B1211234").Expiry));

    [Fact]
    public void A_lot_that_may_hide_an_expiry_is_not_guessed() => Assert.Null(Gs1("015102222223333610AB17280707").Lot);

    [Fact]
    public void A_lot_that_hides_nothing_needs_no_separator() => Assert.Equal("AB-345", Gs1("015102222223333610AB-345").Lot);

    [Theory]
    [InlineData("(01)51022222233337(11)141231(17)150707(10)A213B1(21)1234", "the check digit behind (01) is wrong")]
    [InlineData("0151022222233337111412311715070710A213B1\u001D211234", "the check digit behind (01) is wrong")]
    [InlineData("01510222222333317150707", "the check digit behind (01) is wrong")]
    [InlineData("015102222223333610A23456789B23456789C23\u001D211234", "the value behind (10) is not 1 to 20 characters")]
    [InlineData("015102222223333617151307", "the date behind (17) does not exist")]
    [InlineData("015102222223333610\u001D211234", "the value behind (10) is not 1 to 20 characters")]
    [InlineData("015102222223333610A\u001D10B", "(10) stands there twice")]
    [InlineData("(01)51022222233336(01)00000000000017", "(01) stands there twice")]
    [InlineData("015102222223333617150\u001D707", "the value behind (17) has a character that GS1 does not allow")]
    [InlineData("(01)51022222233336(30)A", "the value behind (30) is not 1 to 8 digits")]
    [InlineData("015102222223333610A213B1<GS>", "the value behind (10) has a separator written out")]
    [InlineData("(01)5102222223333(17)150707", "the value behind (01) is not 14 digits")]
    [InlineData("(01)51022222233336(10)A23456789012345678901", "the value behind (10) is not 1 to 20 characters")]
    [InlineData("(01)51022222233336(10)", "the value behind (10) is not 1 to 20 characters")]
    [InlineData("(01)51022222233336(17)151307", "the date behind (17) does not exist")]
    [InlineData("(01)51022222233336(17)150007", "the date behind (17) does not exist")]
    [InlineData("(01)51022222233336(11)150229", "the date behind (11) does not exist")]
    [InlineData("(01)51022222233336(17)15070", "the value behind (17) is not 6 digits")]
    [InlineData("(01)51022222233336(10)A(10)B", "(10) stands there twice")]
    [InlineData("(01)51022222233336(10)LÖS", "the value behind (10) has a character that GS1 does not allow")]
    [InlineData("(01)51022222233336(LOT)A", "the brackets do not hold an identifier of two to four digits")]
    [InlineData("(01)51022222233336(10", "the brackets do not hold an identifier of two to four digits")]
    [InlineData("(10)A213B1(21)1234", "it names no device (01)")]
    [InlineData("015102222223333617150707" + "88A", "it is no element string of known identifiers")]
    [InlineData("screw, left", "it is no element string of known identifiers")]
    [InlineData("]d2", "it names no device (01)")]
    [InlineData("", "it names no device (01)")]
    public void What_is_no_identifier_says_why(string scan, string reason) => Assert.Equal(new Udi.Unreadable(scan, reason), Udi.Read(scan, 2026));

    [Theory]
    [InlineData("+A99912345/$$52001510X3", Issuer.Hibcc)]
    [InlineData("]C0+A99912345/9901510X3", Issuer.Hibcc)]
    [InlineData("*+A99912345/9901510X3*", Issuer.Hibcc)]
    [InlineData("=/A9999XYZ100T0944=,000025=A99971312345600=>014032", Issuer.Iccbba)]
    public void Strings_of_other_agencies_are_kept_as_they_are(string scan, Issuer issuer) =>
        Assert.Equal(new Udi.OtherIssuer(issuer, scan), Udi.Read(scan, 2026));

    [Theory]
    [InlineData("280200", 2028, 2, 29)]
    [InlineData("270200", 2027, 2, 28)]
    [InlineData("261200", 2026, 12, 31)]
    [InlineData("000200", 2000, 2, 29)]
    public void Day_nought_is_the_last_of_the_month(string digits, int year, int month, int day)
    {
        var read = Gs1($"(01){Gtin}(11){digits}(17){digits}");
        Assert.Equal((new DateOnly(year, month, day), new DateOnly(year, month, day)), (read.Production, read.Expiry));
    }

    [Theory]
    [InlineData(2026, "76", 2076)]
    [InlineData(2026, "77", 1977)]
    [InlineData(2026, "99", 1999)]
    [InlineData(2026, "00", 2000)]
    [InlineData(2051, "01", 2101)]
    [InlineData(2051, "02", 2002)]
    [InlineData(2090, "40", 2140)]
    [InlineData(2090, "41", 2041)]
    [InlineData(1999, "00", 2000)]
    public void A_year_is_49_before_to_50_after_the_year_of_the_scan(int referenceYear, string digits, int year) =>
        Assert.Equal(year, Assert.IsType<Udi.Gs1>(Udi.Read($"(01){Gtin}(17){digits}0707", referenceYear)).Expiry?.Year);

    [Theory]
    [InlineData("5102222223333", 6)]
    [InlineData("0000000000001", 7)]
    [InlineData("629104150021", 3)]
    [InlineData("0", 0)]
    public void A_check_digit_is_worked_out_from_the_right(string digits, int check) => Assert.Equal(check, Domain.Implants.Gtin.CheckDigit(digits));

    [Theory]
    [InlineData("")]
    [InlineData("12a")]
    [InlineData("١٢٣")]
    public void What_is_not_digits_has_no_check_digit(string digits) => Assert.Null(Domain.Implants.Gtin.CheckDigit(digits));

    [Theory]
    [InlineData("51022222233336", true)]
    [InlineData("51022222233337", false)]
    [InlineData("6291041500213", false)]
    [InlineData("06291041500213", true)]
    public void A_device_model_has_14_digits_that_check(string gtin, bool valid) => Assert.Equal(valid, Domain.Implants.Gtin.IsValid(gtin));

    [Fact]
    public void The_scan_wins_over_what_was_typed() =>
        Assert.Equal("A213B1", IdentityOf(Placed($"(01){Gtin}(10)A213B1") with { Lot = new Term("A213BI") }).Lot);

    [Fact]
    public void What_was_typed_fills_the_gaps_of_the_scan() =>
        Assert.Equal(new DeviceIdentity(Gtin, "R-1", "A213B1", "1234", new DateOnly(2028, 7, 7)) { SerialTyped = true },
            IdentityOf(Placed($"(01){Gtin}(10)A213B1") with { Reference = new Term("R-1"), Serial = new Term("1234"), Expiry = new DateOnly(2028, 7, 7) }));

    [Fact]
    public void Of_a_scan_that_cannot_be_read_only_what_was_typed_is_known() =>
        Assert.Equal(new DeviceIdentity(null, null, "A213B1", null, null) { LotTyped = true, UnreadScan = "(01)51022222233337(21)1234" },
            IdentityOf(Placed("(01)51022222233337(21)1234") with { Lot = new Term("A213B1") }));

    [Fact]
    public void The_century_is_settled_by_the_day_of_the_operation() =>
        Assert.Equal(2049, IdentityOf(Placed($"(01){Gtin}(17)490707") with { OccurredAt = CaseStory.Time("08:00") }).Expiry?.Year);

    static DeviceIdentity IdentityOf(HardwarePlaced placed) => DeviceReading.Of(placed).Identity;

    static HardwarePlaced Placed(string udi) => new() { Udi = new Scan(udi), OccurredAt = CaseStory.Time("10:00") };

    static Udi.Gs1 Gs1(string scan) => Assert.IsType<Udi.Gs1>(Udi.Read(scan, 2026));
}
