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
        surgicalCase.WhyNotTarget<HardwarePlaced>(TargetEntryId, "implant") is { } refusal ? refusal : new HardwareRemoved(TargetEntryId, Code, null, null);
}

/// <summary>A device was taken out.</summary>
/// <param name="TargetEntryId">Its placing; null when nobody recorded it.</param>
/// <param name="TargetCaseId">The earlier case in which it was placed; null when it was this one.</param>
/// <param name="Quantity">How many of several alike; null: all that remained.</param>
[StoredAs("hardware_removed", version: 2)]
public sealed record HardwareRemoved(Guid? TargetEntryId, Term? Code, Guid? TargetCaseId, int? Quantity)
    : IntraoperativeEvent, ISurgicalStep, IPointsAtEntry
{
    Guid? IPointsAtEntry.PointsAt => TargetCaseId is null ? TargetEntryId : null;

    CaseEvent IPointsAtEntry.PointingAt(Guid target) => this with { TargetEntryId = target };
}
