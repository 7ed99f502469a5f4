using OpsConsole.Core.Cases;
using OpsConsole.Core.Identity;
using OpsConsole.Core.Policies;

namespace OpsConsole.Core.Actions;

/// <summary>What an action's state means for the queue.</summary>
internal static class Standing
{
    public static ActionStanding Of(ActionState state, string approverRole, string verdictJson) => state switch
    {
        ActionState.AwaitingApproval when ActionJson.ReadVerdict(verdictJson).Verdict == Verdict.Allow => ActionStanding.ReadyToRun,
        ActionState.AwaitingApproval => approverRole == Roles.Supervisor ? ActionStanding.AwaitsSupervisor : ActionStanding.AwaitsAgent,
        ActionState.Queued or ActionState.Running or ActionState.Retrying or ActionState.Acknowledged => ActionStanding.UnderWay,
        ActionState.Unknown => ActionStanding.OutcomeUnknown,
        ActionState.Verified or ActionState.Unverifiable or ActionState.Undone => ActionStanding.Done,
        ActionState.Denied or ActionState.Failed or ActionState.Expired or ActionState.Contradicted => ActionStanding.Blocked,
        ActionState.Rejected or ActionState.Withdrawn => ActionStanding.Dropped,
    };
}
