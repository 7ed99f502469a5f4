namespace OpsConsole.Core.Policies.Changing;

/// <summary>What policies look at and nobody who decides can change: it belongs to the proposal as it was made.</summary>
public enum GivenKind
{
    /// <summary>Where values come from. With facts behind them, policies would ask for less.</summary>
    Origins,

    /// <summary>What cases of this type are about. In a case that is about it, policies would ask for less.</summary>
    Scope,
}

/// <summary>Why policies ask for as much as they do, where only what is given would have to be different. It was tried by judging again.</summary>
/// <param name="Origins">Of <see cref="GivenKind.Origins"/>: the parameters that nothing trusted speaks for, each with what does, such as <c>model</c>.</param>
/// <param name="Then">What policies would ask for.</param>
public sealed record GivenHold(GivenKind Kind, IReadOnlyList<GivenOrigin> Origins, RuleDemand Then);

/// <param name="From">As policies know it: <c>model</c>, <c>customer text</c> or <c>proposer</c>.</param>
public sealed record GivenOrigin(string Parameter, string From);
