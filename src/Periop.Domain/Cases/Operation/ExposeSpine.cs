using Periop.Domain.Record;
using Periop.Domain.Spine;

namespace Periop.Domain.Cases;

/// <summary>The spine is exposed at these levels.</summary>
/// <example>{ "levels": ["T12", "L1"] }</example>
public sealed record ExposeSpine(IReadOnlyList<Level> Levels) : OperationStep
{
    public override Decision Decide(SurgicalCase surgicalCase, DateTimeOffset now) => new SpineExposed(Levels);
}

/// <summary>The spine was exposed.</summary>
[StoredAs("spine_exposed")]
public sealed record SpineExposed(IReadOnlyList<Level> Levels) : IntraoperativeEvent, ISurgicalStep;
