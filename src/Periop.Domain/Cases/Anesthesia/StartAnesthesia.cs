using Periop.Domain.Record;

namespace Periop.Domain.Cases;

/// <summary>The kind of anesthesia.</summary>
public enum AnesthesiaType { General, Regional, Sedation, Local }

/// <summary>Continuous care by anesthesia begins; it may before the patient is in the room.</summary>
/// <param name="Type">Required unless imported.</param>
/// <example>{ "type": "general" }</example>
public sealed record StartAnesthesia(AnesthesiaType? Type = null) : OperationStep
{
    public override IEnumerable<(string Member, string Problem)> Missing() => [.. base.Missing(), .. MissingUnlessImported(Type, "type")];

    public override Decision Decide(SurgicalCase surgicalCase, DateTimeOffset now) => new AnesthesiaStarted(Type);
}

/// <summary>Anesthesia care began.</summary>
[StoredAs("anesthesia_started")]
public sealed record AnesthesiaStarted(AnesthesiaType? Type) : IntraoperativeEvent;
