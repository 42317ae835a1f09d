using Periop.Domain.Record;
using Periop.Domain.Text;

namespace Periop.Domain.Cases;

/// <summary>Degrees or millimetres.</summary>
public enum CorrectionUnit { Deg, Mm }

/// <summary>When it was measured, relative to the operation.</summary>
public enum CorrectionPhase { Preoperative, Intraoperative, Postoperative }

/// <summary>A measure of the alignment, such as lordosis.</summary>
/// <example>{ "kind": "lumbar-lordosis", "value": 52, "unit": "deg", "phase": "intraoperative" }</example>
public sealed record MeasureCorrection(Term Kind, decimal Value, CorrectionUnit Unit, CorrectionPhase Phase) : OutcomeReport
{
    public override Decision Decide(SurgicalCase surgicalCase, DateTimeOffset now) => new CorrectionMeasured(Kind, Value, Unit, Phase);
}

/// <summary>The alignment was measured.</summary>
[StoredAs("correction_measured")]
public sealed record CorrectionMeasured(Term Kind, decimal Value, CorrectionUnit Unit, CorrectionPhase Phase) : CaseEvent;
