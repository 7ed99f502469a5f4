using System.Security.Cryptography;
using System.Text;
using OpsConsole.Core.Models;
using OpsConsole.Core.Models.Configuring;
using OpsConsole.Core.Preparation.Prompting;

namespace OpsConsole.Core.Preparation.Evaluating;

/// <summary>Who can be evaluated now.</summary>
public sealed class EvaluationSubjects(ModelSettings settings, PromptShelf prompts, RecordedRuns recorded)
{
    /// <summary>The playbooks first: they are always there, and everything else is held against them.</summary>
    public IReadOnlyList<EvaluationSubject> All =>
    [
        new EvaluationSubject.Playbook(),
        .. settings.Current.Providers.Select(provider => new EvaluationSubject.Models(provider, SetupOf(provider))),
        .. recorded.Subjects.Select(subject => new EvaluationSubject.Recorded(subject)),
    ];

    /// <summary>Changes with any model, with where it is, and with any prompt.</summary>
    public string SetupOf(ModelProvider provider) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(
        string.Join('\n', provider.Name, provider.Kind, provider.BaseUrl, provider.FastModel, provider.CarefulModel, Prompts))));

    /// <summary>The prompts that are asked: of each name the newest.</summary>
    private string Prompts => string.Join(' ', prompts.All.GroupBy(prompt => prompt.Ref.Name, StringComparer.Ordinal).Select(group => group.Last().Ref.Digest));
}
