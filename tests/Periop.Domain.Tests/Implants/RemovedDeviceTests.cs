using Periop.Domain.Cases;
using static Periop.Domain.Tests.Steps;

namespace Periop.Domain.Tests.Implants;

/// <summary>Whether a device counts as in place, by removals as they are stored from now on.</summary>
public class RemovedDeviceTests
{
    static readonly CaseStory Placed = CaseStory.Scheduled().At("08:00", EnterRoom())
        .At("09:00", new PlaceHardware { Kind = HardwareKind.PedicleScrew, Quantity = 6 }, out device);

    static Guid device;

    [Fact]
    public void A_removal_that_names_no_number_is_of_all_that_remained() => Assert.Equal(ImplantStatus.Removed, After(Removal(device, quantity: null)));

    [Fact]
    public void A_removal_of_some_leaves_the_others_in_place() => Assert.Equal(ImplantStatus.PartlyRemoved, After(Removal(device, quantity: 1)));

    [Fact]
    public void Removals_of_all_together_leave_none() => Assert.Equal(ImplantStatus.Removed, After(Removal(device, quantity: 4), Removal(device, quantity: 2)));

    [Fact]
    public void A_removal_of_a_device_of_another_case_takes_none_of_this_one() =>
        Assert.Equal(ImplantStatus.InPlace, After(Removal(device, quantity: null) with { TargetCaseId = CaseStory.Id(77) }));

    static HardwareRemoved Removal(Guid target, int? quantity) => new(target, null, null, quantity) { OccurredAt = CaseStory.Time("10:00") };

    static ImplantStatus After(params HardwareRemoved[] removals)
    {
        var after = removals.Index().Aggregate(Placed.Case, (soFar, removal) => SurgicalCase.Evolve(
            soFar, removal.Item with { EntryId = CaseStory.Id(50 + removal.Index) }, CaseStory.Time("10:00").AddSeconds(removal.Index), "nurse-7"));
        return Implant.Of(after.Surviving()).Single().Status;
    }
}
