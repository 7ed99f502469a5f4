namespace OpsConsole.Core.Policies.Replaying;

/// <summary>The rows that fired as one text, such as <c>refunds/R7 holds/H2</c>: what a list needs of a verdict.</summary>
public static class FiredRows
{
    public static string Write(PolicyVerdict verdict) => string.Join(' ', verdict.Hits.Select(hit => $"{Clean(hit.PolicyId)}/{Clean(hit.RuleId)}").Distinct());

    /// <summary>The rows of one policy among them, in their order.</summary>
    public static IEnumerable<string> Of(string fired, string policyId) => fired.Split(' ', StringSplitOptions.RemoveEmptyEntries)
        .Where(row => row.StartsWith(Clean(policyId) + "/", StringComparison.Ordinal))
        .Select(row => row[(policyId.Length + 1)..]);

    /// <summary>A name with a space in it must not fall into two.</summary>
    private static string Clean(string name) => name.Replace(' ', '_');
}
