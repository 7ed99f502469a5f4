namespace OpsConsole.Core.Policies;

/// <summary>The policies that govern one action type, in the order of their ids.</summary>
/// <param name="Digest">Over the id, version and text of each.</param>
public sealed record GoverningPolicies(IReadOnlyList<Policy> Policies, IReadOnlyList<UnreadablePolicy> Unreadable, string Digest)
{
    /// <summary>The versions by name, such as <c>holds@2 refunds@5</c>.</summary>
    public string Versions => string.Join(' ', Policies.Select(policy => (policy.Id, policy.Version)).Concat(Unreadable.Select(policy => (policy.Id, policy.Version)))
        .OrderBy(policy => policy.Id, StringComparer.Ordinal).Select(policy => $"{policy.Id}@{policy.Version}"));
}
