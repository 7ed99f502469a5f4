using System.Collections.Concurrent;

namespace OpsConsole.Core.Foundation.Feel;

/// <summary>Keeps what was compiled, by its text. When it is full it starts anew: what is still used comes back at once.</summary>
internal sealed class FeelCache<T>(Func<string, (T? Compiled, FeelError? Error)> compile)
    where T : class
{
    private const int Capacity = 5_000;

    private readonly ConcurrentDictionary<string, (T?, FeelError?)> _compiled = new(StringComparer.Ordinal);

    public (T? Compiled, FeelError? Error) Get(string text)
    {
        if (_compiled.TryGetValue(text, out var found))
        {
            return found;
        }

        if (_compiled.Count >= Capacity)
        {
            _compiled.Clear();
        }

        return _compiled[text] = compile(text);
    }
}
