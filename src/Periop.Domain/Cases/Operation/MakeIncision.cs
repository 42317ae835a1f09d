using Periop.Domain.Record;
using Periop.Domain.Spine;
using Periop.Domain.Text;

namespace Periop.Domain.Cases;

/// <summary>The first cut, or a further one.</summary>
/// <example>{ "approach": "posterior" }</example>
public sealed record MakeIncision(Term? Site = null, Approach? Approach = null) : OperationStep
{
    public override Decision Decide(SurgicalCase surgicalCase, DateTimeOffset now) => new IncisionMade(Site, Approach);
}

/// <summary>An incision was made.</summary>
[StoredAs("incision_made")]
public sealed record IncisionMade(Term? Site, Approach? Approach) : IntraoperativeEvent, ISurgicalStep;
