using OpsConsole.Core.Models.Recording;

namespace OpsConsole.Core.Models.Asking;

/// <summary>Why one try gave nothing that can be used.</summary>
/// <param name="Sentence">Which provider, what happened, what to do.</param>
internal sealed record TryFailure(ModelFault Fault, string Sentence)
{
    /// <summary>Whether the same question may be sent there again.</summary>
    public bool MayRepeat { get; init; }

    /// <summary>How long the provider asks to wait; null when it does not say.</summary>
    public TimeSpan? Wait { get; init; }

    /// <summary>Whether the provider certainly computed nothing, so that nothing was used.</summary>
    public bool CostNothing { get; init; }

    /// <summary>Whether the question may fare better without a schema in its format.</summary>
    public bool MayBeSchema { get; init; }

    /// <summary>What to tell the model so that it answers better; null when the failure is of another kind.</summary>
    public UnfitAnswer? Unfit { get; init; }

    /// <summary>Whether another provider may be asked.</summary>
    public bool TryNext { get; init; } = true;

    public ExchangeOutcome Outcome => Fault switch
    {
        ModelFault.TimedOut => ExchangeOutcome.TimedOut,
        ModelFault.RateLimited => ExchangeOutcome.RateLimited,
        ModelFault.Refused => ExchangeOutcome.Refused,
        ModelFault.Malformed => ExchangeOutcome.Malformed,
        ModelFault.NotConfigured or ModelFault.NotAllowed or ModelFault.NotEvaluated or ModelFault.BudgetSpent or ModelFault.NotRecorded or ModelFault.Unavailable => ExchangeOutcome.Unavailable,
    };
}
