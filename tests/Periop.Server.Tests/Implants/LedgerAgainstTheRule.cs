using CsCheck;
using Periop.Domain.Cases;
using Periop.Domain.Implants;
using Periop.Domain.Text;
using Xunit;

namespace Periop.Server.Tests.Implants;

/// <summary>The ledger asks the database what <see cref="DeviceSought.CertaintyOf"/> decides: for whatever devices and questions, both say the same.</summary>
public sealed class LedgerAgainstTheRule(PeriopHost host) : IClassFixture<PeriopHost>
{
    static readonly string?[] Scans =
    [
        null, "(01)51022222233336", "(01)51022222233336(10)A213B1", "(01)51022222233336(10)A213B1(21)1234", "(01)51022222233336(21)1234", "(01)40000000000015(10)A213B1",
        "+H123PARTNO1234567890120/$$420020216LOTA213B1/S1234", "(01)51022222233337(10)A213B1", "015102222223333610A213B1211234", "50%_off", "+H9/lot a213\tb1",
    ];

    static readonly Gen<PlaceHardware> Device = Gen.Select(OneOf(Scans), OneOf(null, "a213 b1", "B2"), OneOf(null, "1234", "S-9"), (scan, lot, serial) => new PlaceHardware
    {
        Kind = HardwareKind.PedicleScrew,
        Udi = scan is null ? null : new Scan(scan),
        Lot = lot is null ? null : new Word(lot),
        Serial = serial is null ? null : new Word(serial),
    });

    static readonly Gen<DeviceSought> Question = Gen.Select(
        OneOf(null, "51022222233336", "40000000000015"), OneOf(null, "A213B1", "b2", "LOT", "0%_o", "%"), OneOf(null, "1234", "s-9"), (gtin, lot, serial) => new DeviceSought(gtin, lot, serial));

    [Fact]
    public Task The_ledger_finds_what_the_rule_finds_as_certainly() =>
        Gen.Select(Device.Array[25], Question.Array[25]).SampleAsync((devices, questions) => CompareAsync(devices, questions), iter: 3, threads: 1);

    async Task CompareAsync(PlaceHardware[] devices, DeviceSought[] questions)
    {
        var hospital = host.NewHospital();
        var surgicalCase = await hospital.CaseInOperationAsync();
        var placed = new Dictionary<Guid, DeviceIdentity>();
        foreach (var device in devices)
        {
            var receipt = await surgicalCase.RecordedAsync("hardware", new { kind = "pedicle-screw", udi = device.Udi?.Value, lot = device.Lot?.Value, serial = device.Serial?.Value });
            placed[receipt.EntryId] = DeviceIdentity.Of(new HardwarePlaced { Udi = device.Udi, Lot = device.Lot, Serial = device.Serial, OccurredAt = host.Now });
        }

        await hospital.LedgerAsync("", devices.Length);
        foreach (var sought in questions)
        {
            var parts = new[] { ("gtin", sought.Gtin), ("lot", sought.Lot), ("serial", sought.Serial) }.Where(p => p.Item2 is not null).Select(p => $"{p.Item1}={Uri.EscapeDataString(p.Item2!)}");
            var items = (await hospital.Quality.GetAsync($"/api/implants?{string.Join('&', parts)}")).Is(200).Items;
            Assert.Equal(
                placed.Select(p => (p.Key, Certainty: sought.CertaintyOf(p.Value))).Where(p => p.Certainty is not null).Select(p => $"{p.Key} {Words.Of(p.Certainty!.Value)}").Order(),
                items.Select(i => $"{i.Text("entryId")} {i.Text("certainty")}").Order());
        }
    }

    static Gen<string?> OneOf(params string?[] texts) => Gen.Int[0, texts.Length - 1].Select(index => texts[index]);
}
