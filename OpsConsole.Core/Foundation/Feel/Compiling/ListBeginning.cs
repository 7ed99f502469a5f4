using System.Collections;
using OpsConsole.Core.Foundation.Feel.Values;

namespace OpsConsole.Core.Foundation.Feel.Compiling;

/// <summary>The first items of a list that only grows, as they stand now, without a copy.</summary>
internal sealed class ListBeginning(List<FeelValue> all, int count) : IReadOnlyList<FeelValue>
{
    public int Count => count;

    public FeelValue this[int index] => index < count ? all[index] : throw new ArgumentOutOfRangeException(nameof(index));

    public IEnumerator<FeelValue> GetEnumerator()
    {
        for (var index = 0; index < count; index++)
        {
            yield return all[index];
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
