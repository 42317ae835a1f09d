using Periop.Domain.Record;
using Periop.Domain.Text;

namespace Periop.Domain.Cases;

/// <summary>The dressing is applied.</summary>
/// <example>{ }</example>
public sealed record ApplyDressing(Term? Kind = null) : EndingStep
{
    public override Decision Decide(SurgicalCase surgicalCase, DateTimeOffset now) => new DressingApplied(Kind);
}

/// <summary>The dressing was applied.</summary>
[StoredAs("dressing_applied")]
public sealed record DressingApplied(Term? Kind) : IntraoperativeEvent;
