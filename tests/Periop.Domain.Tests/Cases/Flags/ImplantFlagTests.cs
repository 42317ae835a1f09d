using Periop.Domain.Cases;
using static Periop.Domain.Tests.Steps;

namespace Periop.Domain.Tests.Cases.Flags;

public class ImplantFlagTests
{
    static CaseStory Incised => CaseStory.Scheduled().Incised();

    [Fact, Rule("implant-expired")]
    public void A_device_placed_the_day_after_its_expiry_is_flagged() =>
        Assert.Contains("implant-expired", Incised.At("10:00", Screw(expiry: new DateOnly(2026, 3, 1))).Codes);

    [Fact, Rule("implant-expired")]
    public void A_device_placed_on_the_day_of_its_expiry_is_in_order() =>
        Assert.DoesNotContain("implant-expired", Incised.At("10:00", Screw(expiry: new DateOnly(2026, 3, 2))).Codes);

    [Fact, Rule("serial-twice")]
    public void The_same_serial_of_the_same_device_placed_twice_is_flagged() =>
        Assert.Contains("serial-twice", Incised.At("10:00", Screw("S-1", "R-1")).At("10:10", Screw("S-1", "R-1")).Codes);

    [Fact, Rule("serial-twice")]
    public void The_same_serial_of_another_device_is_in_order() =>
        Assert.DoesNotContain("serial-twice", Incised.At("10:00", Screw("S-1", "R-1")).At("10:10", Screw("S-1", "R-2")).Codes);

    [Fact, Rule("serial-twice")]
    public void A_device_taken_out_and_placed_again_is_in_order() =>
        Assert.DoesNotContain("serial-twice", Incised
            .At("10:00", Screw("S-1", "R-1"), out var first).At("10:05", new RemoveHardware(first)).At("10:10", Screw("S-1", "R-1")).Codes);
}
