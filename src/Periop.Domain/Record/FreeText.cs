using System.Collections.Concurrent;
using System.Reflection;
using Periop.Domain.Text;

namespace Periop.Domain.Record;

/// <summary>Free text is all in an event that can identify a person; it sits in members of one type, so all of it is found.</summary>
public static class FreeText
{
    /// <summary>What stands in place of a text that was taken away.</summary>
    public static readonly Note Mask = new("(masked)");

    static readonly ConcurrentDictionary<Type, PropertyInfo[]> Notes = [];

    /// <summary>The same event with every note replaced. None may stand deeper in an event than in its own members.</summary>
    public static TEvent Masked<TEvent>(TEvent happened) where TEvent : StoredEvent
    {
        var masked = happened with { };
        foreach (var note in MembersOf(happened.GetType()))
            if (note.GetValue(masked) is not null)
                note.SetValue(masked, Mask);
        return masked;
    }

    /// <summary>The members of an event type that are free text.</summary>
    public static IReadOnlyList<PropertyInfo> MembersOf(Type type) => Notes.GetOrAdd(
        type, of => [.. of.GetProperties().Where(p => p.PropertyType == typeof(Note) || p.PropertyType == typeof(Note?))]);
}
