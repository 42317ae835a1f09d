using Periop.Domain.Record;
using Periop.Domain.Text;

namespace Periop.Domain.Cases;

/// <summary>How the skin is closed.</summary>
public enum ClosureMethod { Sutures, Staples, Adhesive, Other }

/// <summary>The wound is closed: the last stitch or staple, before the dressing.</summary>
/// <param name="Method">Required unless imported.</param>
/// <param name="WoundClass">1 clean to 4 dirty.</param>
/// <example>{ "method": "staples", "woundClass": 1 }</example>
public sealed record CloseWound(ClosureMethod? Method = null, int? WoundClass = null, Term? Drain = null) : EndingStep
{
    public override IEnumerable<(string Member, string Problem)> Missing() => [.. base.Missing(), .. MissingUnlessImported(Method, "method")];

    public override Decision Decide(SurgicalCase surgicalCase, DateTimeOffset now) =>
        WoundClass is < 1 or > 4 ? Refusal.Senseless("A wound class is 1 to 4.")
        : new WoundClosed(Method, WoundClass, Drain);
}

/// <summary>The wound was closed.</summary>
[StoredAs("wound_closed")]
public sealed record WoundClosed(ClosureMethod? Method, int? WoundClass, Term? Drain) : IntraoperativeEvent, ISurgicalStep;
