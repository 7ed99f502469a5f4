namespace OpsConsole.Core.Preparation.Evaluating;

/// <summary>Whether a setup of models and prompts may work.</summary>
public abstract record EvaluationStanding
{
    private EvaluationStanding()
    {
    }

    /// <summary>It may.</summary>
    public abstract bool IsOpen { get; }

    /// <summary>No pack in force brings a set, so that there is nothing to hold it against.</summary>
    public sealed record NothingToRun : EvaluationStanding
    {
        public override bool IsOpen => true;
    }

    /// <summary>Every set was run, and none was worse than what it is held against.</summary>
    public sealed record NotWorse : EvaluationStanding
    {
        public override bool IsOpen => true;
    }

    /// <summary>A person let it work.</summary>
    public sealed record Cleared(EvaluationClearance By) : EvaluationStanding
    {
        public override bool IsOpen => true;
    }

    /// <summary>A set has not been run with it yet.</summary>
    public sealed record Waiting(string SetId) : EvaluationStanding
    {
        public override bool IsOpen => false;
    }

    /// <summary>A set went worse with it.</summary>
    /// <param name="Run">Its run.</param>
    /// <param name="Than">The run that it is held against.</param>
    public sealed record Worse(EvaluationRun Run, EvaluationRun Than) : EvaluationStanding
    {
        public override bool IsOpen => false;
    }
}
