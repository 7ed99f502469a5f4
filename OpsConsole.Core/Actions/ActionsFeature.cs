using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using OpsConsole.Core.Actions.Deciding;
using OpsConsole.Core.Actions.Executing;
using OpsConsole.Core.Actions.Proposing;
using OpsConsole.Core.Actions.Proving;
using OpsConsole.Core.Actions.Telling;
using OpsConsole.Core.Audit;
using OpsConsole.Core.Cases.Working;
using OpsConsole.Core.Foundation.Storage;

namespace OpsConsole.Core.Actions;

/// <summary>Proposed, decided, executed, verified, settled.</summary>
public static class ActionsFeature
{
    public static IServiceCollection AddActionsFeature(this IServiceCollection services)
    {
        services.AddSingleton<ModelPart>(ActionsMapping.Map);
        services.TryAddSingleton(new ExecutionOptions());
        services.AddSingleton<DecisionFates>();
        services.AddSingleton<TellRoles>();
        services.AddSingleton<ReadNotices>();
        services.AddSingleton<IAuditVeil, BlindApprovals>();
        services.AddSingleton<ActionLedger>();
        services.AddSingleton<Dependents>();
        services.AddSingleton<ReadActions>();
        services.AddSingleton<ReadApprovals>();
        services.AddSingleton<ReadActionLoad>();
        services.AddSingleton<ContextReader>();
        services.AddSingleton<OwnerCheck>();
        services.AddSingleton<ReadEvidence>();
        services.AddSingleton<AssessAction>();
        services.AddSingleton<StoreProposals>();
        services.AddSingleton<ProposeActions>();
        services.AddSingleton<ApproveAction>();
        services.AddSingleton<RejectAction>();
        services.AddSingleton<EditAction>();
        services.AddSingleton<UndoAction>();
        services.AddSingleton<ExpireActions>();
        services.AddSingleton<ReconcileByPerson>();
        services.AddSingleton<ClaimActions>();
        services.AddSingleton<RecheckContract>();
        services.AddSingleton<RecordReturn>();
        services.AddSingleton<RecordRun>();
        services.AddSingleton<DispatchAction>();
        services.AddSingleton<DispatchDue>();
        services.AddSingleton<RecordLook>();
        services.AddSingleton<LookAtEffect>();
        services.AddSingleton<LookDue>();
        services.AddSingleton<ICaseFollower, WithdrawOfEnded>();
        return services;
    }
}
