namespace Periop.Domain.Record;

/// <summary>Something that was recorded, of whatever stream.</summary>
public abstract record StoredEvent;

/// <summary>The name under which an event is stored. It is the contract with every event already stored and never changes.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class StoredAsAttribute(string name) : Attribute
{
    public string Name { get; } = name;
}
