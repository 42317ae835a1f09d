using Periop.Domain.Record;
using Periop.Domain.Text;

namespace Periop.Domain.Cases;

/// <summary>The patient goes home or elsewhere.</summary>
/// <param name="Destination">Required unless imported.</param>
/// <example>{ "destination": "home" }</example>
public sealed record DischargePatient(Term? Destination = null) : OutcomeReport
{
    public override IEnumerable<(string Member, string Problem)> Missing() => [.. base.Missing(), .. MissingUnlessImported(Destination, "destination")];

    public override Decision Decide(SurgicalCase surgicalCase, DateTimeOffset now) => new PatientDischarged(Destination);
}

/// <summary>The patient was discharged.</summary>
[StoredAs("patient_discharged")]
public sealed record PatientDischarged(Term? Destination) : CaseEvent, IMayFollowDeath;
