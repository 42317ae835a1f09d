using Periop.Domain.Text;

namespace Periop.Domain.Cases;

/// <summary>An antibiotic is given; its time is the start of the infusion.</summary>
/// <example>{ "drug": "cefazolin", "dose": "2 g" }</example>
public sealed record GiveAntibiotic(Word Drug, Word? Dose = null, DateTimeOffset? EndedAt = null) : OperationStep
{
    public override Decision Decide(SurgicalCase surgicalCase, DateTimeOffset now) => new AntibioticGiven(Drug, Dose, EndedAt);
}

/// <summary>An antibiotic was given.</summary>
[StoredAs("antibiotic_given")]
public sealed record AntibioticGiven(Word Drug, Word? Dose, DateTimeOffset? EndedAt) : IntraoperativeEvent;
