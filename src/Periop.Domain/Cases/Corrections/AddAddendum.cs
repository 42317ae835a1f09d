using Periop.Domain.Record;
using Periop.Domain.Text;

namespace Periop.Domain.Cases;

/// <summary>Adds a text to the record, also to a signed one.</summary>
/// <example>{ "text": "Family informed at 14:10." }</example>
public sealed record AddAddendum(Note Text) : RecordChange
{
    public override Decision Decide(SurgicalCase surgicalCase, DateTimeOffset now) => new AddendumAdded(Text);
}

/// <summary>A text was added to the record.</summary>
[StoredAs("addendum_added")]
public sealed record AddendumAdded(Note Text) : CaseEvent, IMayFollowDeath;
