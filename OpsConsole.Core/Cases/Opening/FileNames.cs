namespace OpsConsole.Core.Cases.Opening;

/// <summary>Names of files that come with a message: kept to be seen, and never opened.</summary>
public static class FileNames
{
    private const int Most = 20;
    private const int Longest = 255;

    internal static IEnumerable<string> Problems(IReadOnlyList<string> names)
    {
        if (names.Count > Most)
        {
            yield return $"attachments names {names.Count} files; the most is {Most}.";
        }

        if (names.Any(name => string.IsNullOrWhiteSpace(name) || name.Length > Longest || name.Any(char.IsControl)))
        {
            yield return $"attachments must be names of 1 to {Longest} characters without control characters.";
        }
    }

    /// <summary>As they are stored; null for none.</summary>
    internal static string? Join(IReadOnlyList<string> names) => names.Count == 0 ? null : string.Join('\n', names);
}
