using Periop.Domain.Text;

namespace Periop.Domain.Spine;

/// <summary>The part of the spine a level belongs to.</summary>
public enum Region { Cervical, Thoracic, Lumbar, Sacral }

/// <summary>
/// One vertebral segment: C1 to C7, T1 to T12, L1 to L5, S1 to S5. Transitional anatomy is told in the note:
/// T13 and L6 are not levels.
/// </summary>
public readonly record struct Level(string Value) : IText<Level>, IComparable<Level>
{
    static readonly Dictionary<string, int> Order = Names().Select((name, index) => (name, index)).ToDictionary(x => x.name, x => x.index);

    public static string Rule => "a level: C1 to C7, T1 to T12, L1 to L5 or S1 to S5";

    public static int MaxLength => 3;

    /// <summary>The region, by the level's letter.</summary>
    public Region Region => Value switch { ['C', ..] => Region.Cervical, ['T', ..] => Region.Thoracic, ['L', ..] => Region.Lumbar, _ => Region.Sacral };

    public static Level? Read(string text) => Order.ContainsKey(text) ? new Level(text) : null;

    public static Level AsStored(string text) => new(text);

    /// <summary>From the head down; what is stored and is no level any more comes last.</summary>
    public int CompareTo(Level other) => (Place, Value).CompareTo((other.Place, other.Value));

    int Place => Order.GetValueOrDefault(Value, Order.Count);

    public override string ToString() => Value;

    public static bool operator <(Level left, Level right) => left.CompareTo(right) < 0;

    public static bool operator >(Level left, Level right) => left.CompareTo(right) > 0;

    public static bool operator <=(Level left, Level right) => left.CompareTo(right) <= 0;

    public static bool operator >=(Level left, Level right) => left.CompareTo(right) >= 0;

    static IEnumerable<string> Names() =>
        from part in new[] { ("C", 7), ("T", 12), ("L", 5), ("S", 5) }
        from number in Enumerable.Range(1, part.Item2)
        select part.Item1 + number;
}
