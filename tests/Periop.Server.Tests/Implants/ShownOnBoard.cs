using Periop.Server.Implants;
using Periop.Server.Register;
using Xunit;

namespace Periop.Server.Tests.Implants;

/// <summary>Which changes of the register may show on a board.</summary>
public sealed class ShownOnBoard
{
    static readonly Guid Shown = Guid.NewGuid(), Other = Guid.NewGuid();

    static readonly ShownDevices Devices = new(new HashSet<Guid> { Shown }, new HashSet<string> { "51022222233336", "LOT1", "SN7" }, ["+H123L4711/$$9"], 0);

    [Fact]
    public void A_change_to_a_shown_case_does() => Assert.True(Devices.AreConcernedBy(new RegisterNotice("h", [Other, Shown], [])));

    [Theory]
    [InlineData("SN7")]
    [InlineData("LOT1")]
    [InlineData("51022222233336")]
    [InlineData("L4711")]
    public void A_change_to_what_has_the_model_lot_or_serial_number_of_a_shown_device_does(string key) =>
        Assert.True(Devices.AreConcernedBy(new RegisterNotice("h", [Other], ["another", key])));

    [Fact]
    public void A_change_to_others_does_not() => Assert.False(Devices.AreConcernedBy(new RegisterNotice("h", [Other], ["SN70", "LOT"])));

    [Fact]
    public void More_changes_than_can_be_told_do() => Assert.True(Devices.AreConcernedBy(RegisterNotice.Read("""{"hospital":"h"}""")));
}
