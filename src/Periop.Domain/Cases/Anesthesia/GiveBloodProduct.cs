using Periop.Domain.Record;
using Periop.Domain.Text;

namespace Periop.Domain.Cases;

/// <summary>Units of a blood product are given.</summary>
/// <example>{ "product": "red-cells", "units": 1 }</example>
public sealed record GiveBloodProduct(Term Product, decimal Units) : OutcomeReport
{
    public override Decision Decide(SurgicalCase surgicalCase, DateTimeOffset now) =>
        Units <= 0 ? Refusal.Senseless("At least some of a unit must have been given.")
        : new BloodProductGiven(Product, Units);
}

/// <summary>A blood product was given.</summary>
[StoredAs("blood_product_given")]
public sealed record BloodProductGiven(Term Product, decimal Units) : CaseEvent;
