using Periop.Domain.Record;
using Periop.Domain.Text;

namespace Periop.Domain.Cases;

/// <summary>Someone has looked at a flag and says why it may stand. The flag stays.</summary>
/// <param name="Code">The flag's code.</param>
/// <param name="TargetEntryId">One of the entries it names, when the case has several of that code.</param>
/// <example>{ "code": "recorded-late", "reason": "emergency, nobody at the screen" }</example>
public sealed record AcknowledgeFlag(Term Code, Guid? TargetEntryId = null) : CaseCommand
{
    public override IEnumerable<(string Member, string Problem)> Missing() => MissingReason();

    /// <summary>The time does not tell which flags a case has; the rules do.</summary>
    public override Decision Decide(SurgicalCase surgicalCase, Circumstances at) =>
        CaseFlags.Of(surgicalCase, at.Rules).Any(f => f.Code == Code.Value && (TargetEntryId is not { } target || f.EntryIds.Contains(target)))
        || FlagsAcrossCases.MayConcern(surgicalCase.Surviving(), Code.Value, TargetEntryId)
            ? new FlagAcknowledged(Code, TargetEntryId)
            : new Refusal("target-unknown", "This case has no such flag there.", RefusalKind.Conflict, TargetEntryId);
}

/// <summary>A flag was acknowledged.</summary>
[StoredAs("flag_acknowledged")]
public sealed record FlagAcknowledged(Term Code, Guid? TargetEntryId) : CaseEvent, IMayFollowDeath;
