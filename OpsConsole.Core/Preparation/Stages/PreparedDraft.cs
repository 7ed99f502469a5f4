using OpsConsole.Core.Cases;
using OpsConsole.Core.Preparation.Classifying;
using OpsConsole.Core.Preparation.Drafting;
using OpsConsole.Core.Preparation.Modelling;
using OpsConsole.Core.Preparation.Planning;

namespace OpsConsole.Core.Preparation.Stages;

/// <summary>All that a run has come to, before it changes the case.</summary>
internal sealed record PreparedDraft(
    TypeChoice Type, CaseRecords Records, CaseReadiness Readiness, Plan Plan, CaseDraft Draft, IReadOnlyList<Suspicion> Suspicions);
