using OpsConsole.Core.Models;

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

    /// <summary>One provider's models inside the same pipeline, with the prompts as they are.</summary>
    /// <param name="Setup">Digest of models and prompts: it changes with any of them.</param>
    public sealed record Models(ModelProvider Provider, string Setup) : EvaluationSubject
    {
        public override string Name => $"{Provider.Name} ({string.Join(", ", new[] { Provider.FastModel, Provider.CarefulModel }.OfType<string>().Distinct(StringComparer.Ordinal))})";
    }

    /// <summary>
    /// What a provider answered in its newest finished evaluation of the set, said again: playbooks, packs, checks and policies can so be
    /// changed and measured on the same answers, and nobody is asked or paid.
    /// </summary>
    /// <param name="Of">The subject of that evaluation.</param>
    public sealed record Recorded(string Of) : EvaluationSubject
    {
        public override string Name => $"{Of}, as recorded";
    }
}
