namespace OpsConsole.Core.Actions;

/// <summary>What the change feed says when a job has something to do at once. A hint only: the sweep finds the same rows without it.</summary>
public static class DueTopics
{
    /// <summary>An action may be dispatched.</summary>
    public const string Dispatch = "action-to-dispatch";

    /// <summary>An effect may be looked at.</summary>
    public const string Look = "action-to-look-at";
}
