using Periop.Domain.Record;
using Periop.Domain.Text;

namespace Periop.Domain.Cases;

/// <summary>An antibiotic is given; its time is the start of the infusion.</summary>
/// <example>{ "drug": "cefazolin", "dose": "2 g" }</example>
public sealed record GiveAntibiotic(Term Drug, Term? Dose = null, DateTimeOffset? EndedAt = null) : OperationStep
{
    public override Decision Decide(SurgicalCase surgicalCase, DateTimeOffset now) => new AntibioticGiven(Drug, Dose, EndedAt);
}

/// <summary>An antibiotic was given.</summary>
[StoredAs("antibiotic_given")]
public sealed record AntibioticGiven(Term Drug, Term? Dose, DateTimeOffset? EndedAt) : IntraoperativeEvent;
