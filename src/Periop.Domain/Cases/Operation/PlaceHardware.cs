using Periop.Domain.Record;

namespace Periop.Domain.Cases;

/// <summary>A device is placed.</summary>
/// <example>
/// { "kind": "pedicle-screw", "level": "L2", "side": "left", "udi": "(01)51022222233336(17)280707(10)A213B1", "diameterMm": 6.5, "lengthMm": 45 }
/// </example>
public sealed record PlaceHardware : HardwareStep
{
    public override Decision Decide(SurgicalCase surgicalCase, DateTimeOffset now) => Describe(new HardwarePlaced());
}

/// <summary>A device was placed.</summary>
[StoredAs("hardware_placed")]
public sealed record HardwarePlaced : HardwareEvent, ISurgicalStep;
