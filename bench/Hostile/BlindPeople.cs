using System.Text.Json.Nodes;
using OpsConsole.Core.Actions;
using OpsConsole.Core.Actions.Deciding;
using OpsConsole.Core.Foundation.Json;
using OpsConsole.Core.Identity;

namespace OpsConsole.Bench.Hostile;

/// <summary>
/// The worst people that a house could have: whatever waits they approve, each as long as it is let, whether it is theirs to decide or not,
/// with whatever is to be handed in. Now and then a colleague changes an action while they have its page open, and they approve that page.
/// </summary>
internal sealed class BlindPeople(HostileDesk desk, Random random)
{
    private static readonly Actor Agent = Person("agent", Roles.Agent);
    private static readonly Actor Editor = Person("editor", Roles.Agent);
    private static readonly Actor[] All = [Agent, Person("supervisor", Roles.Supervisor), Person("second-supervisor", Roles.Supervisor), Person("administrator", Roles.Admin)];

    private int _staleTried;
    private int _staleApproved;

    /// <summary>Approvals that the console took.</summary>
    public int Taken { get; private set; }

    /// <summary>Approvals of a page that was no longer what it showed, and those that were taken.</summary>
    public (int Tried, int Taken) Stale => (_staleTried, _staleApproved);

    /// <param name="seen">The action as it was shown.</param>
    /// <param name="isStale">Whether it has changed since.</param>
    public async Task ApproveAsync(ProposedAction seen, bool isStale = false)
    {
        var attachments = ActionJson.ReadVerdict(seen.VerdictJson).Attach.Select(name => new Attachment(name, "I have seen it.")).ToList();
        foreach (var person in All)
        {
            var outcome = await desk.Core.Get<ApproveAction>().ApproveAsync(person, seen.Id, SeenContract.Of(seen), "Fine.", attachments, CancellationToken.None);
            _staleTried += isStale ? 1 : 0;
            if (outcome is not ApproveOutcome.Approved approved)
            {
                continue;
            }

            Taken++;
            _staleApproved += isStale ? 1 : 0;
            desk.Ledger.Approved(seen.Id, new Approval(person.Id, person.May(Permissions.ActionsDecideAsSupervisor), seen.Nonce, seen.ParametersJson, attachments.Count > 0));
            if (approved.State != ActionState.AwaitingApproval)
            {
                return;
            }
        }
    }

    /// <summary>Approves it; sometimes only after a colleague has put other words or another amount in, and then the old page first.</summary>
    public async Task DecideAsync(ProposedAction shown)
    {
        if (random.Next(15) == 0 && Other(shown) is { } parameters
            && await desk.Core.Get<EditAction>().EditAsync(Editor, shown.Id, parameters, SeenContract.Of(shown), CancellationToken.None) is EditOutcome.Edited)
        {
            await ApproveAsync(shown, isStale: true);
            shown = (await desk.FindAsync([shown.Id]))[0];
        }

        await ApproveAsync(shown);
    }

    private static JsonObject? Other(ProposedAction action)
    {
        var parameters = JsonNode.Parse(action.ParametersJson)!.AsObject();
        if (parameters.ContainsKey("reason"))
        {
            parameters["reason"] = "changed by a colleague";
        }
        else if (parameters.ContainsKey("text"))
        {
            parameters["text"] = "changed by a colleague";
        }

        return CanonicalJson.Write(parameters) == action.ParametersJson ? null : parameters;
    }

    private static Actor Person(string name, string role) => new(ActorKind.Person, $"bench-{name}", $"Bench {name}", [role]);
}
