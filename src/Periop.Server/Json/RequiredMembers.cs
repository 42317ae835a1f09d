using System.Reflection;
using System.Text.Json.Serialization.Metadata;
using Periop.Domain.Record;

namespace Periop.Server.Json;

/// <summary>
/// A member that a stored event does not have reads as null. Where it cannot be null the event is not read at all: it would say the first
/// word of a vocabulary, and nobody said that. Documents of earlier releases are read as they are.
/// </summary>
static class RequiredMembers
{
    /// <summary>Records that stand in events; they are as old as these.</summary>
    static readonly HashSet<Type> Parts = [.. StoredEvents.Types.SelectMany(PartsOf)];

    public static void Demand(JsonTypeInfo type)
    {
        if (type.Kind is not JsonTypeInfoKind.Object || !(type.Type.IsAssignableTo(typeof(StoredEvent)) || Parts.Contains(type.Type)))
            return;
        foreach (var member in type.Properties.Where(m => Nullable.GetUnderlyingType(m.PropertyType) is null))
            member.IsRequired = member.AssociatedParameter is { } parameter
                ? parameter is { HasDefaultValue: false, IsNullable: false }
                : member.Set is not null && member.PropertyType.IsValueType;
    }

    static IEnumerable<Type> PartsOf(Type record) =>
        from member in record.GetProperties(BindingFlags.Public | BindingFlags.Instance)
        from type in member.PropertyType.IsGenericType ? member.PropertyType.GetGenericArguments() : [member.PropertyType]
        where type.IsClass && type.Assembly == typeof(StoredEvent).Assembly
        from part in PartsOf(type).Prepend(type)
        select part;
}
