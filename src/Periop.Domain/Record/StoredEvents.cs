using System.Collections.Frozen;
using System.Reflection;

namespace Periop.Domain.Record;

/// <summary>Every event type and the name it is stored under.</summary>
public static class StoredEvents
{
    /// <summary>All event types, by name.</summary>
    public static IReadOnlyList<Type> Types { get; } =
        [.. typeof(StoredEvent).Assembly.GetTypes()
            .Where(t => t.IsSubclassOf(typeof(StoredEvent)) && !t.IsAbstract).OrderBy(t => t.Name, StringComparer.Ordinal)];

    static readonly FrozenDictionary<Type, string> Names = Types.ToFrozenDictionary(t => t, t =>
        t.GetCustomAttribute<StoredAsAttribute>()?.Name ?? throw new InvalidOperationException($"{t.Name} has no stored name: add [StoredAs]"));

    /// <summary>The stored name of an event type, such as <c>incision_made</c>.</summary>
    public static string NameOf(Type type) => Names[type];
}
