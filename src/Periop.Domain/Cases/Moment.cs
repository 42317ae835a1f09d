using System.Runtime.InteropServices;

namespace Periop.Domain.Cases;

/// <summary>A place in the order in which things happened: by time; at the same time, as recorded.</summary>
[StructLayout(LayoutKind.Auto)]
readonly record struct Moment(DateTimeOffset At, long Version) : IComparable<Moment>
{
    public static Moment Of(Entry entry) => new(entry.EffectiveAt, entry.Version);

    public int CompareTo(Moment other) => At.CompareTo(other.At) is not 0 and var order ? order : Version.CompareTo(other.Version);

    public static bool operator <(Moment one, Moment other) => one.CompareTo(other) < 0;

    public static bool operator >(Moment one, Moment other) => one.CompareTo(other) > 0;

    public static bool operator <=(Moment one, Moment other) => one.CompareTo(other) <= 0;

    public static bool operator >=(Moment one, Moment other) => one.CompareTo(other) >= 0;
}
