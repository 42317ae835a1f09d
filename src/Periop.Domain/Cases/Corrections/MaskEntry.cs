using System.Text.Json.Serialization;
using Periop.Domain.Record;

namespace Periop.Domain.Cases;

/// <summary>Takes the free text of an entry away for good; what else the entry says stays. Also of a retracted one.</summary>
/// <example>{ "reason": "names a relative of the patient" }</example>
public sealed record MaskEntry : RecordChange, ITargetInPath
{
    /// <summary>The entry, named in the path.</summary>
    [JsonIgnore]
    public Guid TargetEntryId { get; init; }

    public CaseCommand At(Guid target) => this with { TargetEntryId = target };

    public override IEnumerable<(string Member, string Problem)> Missing() => MissingReason();

    public override Decision Decide(SurgicalCase surgicalCase, DateTimeOffset now) =>
        surgicalCase.Entries.ContainsKey(TargetEntryId) ? new EntryMasked(TargetEntryId) : Refusal.TargetUnknown(TargetEntryId);
}

/// <summary>The free text of an entry was taken away.</summary>
[StoredAs("entry_masked")]
public sealed record EntryMasked(Guid TargetEntryId) : CaseEvent, IMayFollowDeath;

/// <summary>A command whose target stands in its path rather than in its body.</summary>
public interface ITargetInPath
{
    CaseCommand At(Guid target);
}
