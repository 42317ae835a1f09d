namespace Periop.Domain.Record;

/// <summary>Something that was recorded, of whatever stream.</summary>
public abstract record StoredEvent;

/// <summary>The name under which an event is stored. It is the contract with every event already stored and never changes.</summary>
/// <param name="kind">What it is called outside, whatever the version.</param>
/// <param name="version">Of its shape. Names and shapes of earlier versions are the store's business.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class StoredAsAttribute(string kind, int version = 1) : Attribute
{
    public string Kind { get; } = kind;

    public int Version { get; } = version;

    /// <summary>As <c>incision_made</c>; from the second version on as <c>hardware_removed_v2</c>.</summary>
    public string Name => Version == 1 ? Kind : $"{Kind}_v{Version}";
}
