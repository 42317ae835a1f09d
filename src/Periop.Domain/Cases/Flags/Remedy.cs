namespace Periop.Domain.Cases;

/// <summary>An entry that would make a flag go, or not come up.</summary>
/// <param name="Command">What kind of command records it.</param>
/// <param name="Whole">The command, where nothing has to be found out before it can be sent: how a count came out cannot be known beforehand.</param>
public sealed record Remedy(Type Command, CaseCommand? Whole = null)
{
    public static implicit operator Remedy(CaseCommand whole) => new(whole.GetType(), whole);

    /// <summary>A command of which only the kind is known.</summary>
    public static Remedy Some<TCommand>() where TCommand : CaseCommand => new(typeof(TCommand));
}
