using Periop.Domain.Record;
using Periop.Domain.Text;

namespace Periop.Domain.Cases;

/// <summary>A specimen is taken.</summary>
/// <example>{ "label": "disc L4/5" }</example>
public sealed record TakeSpecimen(Note Label) : EndingStep
{
    public override Decision Decide(SurgicalCase surgicalCase, DateTimeOffset now) => new SpecimenTaken(Label);
}

/// <summary>A specimen was taken.</summary>
[StoredAs("specimen_taken")]
public sealed record SpecimenTaken(Note Label) : IntraoperativeEvent;
