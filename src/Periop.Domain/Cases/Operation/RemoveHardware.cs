using Periop.Domain.Record;
using Periop.Domain.Text;

namespace Periop.Domain.Cases;

/// <summary>A device placed in this case is taken out again.</summary>
/// <param name="TargetEntryId">Its placing.</param>
/// <param name="Code">Why.</param>
/// <example>{ "targetEntryId": "0198d2f0-6f5a-7c3e-9a41-5d2b7c1e8f30", "code": "malposition" }</example>
public sealed record RemoveHardware(Guid TargetEntryId, Term? Code = null) : EndingStep
{
    public override Decision Decide(SurgicalCase surgicalCase, DateTimeOffset now) =>
        surgicalCase.WhyNotTarget<HardwarePlaced>(TargetEntryId, "implant") is { } refusal ? refusal : new HardwareRemoved(TargetEntryId, Code);
}

/// <summary>A device was taken out.</summary>
[StoredAs("hardware_removed")]
public sealed record HardwareRemoved(Guid TargetEntryId, Term? Code) : IntraoperativeEvent, ISurgicalStep;
