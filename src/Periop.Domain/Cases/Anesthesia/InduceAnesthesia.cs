using Periop.Domain.Record;

namespace Periop.Domain.Cases;

/// <summary>Induction begins.</summary>
/// <example>{ }</example>
public sealed record InduceAnesthesia : OperationStep
{
    public override Decision Decide(SurgicalCase surgicalCase, DateTimeOffset now) => new AnesthesiaInduced();
}

/// <summary>Anesthesia was induced.</summary>
[StoredAs("anesthesia_induced")]
public sealed record AnesthesiaInduced : IntraoperativeEvent;
