using Periop.Domain.Record;
using Periop.Domain.Spine;
using Periop.Domain.Text;

namespace Periop.Domain.Cases;

/// <summary>Neuromonitoring reports a change.</summary>
/// <example>{ "modality": "mep", "change": "amplitude down 60 percent" }</example>
public sealed record RaiseAlert(Term Modality, Note Change, Level? Level = null) : OperationStep
{
    public override Decision Decide(SurgicalCase surgicalCase, DateTimeOffset now) => new AlertRaised(Modality, Change, Level);
}

/// <summary>A neuromonitoring alert was raised.</summary>
[StoredAs("alert_raised")]
public sealed record AlertRaised(Term Modality, Note Change, Level? Level) : IntraoperativeEvent;
