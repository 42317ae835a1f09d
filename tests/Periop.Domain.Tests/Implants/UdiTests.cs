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
        Assert.Equal((Gtin, null, null, new DateOnly(2015, 7, 7), "no separator tells where the value behind (10) ends"),
            (Gs1(scan).Gtin, Gs1(scan).Lot, Gs1(scan).Serial, Gs1(scan).Expiry, Gs1(scan).Doubt));

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
    public void The_scan_is_shown_rather_than_what_was_typed() =>
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

    /// <summary>The lot is ABC777 and the count 5, or the scanner sends no separators and it is one long lot.</summary>
    [Theory]
    [InlineData("010415001116414010ABC777375")]
    [InlineData("015102222223333610LOT12391A1B")]
    [InlineData("015102222223333610LOT1222A1B")]
    [InlineData("015102222223333610LOT12400ABC")]
    [InlineData("015102222223333610LOT123710ABC")]
    [InlineData("015102222223333610LOT123102001234")]
    [InlineData("015102222223333610LOT1234144006381333931")]
    public void A_lot_in_which_another_identifier_may_begin_is_not_guessed(string scan) =>
        Assert.Equal((null, "no separator tells where the value behind (10) ends"), (Gs1(scan).Lot, Gs1(scan).Doubt));

    [Theory]
    [InlineData("015102222223333610LOT12391A", "LOT12391A")]
    [InlineData("015102222223333610LOT122A1", "LOT122A1")]
    [InlineData("015102222223333610LOT17001340", "LOT17001340")]
    [InlineData("015102222223333610LOT17280707X", "LOT17280707X")]
    [InlineData("015102222223333610LOT37A", "LOT37A")]
    public void What_no_identifier_can_begin_in_is_one_lot(string scan, string lot) => Assert.Equal((lot, null), (Gs1(scan).Lot, Gs1(scan).Doubt));

    [Fact]
    public void What_a_scan_as_a_whole_excludes_is_excluded()
    {
        var read = Gs1("]d20104046963351946173012311020210045");
        Assert.Equal(["20", "20210045"], read.PossibleLots.Order(StringComparer.Ordinal));
        Assert.Equal(["", "0045"], read.PossibleSerials.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void What_is_behind_an_element_that_may_begin_in_a_lot_is_taken_apart_too() =>
        Assert.Equal(["", "S1"], Gs1("015102222223333610AB1728070721S1").PossibleSerials.Where(s => s.Length is 0 or 2).Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("4006381333931", "04006381333931")]
    [InlineData("036000291452", "00036000291452")]
    [InlineData("40170725", "00000040170725")]
    [InlineData("51022222233336", "51022222233336")]
    [InlineData("]E04006381333931", "04006381333931")]
    public void A_bare_number_that_checks_is_that_of_a_model(string scan, string gtin) => Assert.Equal((gtin, true), (Gs1(scan).Gtin, Gs1(scan).IsBareNumber));

    [Theory]
    [InlineData("4006381333932")]
    [InlineData("400638133393")]
    [InlineData("4006381333931A")]
    public void A_bare_number_that_does_not_check_is_none(string scan) => Assert.IsType<Udi.Unreadable>(Udi.Read(scan, 2026));

    [Theory]
    [InlineData("https://id.gs1.org/01/51022222233336/10/A213B1/21/1234?17=150707&11=141231")]
    [InlineData("https://example.org/some/path/01/51022222233336/10/A213B1/21/1234?11=141231&17=150707&linkType=all#top")]
    [InlineData("HTTP://EXAMPLE.ORG/01/51022222233336/10/A213B1?21=1234;17=150707;11=141231")]
    [InlineData("]Q3https://id.gs1.org/01/51022222233336?10=A213B1&21=1234&17=150707&11=141231")]
    public void A_web_address_says_what_a_barcode_says(string scan) => Assert.Equal(Example, Udi.Read(scan, 2026));

    [Fact]
    public void In_a_web_address_signs_are_written_as_codes() =>
        Assert.Equal(new Udi.Gs1("04006381333931", "A/B1", null, null, null), Udi.Read("https://id.gs1.org/01/4006381333931/10/A%2FB1", 2026));

    [Theory]
    [InlineData("https://id.gs1.org/01/51022222233337/10/A1", "the check digit behind (01) is wrong")]
    [InlineData("https://id.gs1.org/01/51022222233336/10/A%20B", "the value behind (10) has a character that GS1 does not allow")]
    [InlineData("https://id.gs1.org/01/51022222233336?17=151307", "the date behind (17) does not exist")]
    [InlineData("https://example.org/about", "it names no device (01)")]
    [InlineData("https://", "it names no device (01)")]
    public void A_web_address_that_names_no_device_says_why(string scan, string reason) => Assert.Equal(new Udi.Unreadable(scan, reason), Udi.Read(scan, 2026));

    static DeviceIdentity IdentityOf(HardwarePlaced placed) => DeviceReading.Of(placed).Identity;

    static HardwarePlaced Placed(string udi) => new() { Udi = new Scan(udi), OccurredAt = CaseStory.Time("10:00") };

    static Udi.Gs1 Gs1(string scan) => Assert.IsType<Udi.Gs1>(Udi.Read(scan, 2026));
}
