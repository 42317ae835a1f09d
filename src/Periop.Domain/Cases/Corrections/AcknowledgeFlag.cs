using Periop.Domain.Implants;
using Periop.Domain.Text;

namespace Periop.Domain.Cases;

/// <summary>Someone has looked at a flag and says why it may stand. The flag stays.</summary>
/// <param name="Code">The flag's code.</param>
/// <param name="TargetEntryId">One of the entries it names, when the case has several of that code.</param>
/// <example>{ "code": "recorded-late", "reason": "emergency, nobody at the screen" }</example>
public sealed record AcknowledgeFlag(Word Code, Guid? TargetEntryId = null) : RecordChange
{
    public override IEnumerable<(string Member, string Problem)> Missing() => MissingReason();

    public override Decision Decide(SurgicalCase surgicalCase, DateTimeOffset now) =>
        CaseFlags.Of(surgicalCase).Any(f => f.Code == Code.Value && (TargetEntryId is not { } target || f.EntryIds.Contains(target)))
        || DeviceFlags.MayConcern(surgicalCase.Surviving(), Code.Value, TargetEntryId)
            ? new FlagAcknowledged(Code, TargetEntryId)
            : new Refusal("target-unknown", $"This case has no flag {Code} there.", RefusalKind.Conflict, TargetEntryId);
}

/// <summary>A flag was acknowledged.</summary>
[StoredAs("flag_acknowledged")]
public sealed record FlagAcknowledged(Word Code, Guid? TargetEntryId) : CaseEvent;
