using System.Collections;
using System.Runtime.CompilerServices;

namespace Periop.Domain.Text;

/// <summary>
/// A list that equals another with the same elements in the same order. The lists of a row are of this type: a row with any other
/// list equals no other row, and would be written anew with every entry of its case.
/// </summary>
[CollectionBuilder(typeof(ValueList), nameof(ValueList.Of))]
public sealed class ValueList<T> : IReadOnlyList<T>, IEquatable<ValueList<T>>
{
    internal static readonly ValueList<T> None = new([]);

    readonly T[] elements;

    internal ValueList(T[] elements) => this.elements = elements;

    public int Count => elements.Length;

    public T this[int index] => elements[index];

    public bool Equals(ValueList<T>? other) => other is not null && elements.AsSpan().SequenceEqual(other.elements);

    public override bool Equals(object? obj) => Equals(obj as ValueList<T>);

    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (var element in elements)
            hash.Add(element);
        return hash.ToHashCode();
    }

    public IEnumerator<T> GetEnumerator() => elements.AsEnumerable().GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}

/// <summary>Makes lists that are compared by value.</summary>
public static class ValueList
{
    public static ValueList<T> Of<T>(ReadOnlySpan<T> elements) => elements.IsEmpty ? ValueList<T>.None : new(elements.ToArray());
}
