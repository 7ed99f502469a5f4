namespace OpsConsole.Core.Policies.Replaying;

/// <summary>How far a replay is.</summary>
public sealed record ReplayProgress(int Done, int Total);
