using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using OpsConsole.Core.Cases.Importing;
using OpsConsole.Core.Cases.Opening;
using OpsConsole.Core.Cases.Preparing;
using OpsConsole.Core.Cases.Replying;
using OpsConsole.Core.Cases.Searching;
using OpsConsole.Core.Cases.Working;
using OpsConsole.Core.Foundation.Storage;

namespace OpsConsole.Core.Cases;

/// <summary>The case, its conversation, queue and clocks.</summary>
public static class CasesFeature
{
    public static IServiceCollection AddCasesFeature(this IServiceCollection services)
    {
        services.AddSingleton<ModelPart>(CasesMapping.Map);
        services.AddSingleton<ReadCase>();
        services.AddSingleton<OpenCase>();
        services.AddSingleton<PreparationLeases>();
        services.AddSingleton<AddMessage>();
        services.AddSingleton<SearchCases>();
        services.AddSingleton<CountCases>();
        services.AddSingleton<CaseChange>();
        services.AddSingleton<ImportCases>();
        services.AddSingleton<RunImport>();
        services.AddSingleton<ReadImports>();
        services.AddSingleton<TakeCase>();
        services.AddSingleton<TakeNext>();
        services.AddSingleton<AssignCase>();
        services.AddSingleton<OfferHandoff>();
        services.AddSingleton<AcceptHandoff>();
        services.AddSingleton<DeclineHandoff>();
        services.AddSingleton<AddNote>();
        services.AddSingleton<SaveDraft>();
        services.AddSingleton<ResolveCase>();
        services.AddSingleton<ReopenCase>();
        services.AddSingleton<PickCaseType>();
        services.AddSingleton<WaitForCustomer>();
        services.AddSingleton<MergeCase>();
        services.TryAddSingleton(new ReplyOptions());
        services.AddSingleton<SendReply>();
        services.AddSingleton<DeliveryLedger>();
        services.AddSingleton<ClaimReplies>();
        services.AddSingleton<RecordDelivery>();
        services.AddSingleton<DeliverReply>();
        services.AddSingleton<DeliverDue>();
        services.AddSingleton<DecideDelivery>();
        services.AddSingleton<ReadReplies>();
        return services;
    }
}
