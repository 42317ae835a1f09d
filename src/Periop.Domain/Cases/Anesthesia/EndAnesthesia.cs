using Periop.Domain.Record;

namespace Periop.Domain.Cases;

/// <summary>Anesthesia hands over care, normally after leaving the room.</summary>
/// <example>{ }</example>
public sealed record EndAnesthesia : EndingStep
{
    public override Decision Decide(SurgicalCase surgicalCase, DateTimeOffset now) => new AnesthesiaEnded();
}

/// <summary>Anesthesia care ended.</summary>
[StoredAs("anesthesia_ended")]
public sealed record AnesthesiaEnded : IntraoperativeEvent, IMayFollowDeath;
