using Periop.Domain.Record;
using Periop.Domain.Text;

namespace Periop.Domain.Cases;

/// <summary>The skin is prepared and draped.</summary>
/// <example>{ "agent": "chlorhexidine-alcohol" }</example>
public sealed record PrepareSkin(Term? Agent = null) : OperationStep
{
    public override Decision Decide(SurgicalCase surgicalCase, DateTimeOffset now) => new SkinPrepared(Agent);
}

/// <summary>The skin was prepared.</summary>
[StoredAs("skin_prepared")]
public sealed record SkinPrepared(Term? Agent) : IntraoperativeEvent;
