using System.Text.Json.Serialization;
using Periop.Domain.Record;
using Periop.Domain.Text;

namespace Periop.Domain.Cases;

/// <summary>What someone wants recorded about a case, with the members that every such command has.</summary>
public abstract record CaseCommand : ICommand
{
    /// <summary>The client's id for this entry: sent again, it is recorded once. Made by the server when absent.</summary>
    public Guid? EntryId { get; init; }

    /// <summary>When it happened, with offset; now when absent.</summary>
    public DateTimeOffset? OccurredAt { get; init; }

    /// <summary>How it came.</summary>
    public EntrySource Source { get; init; } = EntrySource.Live;

    /// <summary>Why it is right to go past a stop.</summary>
    public Note? Override { get; init; }

    /// <summary>Why something recorded is changed, or a signed record is added to.</summary>
    public Note? Reason { get; init; }

    /// <summary>Anything to add, at most 500 characters.</summary>
    public Note? Note { get; init; }

    /// <summary>An earlier entry that this one replaces: it is retracted together with this entry. Needs a reason.</summary>
    public Guid? Replaces { get; init; }

    /// <summary>Who recorded it, when somebody else sends it: it waited on a device, and its recorder has gone.</summary>
    public Label? RecordedFor { get; init; }

    /// <summary>The code of the flag whose stop offered this entry.</summary>
    public Term? AfterStop { get; init; }

    /// <summary>How exactly the time is known; null to the moment. At a screen everything happens at a moment.</summary>
    [JsonIgnore]
    public TimePrecision? Precision { get; init; }

    /// <summary>What is missing although a single member cannot tell: member name and sentence.</summary>
    public virtual IEnumerable<(string Member, string Problem)> Missing() =>
        Replaces is not null && Reason is null ? [("reason", "is required when another entry is replaced")] : [];

    /// <summary>What a file may leave out because it brings times alone, and everyone else has to say.</summary>
    protected IEnumerable<(string Member, string Problem)> MissingUnlessImported(object? value, string member) =>
        value is null && Source is not EntrySource.Import ? [(member, "is required")] : [];

    /// <summary>Whether a case takes it at a screen although it was called off.</summary>
    internal virtual AfterCallingOff AfterCallingOff => AfterCallingOff.Taken;

    /// <summary>Whether it needs a reason once surgeon and circulating nurse have signed.</summary>
    internal virtual bool IsFrozenBySignature => false;

    /// <summary>A change of the record always says why.</summary>
    protected IEnumerable<(string Member, string Problem)> MissingReason() =>
        Reason is null ? [("reason", "is required")] : [];

    /// <summary>The event to record, or why not. Pure: the case so far and what surrounds the command decide.</summary>
    public abstract Decision Decide(SurgicalCase surgicalCase, Circumstances at);
}

/// <summary>A command that the case and the time alone decide, as they do nearly all.</summary>
public abstract record OrdinaryCommand : CaseCommand
{
    /// <summary>The event to record, or why not.</summary>
    public abstract Decision Decide(SurgicalCase surgicalCase, DateTimeOffset now);

    public sealed override Decision Decide(SurgicalCase surgicalCase, Circumstances at) => Decide(surgicalCase, at.Now);
}

/// <summary>What becomes of a command when its case was called off; an aborted case is one whose patient had entered the room.</summary>
enum AfterCallingOff { Refused, TakenIfAborted, Taken }

/// <summary>A change of what is planned.</summary>
public abstract record PlanningStep : OrdinaryCommand
{
    internal override AfterCallingOff AfterCallingOff => AfterCallingOff.Refused;
}

/// <summary>Something that carries the operation on.</summary>
public abstract record OperationStep : OrdinaryCommand
{
    internal override AfterCallingOff AfterCallingOff => AfterCallingOff.Refused;

    internal override bool IsFrozenBySignature => true;
}

/// <summary>Something that an operation needs to come to its end, also one that was broken off.</summary>
public abstract record EndingStep : OrdinaryCommand
{
    internal override AfterCallingOff AfterCallingOff => AfterCallingOff.TakenIfAborted;

    internal override bool IsFrozenBySignature => true;
}

/// <summary>Something learnt after the operation.</summary>
public abstract record OutcomeReport : OrdinaryCommand;

/// <summary>Something about the record rather than the patient.</summary>
public abstract record RecordChange : OrdinaryCommand;
