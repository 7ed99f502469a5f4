namespace OpsConsole.Core.Foundation.Feel.Types;

/// <summary>Lets a sequence be written in brackets.</summary>
internal static class SequenceBuilder
{
    public static Sequence<T> Create<T>(ReadOnlySpan<T> items)
        where T : class => new(items.ToArray());
}
