namespace Periop.Domain.Record;

/// <summary>What someone wants recorded.</summary>
public interface ICommand
{
    /// <summary>The client's id for it: sent again, it is recorded once. Made by the server when absent.</summary>
    Guid? EntryId { get; }

    /// <summary>What is missing although a single member cannot tell: member name, empty for the body as a whole, and sentence.</summary>
    IEnumerable<(string Member, string Problem)> Missing();
}

/// <summary>A command in whose body a member that is null says something else than one that is absent.</summary>
public interface ISaysNull
{
    /// <summary>The same command, with the members of its body that are null.</summary>
    ICommand WithNulls(IReadOnlyList<string> members);
}
