using OpsConsole.Core.BusinessMap;
using OpsConsole.Core.Connectors;
using OpsConsole.Core.Policies;
using OpsConsole.Core.Policies.Authoring;
using OpsConsole.Core.Policies.Documents;
using OpsConsole.Core.Policies.Replaying;
using OpsConsole.Core.Workflow;
using OpsConsole.Policies.Editing;

namespace OpsConsole.Policies.Drafting;

/// <summary>What the pages around a draft read: drafts and versions, past decisions, and the names that its texts may use.</summary>
public sealed class PolicyDesk(ReadDrafts drafts, ReadPolicies policies, ReadDecisions decisions, IActionTypes types, ICaseTypes cases, LivingMap map)
{
    public ReadDrafts Drafts => drafts;

    public ReadPolicies Policies => policies;

    public ReadDecisions Decisions => decisions;

    /// <summary>The action types that change something, which is what policies govern.</summary>
    public IReadOnlyList<(string Id, string Name)> ActionTypes => [.. types.All.Where(type => type.Effect == EffectClass.Write).Select(type => (type.Id, type.Title))];

    public IReadOnlyList<(string Id, string Name)> CaseTypes => [.. cases.All.Select(type => (type.Id, type.Name))];

    public IReadOnlyList<CompletionWord> Words(PolicyDocument document) => PolicyWords.Of(document, types, map);
}
