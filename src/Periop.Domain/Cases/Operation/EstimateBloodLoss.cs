using Periop.Domain.Record;

namespace Periop.Domain.Cases;

/// <summary>The blood lost so far.</summary>
/// <param name="CumulativeMl">Millilitres since the incision, not negative.</param>
/// <example>{ "cumulativeMl": 450 }</example>
public sealed record EstimateBloodLoss(decimal CumulativeMl) : EndingStep
{
    public override Decision Decide(SurgicalCase surgicalCase, DateTimeOffset now) =>
        CumulativeMl < 0 ? Refusal.Senseless("Blood loss cannot be negative.")
        : new BloodLossEstimated(CumulativeMl);
}

/// <summary>The blood loss was estimated.</summary>
[StoredAs("blood_loss_estimated")]
public sealed record BloodLossEstimated(decimal CumulativeMl) : IntraoperativeEvent;
