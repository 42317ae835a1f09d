using System.Collections;
using System.Collections.Concurrent;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace Periop.Domain.Cases;

/// <summary>Two entries of what may well happen twice, but hardly so that both say the same in the same minute: one was perhaps sent again.</summary>
static class Doubled
{
    static readonly TimeSpan Apart = TimeSpan.FromMinutes(2);

    static readonly ConcurrentDictionary<Type, PropertyInfo[]> OwnMembers = [];

    /// <summary>An event never changes, and each one is looked at again whenever its case does.</summary>
    static readonly ConditionalWeakTable<CaseEvent, string> Known = [];

    /// <summary>Whether an entry is of those that are looked at.</summary>
    public static bool IsLookedAt(CaseEvent happened) => happened is HardwareEvent or BloodProductGiven or AntibioticGiven or FluidRecorded;

    public static IEnumerable<Raised> Find(SurvivingEntries entries)
    {
        var last = new Dictionary<string, Entry>(StringComparer.Ordinal);
        foreach (var entry in entries.Where(e => IsLookedAt(e.Event)))
        {
            var said = Known.GetValue(entry.Event, WhatIsSaid);
            if (last.TryGetValue(said, out var before) && entry.EffectiveAt - before.EffectiveAt <= Apart)
                yield return new Raised("Two entries within two minutes say the same: was it done twice?", before, entry);
            last[said] = entry;
        }
    }

    /// <summary>
    /// All that it says but its id, its time and how it came. Of a note, only that there is one: its words may be masked one day, and what is
    /// worked out from the entries afterwards must be what was worked out before.
    /// </summary>
    static string WhatIsSaid(CaseEvent happened) => string.Join('|',
        OwnMembers.GetOrAdd(happened.GetType(), type => [.. type.GetProperties().Where(p => p.DeclaringType!.IsSubclassOf(typeof(CaseEvent)))])
            .Select(p => p.GetValue(happened)).Select(value => value is IEnumerable many and not string ? string.Join(',', many.Cast<object>()) : $"{value}")
            .Prepend(happened.GetType().Name).Append($"{happened.Note is not null}"));
}
