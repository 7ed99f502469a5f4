using Microsoft.Extensions.DependencyInjection;
using OpsConsole.Core.Foundation.Packs;
using OpsConsole.Core.Foundation.Storage;
using OpsConsole.Core.Models;
using OpsConsole.Core.Preparation.Classifying;
using OpsConsole.Core.Preparation.Demo;
using OpsConsole.Core.Preparation.Evaluating;
using OpsConsole.Core.Preparation.Gathering;
using OpsConsole.Core.Preparation.Identifying;
using OpsConsole.Core.Preparation.Knowledge;
using OpsConsole.Core.Preparation.Packs;
using OpsConsole.Core.Preparation.Playbooks;
using OpsConsole.Core.Preparation.Stages;

namespace OpsConsole.Core.Preparation;

/// <summary>How a case gets prepared; playbooks; packs.</summary>
public static class PreparationFeature
{
    public static IServiceCollection AddPreparationFeature(this IServiceCollection services)
    {
        services.AddSingleton<ModelPart>(PreparationMapping.Map);
        services.AddSingleton<PlaybookShelf>();
        services.AddSingleton<IPackPart, ActionTypesPart>();
        services.AddSingleton<IPackPart, PlaybooksPart>();
        services.AddSingleton<IPackPart, KnowledgePart>();
        services.AddSingleton<KnowledgeShelf>();
        services.AddSingleton<IPackPart, EvaluationsPart>();
        services.AddSingleton<EvaluationShelf>();
        services.AddSingleton<EvaluationStore>();
        services.AddSingleton<EvaluationHouse>();
        services.AddSingleton<EvaluationSubjects>();
        services.AddSingleton<EvaluationGate>();
        services.AddSingleton<IModelGate>(provider => provider.GetRequiredService<EvaluationGate>());
        services.AddSingleton<ClearSetup>();
        services.AddSingleton<EvaluateChanges>();
        services.AddSingleton<RunEvaluation>();
        services.AddSingleton<LoadPack>();
        services.AddSingleton<ExportPack>();
        services.AddSingleton<ReadPacks>();
        services.AddSingleton<ReadStages>();
        services.AddSingleton<ClassifyCase>();
        services.AddSingleton<ReadMessage>();
        services.AddSingleton<IdentifyCustomer>();
        services.AddSingleton<GatherRecords>();
        services.AddSingleton<StageLog>();
        services.AddSingleton<PreparationStore>();
        services.AddSingleton<PrepareCase>();
        services.AddSingleton<PrepareDue>();
        services.AddSingleton<OpenDemoCases>();
        services.AddSingleton<MakeDemoHistory>();
        return services;
    }
}
