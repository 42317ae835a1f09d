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

    static readonly FrozenDictionary<Type, StoredAsAttribute> Names = Types.ToFrozenDictionary(t => t, t =>
        t.GetCustomAttribute<StoredAsAttribute>() ?? throw new InvalidOperationException($"{t.Name} has no stored name: add [StoredAs]"));

    /// <summary>The stored name of an event type, such as <c>incision_made</c>; a later version has its number in it.</summary>
    public static string NameOf(Type type) => Names[type].Name;

    /// <summary>What an event type is called outside: its stored name without a version.</summary>
    public static string KindOf(Type type) => Names[type].Kind;

    /// <summary>The version of an event type's shape, from 1.</summary>
    public static int VersionOf(Type type) => Names[type].Version;
}
