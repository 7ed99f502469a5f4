using System.Text.Json.Nodes;
using OpsConsole.Core.Actions.Proposing;
using OpsConsole.Core.Actions.Proving;
using OpsConsole.Core.Cases;
using OpsConsole.Core.Connectors;
using OpsConsole.Core.Foundation.Feel;
using OpsConsole.Core.Identity;
using OpsConsole.Core.Preparation.Modelling;
using OpsConsole.Core.Preparation.Planning;

namespace OpsConsole.Core.Preparation.Suggesting;

/// <summary>The case whose plan is looked at.</summary>
/// <param name="CaseType">What it was found to be; the case itself may not say so yet.</param>
public sealed record HeldCase(Case Case, string? CaseType, CaseRecords Records);

/// <summary>
/// Takes out of a plan what a guard asks about instead, whether a playbook or a model would propose it. A guard looks at the action exactly as
/// policies do, because that is what it was learnt from; an action that cannot be assessed is left to the door, which says why.
/// </summary>
public sealed class HoldBackActions(GuardShelf guards, IActionTypes types, AssessAction assess, ReadEvidence evidence)
{
    public async Task<(Plan Plan, ModelPlan? Said)> ApplyAsync(HeldCase of, Plan plan, ModelPlan? said, CancellationToken cancellation)
    {
        var inForce = await guards.InForceAsync(cancellation);
        if (inForce.Count == 0)
        {
            return (plan, said);
        }

        var held = new List<(PlannedAction Action, PlaybookGuard Guard)>();
        foreach (var action in plan.Actions)
        {
            if (await FindAsync(inForce, of, Actor.Jobs, action.ToDraft(), cancellation) is { } guard)
            {
                held.Add((action, guard));
            }
        }

        plan = held.Count == 0 ? plan : Without(plan, held);
        var kept = new List<ModelAction>();
        foreach (var action in said?.Actions ?? [])
        {
            if (await FindAsync(inForce, of, Actor.Model, action.ToDraft(), cancellation) is not { } guard)
            {
                kept.Add(action);
            }
            else if (!plan.Missing.Any(sentence => sentence.EndsWith(guard.Question, StringComparison.Ordinal)))
            {
                plan = plan with { Missing = [.. plan.Missing, guard.Question] };
            }
        }

        return (plan, said is null ? null : said with { Actions = kept });
    }

    private async Task<PlaybookGuard?> FindAsync(
        IReadOnlyList<PlaybookGuard> inForce, HeldCase of, Actor by, ActionDraft draft, CancellationToken cancellation)
    {
        var asking = inForce.Where(guard => guard.ActionTypeId == draft.ActionType).ToList();
        return asking.Count > 0 && await InputAsync(of, by, draft, cancellation) is { } input ? asking.Find(guard => Holds(guard, input)) : null;
    }

    private async Task<JsonObject?> InputAsync(HeldCase of, Actor by, ActionDraft draft, CancellationToken cancellation)
    {
        if (types.Find(draft.ActionType) is not { } type)
        {
            return null;
        }

        var origins = new ClaimCheck(await evidence.ReadAsync(of.Case.Id, cancellation), draft.Provenance, by);
        var outcome = await assess.AssessAsync(type, draft.Parameters, origins, of.Case, Proposer.Of(by), cancellation);
        if (outcome is not AssessOutcome.Assessed { Found.Input: var input } || input["case"] is not JsonObject about)
        {
            return null;
        }

        about["type"] = of.Case.CaseTypeId ?? of.CaseType;
        about["customer"] = of.Records.Customer?.Record.Ref.ToString() ?? of.Case.CustomerRecord;
        return input;
    }

    private static bool Holds(PlaybookGuard guard, JsonObject input) =>
        FeelExpression.TryCompile(guard.Condition, out var expression, out _) && expression.EvaluateBoolean(input) == true;

    /// <summary>Other actions on the same record go with it: they were planned to follow it, or it them.</summary>
    private static Plan Without(Plan plan, List<(PlannedAction Action, PlaybookGuard Guard)> held)
    {
        var subjects = held.Select(pair => pair.Action.Subject.Id).ToHashSet(StringComparer.Ordinal);
        var kept = plan.Actions.Where(action => !subjects.Contains(action.Subject.Id)).ToList();
        return plan with
        {
            Actions = [.. kept.Select(action => action.DependsOn is { } first ? action with { DependsOn = kept.IndexOf(plan.Actions[first]) } : action)],
            Missing = [.. plan.Missing, .. held.Select(pair => $"{pair.Action.Subject.Id}: {pair.Guard.Question}").Distinct()],
        };
    }
}
