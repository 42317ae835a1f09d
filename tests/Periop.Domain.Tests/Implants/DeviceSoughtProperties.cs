using System.Collections.Concurrent;
using CsCheck;
using Periop.Domain.Implants;

namespace Periop.Domain.Tests.Implants;

public class DeviceSoughtProperties
{
    /// <summary>Few, so that they meet often.</summary>
    static readonly Gen<string?> Gtins = AnyOf(null, "51022222233336", "04006381333931"),
        Texts = AnyOf(null, "A1", "a 1", "B2", "4711", "AB 4711", "\u017F123", "S123");

    static readonly Gen<DeviceIdentity> Devices =
        Gen.Select(Gtins, Texts, Texts, Gen.Bool, Gen.Bool, AnyOf(null, "+H1A1/4711", "=AB 4711", "s123"))
            .Select((gtin, lot, serial, lotTyped, serialTyped, scan) => new DeviceIdentity(gtin, null, lot, serial, null)
            {
                LotTyped = lotTyped && lot is not null, SerialTyped = serialTyped && serial is not null, UnreadScan = scan,
            });

    static readonly Gen<Question> Questions = Gen.Select(Gtins, Texts, Texts).Select((gtin, lot, serial) => new Question(gtin, lot, serial));

    /// <summary>What is sought, as it was asked.</summary>
    sealed record Question(string? Gtin, string? Lot, string? Serial)
    {
        public MatchCertainty? CertaintyOf(DeviceIdentity device) => new DeviceSought(Gtin, Lot, Serial).CertaintyOf(device);
    }

    [Fact]
    public void Seeking_what_a_scanned_device_is_finds_it_exactly() => Devices.Sample(device =>
        SoughtAs(device) == new Question(null, null, null)
        || SoughtAs(device).CertaintyOf(device with { LotTyped = false, SerialTyped = false }) is MatchCertainty.Exact);

    [Fact]
    public void Seeking_what_a_device_is_finds_it_for_certain() => Devices.Sample(device =>
        SoughtAs(device) == new Question(null, null, null)
        || SoughtAs(device).CertaintyOf(device) == (device.LotTyped || device.SerialTyped ? MatchCertainty.Typed : MatchCertainty.Exact));

    /// <summary>But for the part by which alone it is found, and then it is one that the rest says nothing of.</summary>
    [Fact]
    public void Leaving_out_a_part_loses_no_device_of_which_the_rest_is_known() => Gen.Select(Devices, Questions).Sample((device, sought) =>
        sought.CertaintyOf(device with { UnreadScan = null }) is null
        || Less(sought).All(less => less.CertaintyOf(device) is not null || !AnyKnown(less, device)));

    [Fact]
    public void Leaving_out_a_part_never_makes_a_device_that_is_found_for_certain_less_certain() => Gen.Select(Devices, Questions).Sample((device, sought) =>
        sought.CertaintyOf(device) is not MatchCertainty.Exact || sought == new Question(null, null, null)
        || Less(sought).All(less => less == new Question(null, null, null) || less.CertaintyOf(device) is MatchCertainty.Exact));

    [Fact]
    public void A_part_that_differs_always_excludes() => Gen.Select(Devices, Questions).Sample((device, sought) =>
        !(Differs(sought.Gtin, device.Gtin) || Differs(sought.Lot, device.Lot) || Differs(sought.Serial, device.Serial))
        || sought.CertaintyOf(device with { UnreadScan = null }) is null);

    [Fact]
    public void Case_and_white_space_make_no_difference() => Gen.Select(Devices, Questions).Sample((device, sought) =>
        sought.CertaintyOf(device) == (sought with { Lot = Spread(sought.Lot), Serial = Spread(sought.Serial) })
            .CertaintyOf(device with { Lot = Spread(device.Lot), Serial = Spread(device.Serial), UnreadScan = Spread(device.UnreadScan) }));

    /// <summary>Whatever is typed beside a scan that was not read.</summary>
    [Fact]
    public void What_is_typed_beside_an_unread_scan_hides_nothing() => Gen.Select(Questions, Texts, Texts, Texts).Sample((sought, scan, lot, serial) =>
        scan is null || sought.CertaintyOf(Unread(scan, null, null)) is null || sought.CertaintyOf(Unread(scan, lot, serial)) is not null);

    static DeviceIdentity Unread(string scan, string? lot, string? serial) => DeviceIdentity.Of(
        new Udi.OtherIssuer(Issuer.Hibcc, scan), new Periop.Domain.Text.Scan(scan), new DeviceIdentity(null, null, lot, serial, null));

    [Fact]
    public void What_is_known_for_certain_agrees_in_every_part_that_is_sought() => Gen.Select(Devices, Questions).Sample((device, sought) =>
        sought.CertaintyOf(device) is not MatchCertainty.Exact
        || ((sought.Gtin is null || sought.Gtin == device.Gtin) && (sought.Lot is null || !device.LotTyped) && (sought.Serial is null || !device.SerialTyped)));

    /// <summary>What holds for every device that is found holds also where none ever is.</summary>
    [Fact]
    public void Among_the_devices_and_questions_are_matches_of_every_certainty_and_none()
    {
        var met = new ConcurrentDictionary<string, bool>();
        Gen.Select(Devices, Questions).Sample((device, sought) => { met[$"{sought.CertaintyOf(device)}"] = true; }, iter: 5000);
        Assert.Equal(["", .. Enum.GetNames<MatchCertainty>().Order(StringComparer.Ordinal)], met.Keys.Order(StringComparer.Ordinal));
    }

    static Question SoughtAs(DeviceIdentity device) => new(device.Gtin, device.Lot, device.Serial);

    static IEnumerable<Question> Less(Question sought) =>
        new[] { sought with { Gtin = null }, sought with { Lot = null }, sought with { Serial = null } }.Where(less => less != sought);

    static bool AnyKnown(Question sought, DeviceIdentity device) =>
        (sought.Gtin is not null && device.Gtin is not null)
        || (sought.Lot is not null && device.Lot is not null)
        || (sought.Serial is not null && device.Serial is not null);

    static bool Differs(string? sought, string? known) => sought is not null && known is not null && DeviceText.Key(sought) != DeviceText.Key(known);

    /// <summary>In the other case, with white space between all characters.</summary>
    static string? Spread(string? text) =>
        text is null
            ? null
            : $" {string.Join("\u00A0\t", text.Select(c => c == '\u017F' ? c : char.IsUpper(c) ? char.ToLowerInvariant(c) : char.ToUpperInvariant(c)))} ";

    static Gen<string?> AnyOf(params string?[] items) => Gen.Int[0, items.Length - 1].Select(i => items[i]);
}
