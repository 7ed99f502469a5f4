using System.Collections;
using System.Runtime.CompilerServices;

namespace OpsConsole.Core.Foundation.Feel.Types;

/// <summary>A list that equals another with equal items, so that types and trees are equal when they say the same.</summary>
[CollectionBuilder(typeof(SequenceBuilder), nameof(SequenceBuilder.Create))]
internal sealed class Sequence<T>(T[] items) : IReadOnlyList<T>, IEquatable<Sequence<T>>
    where T : class
{
    public int Count => items.Length;

    public T this[int index] => items[index];

    public bool Equals(Sequence<T>? other) => other is not null && this.SequenceEqual(other);

    public override bool Equals(object? obj) => Equals(obj as Sequence<T>);

    public override int GetHashCode() => items.Length;

    public IEnumerator<T> GetEnumerator() => ((IEnumerable<T>)items).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
