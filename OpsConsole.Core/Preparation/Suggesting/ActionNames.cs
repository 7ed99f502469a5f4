using OpsConsole.Core.Connectors;
using OpsConsole.Core.Preparation.Playbooks;

namespace OpsConsole.Core.Preparation.Suggesting;

/// <summary>What people call an action type: the name of the playbook that proposes it, else its operation.</summary>
public sealed class ActionNames(PlaybookShelf playbooks, IActionTypes types)
{
    public string Of(string actionType) => Proposing(actionType)?.Name ?? types.Find(actionType)?.Operation.Replace('_', ' ') ?? actionType;

    /// <summary>Only what a playbook proposes can a playbook ask about instead.</summary>
    public bool IsPlaybooks(string actionType) => Proposing(actionType) is not null;

    private Playbook? Proposing(string actionType) =>
        playbooks.Packs.SelectMany(pack => pack.Playbooks).FirstOrDefault(playbook => playbook.Situations.Any(situation => situation.ActionType == actionType));
}
