using System.Text.Json.Nodes;
using OpsConsole.Core.Actions.Proving;
using OpsConsole.Core.Cases;
using OpsConsole.Core.Connectors;
using OpsConsole.Core.Foundation.Feel;
using OpsConsole.Core.Policies;
using OpsConsole.Core.Workflow;

namespace OpsConsole.Core.Actions.Proposing;

/// <summary>
/// Works out what an action would do now and what policies say to it. Proposing, editing and dispatching all ask here, so that what a
/// person decides on and what is checked before the call are the same reading of the same rules. Changes nothing.
/// </summary>
public sealed class AssessAction(ContextReader contexts, OwnerCheck owners, IPolicies policies, ICaseTypes caseTypes)
{
    private const string BuiltIn = "-";

    /// <summary>The same rules over other systems, such as those of another time.</summary>
    public AssessAction On(IConnectorDirectory systems) => new(contexts.On(systems), owners.On(systems), policies, caseTypes);

    /// <param name="origins">Where the parameters come from: claims to check, or what was verified before.</param>
    public async Task<AssessOutcome> AssessAsync(
        ActionType type, JsonObject parameters, ParameterOrigins origins, Case subject, Proposer proposer, CancellationToken cancellation)
    {
        if (type.Effect != EffectClass.Write)
        {
            return new AssessOutcome.Unusable([$"“{type.Id}” only reads; there is nothing to decide."]);
        }

        var faults = ParameterSchema.Validate(type.Parameters, parameters);
        if (faults.Count > 0)
        {
            return new AssessOutcome.Unusable(faults);
        }

        var input = ActionInput.Make(type, parameters, subject, proposer, subject.CaseTypeId is { } id ? caseTypes.Find(id)?.Actions : null);
        switch (await contexts.ReadAsync(type, input, cancellation))
        {
            case ContextReading.Read reading:
                var ownership = await owners.CheckAsync(type, parameters, reading.Context, subject, cancellation);
                return ownership.Unavailable is { } silent
                    ? new AssessOutcome.Unreadable(silent)
                    : new AssessOutcome.Assessed(Judge(type, parameters, origins.Of(type, parameters, reading.Context), reading.Context, ownership.Foreign, input));
            case ContextReading.Faulty faulty:
                return new AssessOutcome.Unusable([faulty.Problem]);
            case ContextReading.Unavailable unavailable:
                return new AssessOutcome.Unreadable(unavailable.Reason);
            default:
                throw new InvalidOperationException("ContextReading is a closed family.");
        }
    }

    private Assessment Judge(
        ActionType type, JsonObject parameters, JsonObject provenance, ActionContext context, IReadOnlyList<string> foreign, JsonObject input)
    {
        foreach (var (alias, value) in context.Values)
        {
            input[alias] = value?.DeepClone();
        }

        var amount = type.Amount is null ? 0 : Expressions.Hundredths(type.Amount, input);
        var currency = Currency(type, input);
        ActionInput.SetMoney(input, (amount ?? 0) / 100m, currency);
        Origin.Tell(input, parameters, provenance);
        List<RuleHit> refused = [.. Criteria(type, input), .. foreign.Select(sentence => Denial("owner", sentence))];
        if (amount is null)
        {
            refused.Add(Denial("amount", "The money at stake could not be worked out."));
        }

        var (verdict, versions) = Ask(type, input);
        return new Assessment(
            type,
            parameters,
            provenance,
            context,
            new JsonObject(type.Material.Select(fact => KeyValuePair.Create(fact.Key, Expressions.Value(fact.Value, input)?.DeepClone()))),
            [.. type.Preview.Select(line => new PreviewRow(line.Label, Expressions.Text(line.Now, input), Expressions.Text(line.After, input)))],
            refused.Count == 0 ? verdict : verdict with { Verdict = Verdict.Deny, Hits = [.. refused, .. verdict.Hits] },
            FeelTemplate.Render(type.Title, input),
            amount ?? 0,
            currency,
            input,
            versions,
            refused.Count == 0 ? null : string.Join(" ", refused.Select(hit => hit.Reason)));
    }

    /// <summary>The versions are noted only if they are certainly those that answered: a publishing may fall between the two looks.</summary>
    private (PolicyVerdict Verdict, string Versions) Ask(ActionType type, JsonObject input)
    {
        var verdict = policies.Decide(type.Id, input);
        var governing = policies.InForce.Governing(type.Id, input);
        return (verdict, governing.Digest == verdict.PolicyDigest ? governing.Versions : "");
    }

    private static IEnumerable<RuleHit> Criteria(ActionType type, JsonObject input) => type.Criteria
        .Select((criterion, index) => (criterion, number: index + 1, holds: Expressions.Holds(criterion.Expression, input)))
        .Where(tried => tried.holds is not true)
        .Select(tried => Denial($"criterion {tried.number}", tried.holds is false
            ? FeelTemplate.Render(tried.criterion.Message, input)
            : $"It cannot be told whether this holds: {tried.criterion.Expression}"));

    private static RuleHit Denial(string rule, string reason) => new(BuiltIn, 0, rule, Verdict.Deny, reason, null);

    /// <summary>A currency is written as its code or as an expression.</summary>
    private static string? Currency(ActionType type, JsonObject input) => type.Currency switch
    {
        null => null,
        { Length: 3 } code when code.All(char.IsAsciiLetterUpper) => code,
        _ => Expressions.Value(type.Currency, input) is JsonValue value && value.TryGetValue<string>(out var code) ? code : null,
    };
}
