using OpsConsole.Core.Actions;
using OpsConsole.Core.Actions.Proposing;
using OpsConsole.Core.DataReadiness;
using OpsConsole.Core.Identity;
using OpsConsole.Core.Preparation.Modelling;
using OpsConsole.Core.Preparation.Planning;
using OpsConsole.Core.Preparation.Suggesting;

namespace OpsConsole.Core.Preparation.Stages;

/// <summary>Plans a case, by playbooks and beside them by a model, and puts both plans through the one door.</summary>
public sealed class PlanCase(ModelStages models, HoldBackActions holdBack, ProposeActions propose, StageLog log)
{
    /// <summary>The playbook's plan, and beside it what only a model proposes.</summary>
    internal async Task<(Plan Plan, IReadOnlyList<ModelAction> Proposed)> PlanAsync(
        ModelRun asking, ReadText read, CaseRecords records, IReadOnlyList<string> asked, IReadOnlyList<Fact> facts, CancellationToken cancellation)
    {
        var started = log.Now;
        var plan = Planner.Plan(read.Reading, records);
        plan = plan with { Missing = [.. asked, .. plan.Missing], Actions = [.. plan.Actions.Select(action => FactCitations.Cite(action, facts))] };
        var said = records.Customer is null ? null : await models.PlanAsync(asking, records, facts, read.Wishes, cancellation);
        (plan, said) = await holdBack.ApplyAsync(new HeldCase(asking.Run.Case, read.Type.CaseType, records), plan, said, cancellation);
        var both = said is null ? null : PlanComparison.Of(plan, said);
        if (said is not null && both is not null)
        {
            plan = both.Complete(plan, said);
            foreach (var sentence in both.Differing.Concat(said.Refused))
            {
                asking.Note(sentence);
            }
        }

        await log.WriteAsync(asking.Run, StageName.Plan, started, StageResults.Requests(read.Reading), StageResults.Planned(plan, both).With(asking.Of(StageName.Plan)), cancellation);
        return (plan, both?.ToPropose ?? []);
    }

    /// <summary>Puts both plans through the one door, each under its own name; what the door refuses is told on the case.</summary>
    public async Task<IReadOnlyList<string>> ProposeAsync(ModelRun asking, Plan plan, IReadOnlyList<ModelAction> proposed, CancellationToken cancellation)
    {
        var refused = await ProposeAsync(asking, Actor.Jobs, [.. plan.Actions.Select(action => (action.ToDraft(), action.Playbook.Name))], cancellation);
        return [.. refused, .. await ProposeAsync(asking, Actor.Model, [.. proposed.Select(action => (action.ToDraft(), action.ActionType))], cancellation)];
    }

    private async Task<IReadOnlyList<string>> ProposeAsync(ModelRun asking, Actor by, IReadOnlyList<(ActionDraft Draft, string Name)> drafts, CancellationToken cancellation) =>
        await propose.ProposeAsync(by, asking.Run.Case.Id, [.. drafts.Select(pair => pair.Draft)], replace: true, cancellation) switch
        {
            ProposeOutcome.Proposed outcome => [.. outcome.Drafts.Zip(drafts)
                .Where(pair => pair.First is DraftOutcome.Refused)
                .Select(pair => $"“{pair.Second.Name}” could not be proposed. {ActionRefusalText.Of(((DraftOutcome.Refused)pair.First).Refusal)}")],
            ProposeOutcome.Refused refused => [ActionRefusalText.Of(refused.Refusal)],
            _ => [],
        };
}
