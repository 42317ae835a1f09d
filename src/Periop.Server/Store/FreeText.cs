using System.Collections.Concurrent;
using System.Reflection;
using Periop.Domain.Record;
using Periop.Domain.Text;

namespace Periop.Server.Store;

/// <summary>Free text is all in an event that can identify a person; it sits in members of one type, so all of it is found.</summary>
static class FreeText
{
    static readonly Note Mask = new("(masked)");

    static readonly ConcurrentDictionary<Type, PropertyInfo[]> Notes = [];

    /// <summary>The same event with every note replaced.</summary>
    public static StoredEvent Masked(StoredEvent happened)
    {
        var masked = happened with { };
        foreach (var note in Notes.GetOrAdd(happened.GetType(),
                type => [.. type.GetProperties().Where(p => p.PropertyType == typeof(Note) || p.PropertyType == typeof(Note?))]))
            if (note.GetValue(masked) is not null)
                note.SetValue(masked, Mask);
        return masked;
    }
}
