using Periop.Domain.Record;
using Periop.Domain.Text;

namespace Periop.Domain.Cases;

/// <summary>A device goes back unused.</summary>
/// <example>{ "kind": "rod", "quantity": 1, "lot": "R-118", "code": "wrong-size" }</example>
public sealed record ReturnHardware : HardwareStep
{
    /// <summary>Why.</summary>
    public required Term Code { get; init; }

    public override Decision Decide(SurgicalCase surgicalCase, DateTimeOffset now) => Describe(new HardwareReturned { Code = Code });
}

/// <summary>A device was returned.</summary>
[StoredAs("hardware_returned")]
public sealed record HardwareReturned : HardwareEvent
{
    public Term Code { get; init; }
}
