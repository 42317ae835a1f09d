using Periop.Domain.Record;

namespace Periop.Domain.Cases;

/// <summary>What has to be in order before the patient goes to the room.</summary>
public enum PreparationItem { Fasting, Medications, Imaging, Laboratory, Examination, Consent, SiteMarked }

/// <summary>How an item was found.</summary>
public enum PreparationOutcome { Done, NotApplicable, Problem }

/// <summary>Ticks off one item of the preparation.</summary>
/// <example>{ "item": "site-marked", "outcome": "done" }</example>
public sealed record CheckPreparationItem(PreparationItem Item, PreparationOutcome Outcome) : OperationStep
{
    public override Decision Decide(SurgicalCase surgicalCase, DateTimeOffset now) => new PreparationItemRecorded(Item, Outcome);
}

/// <summary>An item of the preparation was looked at.</summary>
[StoredAs("preparation_item_recorded")]
public sealed record PreparationItemRecorded(PreparationItem Item, PreparationOutcome Outcome) : CaseEvent;
