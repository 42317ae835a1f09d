using Periop.Domain.Record;

namespace Periop.Domain.Cases;

/// <summary>What a command comes to: an event to record, or a refusal.</summary>
public abstract record Decision
{
    Decision()
    {
    }

    public sealed record ToRecord(CaseEvent Event) : Decision;

    public sealed record ToRefuse(Refusal Refusal) : Decision;

    public static implicit operator Decision(CaseEvent happened) => new ToRecord(happened);

    public static implicit operator Decision(Refusal refusal) => new ToRefuse(refusal);
}
