using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using OpsConsole.Core.Actions;
using OpsConsole.Core.Actions.Deciding;
using OpsConsole.Core.Actions.Proposing;
using OpsConsole.Core.Foundation.Live;
using OpsConsole.Core.Identity;

namespace OpsConsole.Bench;

/// <summary>How a write ended.</summary>
/// <param name="Reason">What is shown with a refusal.</param>
/// <param name="Returned">How often it came back to be decided again.</param>
internal sealed record WriteEnd(ActionState? State, string Reason, int Returned, bool BySupervisor);

/// <summary>Takes one write through the console as people and programs do: proposed by a service, approved by an agent or a supervisor, carried out by the jobs.</summary>
internal static class GovernedWrite
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    public static async Task<WriteEnd> RunAsync(ConsoleHost host, Guid caseId, GoldWrite write) =>
        await ProposeAsync(host, caseId, write.Operation, write.Arguments) switch
        {
            DraftOutcome.Refused refused => new WriteEnd(null, ActionRefusalText.Of(refused.Refusal), 0, false),
            DraftOutcome.Stored stored => await DecideAsync(host, stored.Id),
            _ => throw new InvalidOperationException("DraftOutcome is a closed family."),
        };

    /// <param name="by">Who proposes it; an outside program when nobody is named.</param>
    public static async Task<DraftOutcome> ProposeAsync(ConsoleHost host, Guid caseId, string operation, JsonObject arguments, Actor? by = null)
    {
        var draft = new ActionDraft($"{RetailSystem.Id}.{operation}", (JsonObject)arguments.DeepClone(), []);
        return await host.Get<ProposeActions>().ProposeAsync(by ?? ConsoleHost.Proposer, caseId, [draft], replace: false, CancellationToken.None) switch
        {
            ProposeOutcome.Refused refused => new DraftOutcome.Refused(refused.Refusal),
            ProposeOutcome.Proposed { Drafts: [var only] } => only,
            _ => throw new InvalidOperationException("One draft has one outcome."),
        };
    }

    /// <summary>Approves it as often as it asks to be decided, and waits for its end.</summary>
    public static async Task<WriteEnd> DecideAsync(ConsoleHost host, Guid actionId)
    {
        using var changes = host.Get<ChangeFeed>().Watch("action");
        using var limit = new CancellationTokenSource(Patience);
        var reader = changes.ReadAllAsync(limit.Token).GetAsyncEnumerator(limit.Token);
        var (approvals, bySupervisor) = (0, false);
        while (true)
        {
            var action = await FindAsync(host, actionId);
            if (IsEnd(action))
            {
                return new WriteEnd(action.State, action.StateReason, Math.Max(0, approvals - 1), bySupervisor);
            }

            if (action.State == ActionState.AwaitingApproval && approvals < 5)
            {
                approvals++;
                bySupervisor |= await ApproveAsync(host, action);
            }

            try
            {
                do
                {
                    await reader.MoveNextAsync();
                }
                while (reader.Current.Key != actionId.ToString());
            }
            catch (OperationCanceledException)
            {
                return new WriteEnd(action.State, $"no end within {Patience.TotalSeconds} s: {action.StateReason}", approvals, bySupervisor);
            }
        }
    }

    /// <returns>Whether it took a supervisor.</returns>
    public static async Task<bool> ApproveAsync(ConsoleHost host, ProposedAction action)
    {
        var approve = host.Get<ApproveAction>();
        var first = await approve.ApproveAsync(ConsoleHost.Agent, action.Id, SeenContract.Of(action), null, CancellationToken.None);
        var missing = first is ApproveOutcome.Refused { Refusal: ActionRefusal.NeedsRole { Role: Roles.Supervisor } } or ApproveOutcome.Approved { State: ActionState.AwaitingApproval };
        if (missing)
        {
            await approve.ApproveAsync(ConsoleHost.Supervisor, action.Id, SeenContract.Of(action), null, CancellationToken.None);
        }

        return missing;
    }

    public static bool IsEnd(ProposedAction action) => action.State is ActionState.Verified or ActionState.Unverifiable or ActionState.Contradicted
        or ActionState.Failed or ActionState.Denied or ActionState.Expired or ActionState.Rejected or ActionState.Withdrawn;

    private static Task<ProposedAction> FindAsync(ConsoleHost host, Guid id) =>
        host.Database.ReadAsync(db => db.Set<ProposedAction>().SingleAsync(row => row.Id == id), CancellationToken.None);
}
