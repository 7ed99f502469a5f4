using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using OpsConsole.Core.Foundation.Live;
using OpsConsole.Core.Foundation.Packs;
using OpsConsole.Core.Foundation.Storage;
using OpsConsole.Core.Models;
using OpsConsole.Core.Models.Recording;
using OpsConsole.Core.Preparation.Context;
using OpsConsole.Core.Preparation.Demo;
using OpsConsole.Core.Preparation.Evaluating;
using OpsConsole.Core.Preparation.Gathering;
using OpsConsole.Core.Preparation.Identifying;
using OpsConsole.Core.Preparation.Knowledge;
using OpsConsole.Core.Preparation.Learning;
using OpsConsole.Core.Preparation.Modelling;
using OpsConsole.Core.Preparation.Packs;
using OpsConsole.Core.Preparation.Playbooks;
using OpsConsole.Core.Preparation.Prompting;
using OpsConsole.Core.Preparation.Stages;
using OpsConsole.Core.Preparation.Suggesting;

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
        services.AddSingleton(provider => new RecordedRuns(
            provider.GetRequiredService<IDbContextFactory<OpsDbContext>>(), provider.GetRequiredService<OpsDatabase>(), provider.GetRequiredService<ExchangeVeils>(), provider.GetRequiredService<ChangeFeed>()));
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
        services.AddSingleton<ReadMessage>();
        services.AddSingleton<IdentifyCustomer>();
        services.AddSingleton<GatherRecords>();
        services.AddSingleton(PromptShelf.Own);
        services.AddSingleton<AskAboutCase>();
        services.AddSingleton<ClassifyByModel>();
        services.AddSingleton<ExtractWishes>();
        services.AddSingleton<ChooseReads>();
        services.AddSingleton<HouseData>();
        services.AddSingleton<PlanByModel>();
        services.AddSingleton<WriteByModel>();
        services.AddSingleton<ModelStages>();
        services.AddSingleton<ReadCaseContext>();
        services.AddSingleton<StageReuse>();
        services.AddSingleton<WhatChanged>();
        services.AddSingleton<StageLog>();
        services.AddSingleton<PreparationStore>();
        services.AddSingleton<PlanCase>();
        services.AddSingleton<PrepareCase>();
        services.AddSingleton<PrepareDue>();
        services.AddSingleton<OpenDemoCases>();
        services.AddSingleton<MakeDemoHistory>();
        AddLearning(services);
        return services;
    }

    private static void AddLearning(IServiceCollection services)
    {
        services.TryAddSingleton(new LearningOptions());
        services.AddSingleton<ClassifierShelf>();
        services.AddSingleton<DecidedCases>();
        services.AddSingleton<RetrainClassifier>();
        services.AddSingleton<RetrainDue>();
        services.AddSingleton<PutBackClassifier>();
        services.AddSingleton<ReadClassifiers>();
        services.AddSingleton<ReadJudged>();
        services.AddSingleton<ActionNames>();
        services.AddSingleton<FindSuggestions>();
        services.AddSingleton<SuggestDue>();
        services.AddSingleton<GuardShelf>();
        services.AddSingleton<HoldBackActions>();
        services.AddSingleton<DecideSuggestion>();
        services.AddSingleton<ReadSuggestions>();
    }
}
