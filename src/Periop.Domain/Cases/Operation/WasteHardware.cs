using Periop.Domain.Record;
using Periop.Domain.Text;

namespace Periop.Domain.Cases;

/// <summary>A device is opened and not used.</summary>
/// <example>{ "kind": "rod", "quantity": 1, "lot": "R-118", "code": "wrong-size" }</example>
public sealed record WasteHardware : HardwareStep
{
    /// <summary>Why.</summary>
    public required Term Code { get; init; }

    public override Decision Decide(SurgicalCase surgicalCase, DateTimeOffset now) => Describe(new HardwareWasted { Code = Code });
}

/// <summary>A device was wasted.</summary>
[StoredAs("hardware_wasted")]
public sealed record HardwareWasted : HardwareEvent
{
    public Term Code { get; init; }
}
