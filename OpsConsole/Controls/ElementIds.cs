namespace OpsConsole.Controls;

/// <summary>Ids that tie a label to what it labels; unique within the process, without meaning.</summary>
internal static class ElementIds
{
    private static long _last;

    public static string Next(string prefix) => $"{prefix}-{Interlocked.Increment(ref _last)}";
}
