namespace Periop.Domain.Record;

/// <summary>What someone wants recorded.</summary>
public interface ICommand
{
    /// <summary>The client's id for it: sent again, it is recorded once. Made by the server when absent.</summary>
    Guid? EntryId { get; }

    /// <summary>What is missing although a single member cannot tell: member name and sentence.</summary>
    IEnumerable<(string Member, string Problem)> Missing();
}
