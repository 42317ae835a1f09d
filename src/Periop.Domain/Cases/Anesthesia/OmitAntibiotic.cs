using Periop.Domain.Record;

namespace Periop.Domain.Cases;

/// <summary>Why no antibiotic is given.</summary>
public enum OmissionReason { NotIndicated, OnTherapy, Allergy, Other }

/// <summary>No antibiotic is given, and why.</summary>
/// <example>{ "code": "on-therapy" }</example>
public sealed record OmitAntibiotic(OmissionReason Code) : OperationStep
{
    public override Decision Decide(SurgicalCase surgicalCase, DateTimeOffset now) => new AntibioticOmitted(Code);
}

/// <summary>An antibiotic was left out.</summary>
[StoredAs("antibiotic_omitted")]
public sealed record AntibioticOmitted(OmissionReason Code) : IntraoperativeEvent;
