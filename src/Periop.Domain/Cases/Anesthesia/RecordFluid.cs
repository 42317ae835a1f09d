using Periop.Domain.Record;
using Periop.Domain.Text;

namespace Periop.Domain.Cases;

/// <summary>What was given, returned or measured.</summary>
public enum FluidKind { Crystalloid, Colloid, CellSaver, Urine, Txa, Other }

/// <summary>A fluid given, returned or lost.</summary>
/// <example>{ "kind": "crystalloid", "amount": 500, "unit": "ml" }</example>
public sealed record RecordFluid(FluidKind Kind, decimal Amount, Term Unit) : EndingStep
{
    public override Decision Decide(SurgicalCase surgicalCase, DateTimeOffset now) =>
        Amount < 0 ? Refusal.Senseless("An amount cannot be negative.")
        : new FluidRecorded(Kind, Amount, Unit);
}

/// <summary>A fluid was recorded.</summary>
[StoredAs("fluid_recorded")]
public sealed record FluidRecorded(FluidKind Kind, decimal Amount, Term Unit) : IntraoperativeEvent;
