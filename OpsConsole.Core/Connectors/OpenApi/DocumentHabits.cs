namespace OpsConsole.Core.Connectors.OpenApi;

/// <summary>What a document lets one guess about its system; a person confirms it before it is saved.</summary>
/// <param name="RecordTemplate">Such as <c>/records/{collection}/{id}</c>, when several collections are read in one way.</param>
/// <param name="IdempotencyHeader">The header that its writes take a repeat key in.</param>
/// <param name="HealthPath">The path that tells whether it is up.</param>
public sealed record DocumentHabits(string? RecordTemplate, string? IdempotencyHeader, string? HealthPath)
{
    private static readonly string[] HealthNames = ["health", "healthz", "livez", "status", "ping"];

    public static DocumentHabits Of(ApiDocument document)
    {
        var reads = document.Operations.Where(operation => operation.Method.Equals("GET", StringComparison.OrdinalIgnoreCase)).Select(operation => operation.Path).ToList();
        return new DocumentHabits(
            reads.Select(PrefixOfRecord).OfType<string>().GroupBy(prefix => prefix, StringComparer.Ordinal)
                .Where(paths => paths.Skip(1).Any()).OrderByDescending(paths => paths.Count())
                .Select(paths => $"{paths.Key}/{{collection}}/{{id}}").FirstOrDefault(),
            document.Operations.Where(operation => operation.Effect == EffectClass.Write).Select(operation => operation.RepeatKeyHeader).FirstOrDefault(header => header is not null),
            reads.Where(path => HealthNames.Contains(path.Split('/')[^1], StringComparer.OrdinalIgnoreCase)).OrderBy(path => path.Length).FirstOrDefault());
    }

    /// <summary>The part before the collection of a path such as <c>/records/orders/{id}</c>; null for any other shape.</summary>
    private static string? PrefixOfRecord(string path)
    {
        var parts = path.Split('/');
        return parts.Length >= 3 && IsPlace(parts[^1]) && parts[^2].Length > 0 && !parts[..^1].Any(IsPlace) ? string.Join('/', parts[..^2]) : null;
    }

    private static bool IsPlace(string part) => part.StartsWith('{') && part.EndsWith('}');
}
