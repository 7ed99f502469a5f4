namespace OpsConsole.Core.Preparation.Evaluating;

/// <summary>Who prepares the cases of an evaluation.</summary>
public abstract record EvaluationSubject
{
    private EvaluationSubject()
    {
    }

    /// <summary>What it is called in lists and plots.</summary>
    public abstract string Name { get; }

    /// <summary>No model: playbooks, classifier and retrieval alone.</summary>
    public sealed record Playbook : EvaluationSubject
    {
        public override string Name => "Playbook";
    }

    /// <summary>The models as they are configured, with the prompts as they are.</summary>
    /// <param name="Setup">Which models and prompts, as one word that changes with any of them.</param>
    public sealed record Models(string Label, string Setup) : EvaluationSubject
    {
        public override string Name => Label;
    }
}
