namespace OpsConsole.Core.Connectors.Sandbox;

/// <summary>A way in which the sandbox can be made to fail.</summary>
public enum SandboxFaultKind
{
    /// <summary>The answer comes late.</summary>
    Latency,

    /// <summary>The call is refused, without any effect.</summary>
    Refusal,

    /// <summary>The call does not arrive.</summary>
    Down,

    /// <summary>The effect happens, and the answer does not come back.</summary>
    TimeoutAfterCommit,

    /// <summary>Reads show the records as they were when the fault was switched on.</summary>
    StaleRead,
}

/// <summary>One fault that is on.</summary>
/// <param name="Operation">The operation that meets it; <c>*</c> for all, <c>records</c> for the reading of records.</param>
/// <param name="Milliseconds">How late the answer is, for <see cref="SandboxFaultKind.Latency"/>.</param>
/// <param name="Times">How many calls meet it before it ends; null for all.</param>
/// <param name="Probability">The share of calls that meet it, from 0 to 1.</param>
public sealed record SandboxFault(SandboxFaultKind Kind, string Operation = "*", int Milliseconds = 0, int? Times = null, double Probability = 1);
