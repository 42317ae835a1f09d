using Periop.Domain.Cases;
using Periop.Domain.Spine;
using Periop.Domain.Text;
using static Periop.Domain.Tests.Steps;

namespace Periop.Domain.Tests.Implants;

/// <summary>Taking devices out: some of several, those of an earlier case, those that nobody recorded.</summary>
public class RemovalTests
{
    static readonly Guid Patient = new("5f1d3a52-7f0e-4c07-9b1d-2f6f5f3f8a11"), Other = new("5f1d3a52-7f0e-4c07-9b1d-2f6f5f3f8a12");

    static CaseStory Six(out Guid screws) => CaseStory.Scheduled().Incised()
        .At("09:00", new PlaceHardware { Kind = HardwareKind.PedicleScrew, Quantity = 6 }, out screws);

    [Theory]
    [InlineData(1, ImplantStatus.PartlyRemoved, 5)]
    [InlineData(6, ImplantStatus.Removed, 0)]
    [InlineData(null, ImplantStatus.Removed, 0)]
    public void Of_several_alike_so_many_are_taken_out(int? quantity, ImplantStatus status, int inPlace)
    {
        var implant = Implant.Of(Six(out var screws).At("10:00", new RemoveHardware(screws, Quantity: quantity)).Case.Surviving()).First();
        Assert.Equal((status, inPlace), (implant.Status, implant.InPlace));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(7)]
    public void More_than_were_placed_or_none_is_refused(int quantity) =>
        Expect.Refused(Six(out var screws).When("10:00", new RemoveHardware(screws, Quantity: quantity)), "senseless-value");

    [Fact]
    public void A_device_of_an_earlier_case_of_the_patient_is_taken_out()
    {
        var earlier = Of(Patient, 2).Incised().At("09:00", Screw("S-1", "R-1"), out var screw);
        var removed = Expect.Recorded(Of(Patient).Incised().When("10:00", Removing(screw, earlier.Case)));
        Assert.Equal(((Guid?)screw, (Guid?)earlier.Case.Id), removed.Entries[^1].Event is HardwareRemoved r ? (r.TargetEntryId, r.TargetCaseId) : default);
    }

    [Fact]
    public void A_device_of_another_patient_is_not() => Refused(Of(Other, 2).Incised().At("09:00", Screw("S-1", "R-1"), out var screw), screw);

    [Fact]
    public void Where_nobody_named_the_patient_a_device_of_another_case_is_not() =>
        Expect.Refused(CaseStory.Scheduled().Incised().When("10:00", Removing(Guid.NewGuid(), Of(Patient).Case)), "target-unknown");

    [Fact]
    public void A_device_of_a_case_that_nobody_knows_is_not() =>
        Expect.Refused(Of(Patient).Incised().When("10:00", new RemoveHardware(Guid.NewGuid(), Guid.NewGuid())), "target-unknown");

    [Fact]
    public void A_device_that_was_retracted_is_not()
    {
        var earlier = Of(Patient, 2).Incised().At("09:00", Screw("S-1", "R-1"), out var screw).At("09:10", new RetractEntry(screw) { Reason = new("wrong") });
        Expect.Refused(Of(Patient).Incised().When("10:00", Removing(screw, earlier.Case)), "target-retracted");
    }

    [Fact]
    public void What_nobody_recorded_is_described_and_counts_as_removed()
    {
        var story = CaseStory.Scheduled().Incised().At("10:00", new RemoveHardware
        { Kind = HardwareKind.Rod, Level = new Level("L2"), Udi = new Scan("(01)51022222233336(10)A1"), Quantity = 2 });
        var implant = Implant.Of(story.Case.Surviving()).Single();
        Assert.Equal((ImplantStatus.Removed, 0, 2, "A1"), (implant.Status, implant.InPlace, implant.Device.Quantity, implant.Identity.Lot));
    }

    [Fact]
    public void In_a_patient_a_device_is_in_place_until_any_case_takes_it_out()
    {
        var earlier = Of(Patient, 2).Incised().At("09:00", new PlaceHardware { Kind = HardwareKind.PedicleScrew, Quantity = 6 }, out var screws);
        var some = Of(Patient).Incised().At("10:00", Removing(screws, earlier.Case) with { Quantity = 5 });
        var all = Of(Patient, 3).Incised().At("10:00", Removing(screws, earlier.Case));
        Assert.Single(Implant.InPlaceIn([earlier.Case.Surviving(), some.Case.Surviving()]));
        Assert.Empty(Implant.InPlaceIn([earlier.Case.Surviving(), all.Case.Surviving()]));
    }

    [Fact]
    public void A_removal_names_the_placing_or_describes_the_device()
    {
        foreach (var removal in new[]
        {
            new RemoveHardware(Guid.NewGuid()) { Kind = HardwareKind.Rod }, new RemoveHardware(TargetCaseId: Guid.NewGuid()) { Kind = HardwareKind.Rod },
            new RemoveHardware(), new RemoveHardware { Lot = new("A1") },
        })
            Assert.Equal(["targetEntryId"], removal.Missing().Select(m => m.Member));
    }

    /// <summary>A case of a patient, under an id of its own.</summary>
    static CaseStory Of(Guid patient, int number = 1)
    {
        var at = new Circumstances(new Guid(number, 1, 0x4000, 0x80, 0, 0, 0, 0, 0, 0, 0), "", "scheduler-1", CaseStory.Time("06:00"), null,
            new HashSet<string>(), CaseStory.Rules);
        return new(Expect.Recorded(Recording.Record(null, new ScheduleCase(new Label("2026-0117")).ForPatient(patient), at)).Case);
    }

    static void Refused(CaseStory earlier, Guid screw) => Expect.Refused(Of(Patient).Incised().When("10:00", Removing(screw, earlier.Case)), "target-unknown");

    static RemoveHardware Removing(Guid device, SurgicalCase from) => new(device, from.Id) { TargetCase = from };
}
