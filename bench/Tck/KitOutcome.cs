namespace OpsConsole.Bench.Tck;

/// <summary>What became of one case.</summary>
/// <param name="Passed">Null when it was not run.</param>
internal sealed record KitOutcome(KitCase Case, bool? Passed, string Expected, string Got, string Reason);
