namespace OpsConsole.Core.Policies;

/// <summary>The policies that govern one action type, in the order of their ids.</summary>
/// <param name="Digest">Over the id, version and text of each.</param>
public sealed record GoverningPolicies(IReadOnlyList<Policy> Policies, IReadOnlyList<UnreadablePolicy> Unreadable, string Digest);
