using Periop.Domain.Record;

namespace Periop.Domain.Cases;

/// <summary>Closing begins.</summary>
/// <example>{ }</example>
public sealed record StartClosing : EndingStep
{
    public override Decision Decide(SurgicalCase surgicalCase, DateTimeOffset now) => new ClosingStarted();
}

/// <summary>Closing began.</summary>
[StoredAs("closing_started")]
public sealed record ClosingStarted : IntraoperativeEvent, ISurgicalStep;
