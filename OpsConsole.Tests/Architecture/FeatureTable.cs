namespace OpsConsole.Tests.Architecture;

/// <summary>The table "Who may use whom" of docs/architecture.md.</summary>
internal static class FeatureTable
{
    public static Dictionary<string, HashSet<string>> Read() => SourceTree.Read("docs/architecture.md").Split('\n')
        .SkipWhile(line => !line.StartsWith("| Feature", StringComparison.Ordinal))
        .Skip(2)
        .TakeWhile(line => line.StartsWith('|'))
        .Select(line => line.Split('|', StringSplitOptions.TrimEntries))
        .ToDictionary(
            cells => cells[1],
            cells => cells[3].Split(',', StringSplitOptions.TrimEntries).Where(name => name != "–").ToHashSet(StringComparer.Ordinal),
            StringComparer.Ordinal);
}
