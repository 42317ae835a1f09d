namespace Periop.Server;

/// <summary>A clock that is not that of life.</summary>
interface ISimulated
{
    /// <summary>How many of its seconds pass in a real one.</summary>
    double Factor { get; }
}
