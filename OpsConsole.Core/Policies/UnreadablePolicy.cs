namespace OpsConsole.Core.Policies;

/// <summary>A policy in force whose stored text cannot be read. Until it is repaired, nothing that it governs may run.</summary>
public sealed record UnreadablePolicy(string Id, int Version, string Title, IReadOnlyList<string> Governs, string Digest, string Problem);
