using System.Text.Json.Nodes;
using OpsConsole.Core.Actions.Proposing;
using OpsConsole.Core.Actions.Proving;
using OpsConsole.Core.Cases;
using OpsConsole.Core.Connectors;
using OpsConsole.Core.Foundation.Feel;
using OpsConsole.Core.Identity;
using OpsConsole.Core.Policies.Replaying;

namespace OpsConsole.Core.Preparation.Demo;

/// <summary>Makes one past decision about a record: as it stood then, assessed as any action is.</summary>
internal sealed class PastMaker(PastSystem past, AssessAction assess, IActionTypes types, Random random, IReadOnlyDictionary<string, string> people)
{
    private readonly PastFates _fates = new(random, people);

    /// <summary>Null when no kind fits the record, or the action would not be one.</summary>
    public async Task<PastEntry?> MakeAsync(DemoView now, IReadOnlyList<PastDecision> kinds, DateTimeOffset at, int number, CancellationToken cancellation)
    {
        var view = (JsonObject)now.Values.DeepClone();
        view["chance"] = Math.Round(random.NextDouble(), 4);
        view["luck"] = Math.Round(random.NextDouble(), 4);
        var (caseId, actionId) = (NextId(), NextId());
        if (Pick([.. kinds.Where(kind => Evaluate(kind.Pick, view) is JsonValue fits && fits.TryGetValue<bool>(out var yes) && yes)]) is not { } kind
            || types.Find(kind.ActionType) is not { } type)
        {
            return null;
        }

        TurnBack(now, kind, view);
        var parameters = new JsonObject(kind.Parameters.Select(parameter => KeyValuePair.Create(parameter.Key, Evaluate(parameter.Value, view)?.DeepClone())));
        var subject = Subject(now, kind, caseId, number, at);
        var origins = ParameterOrigins.Ruled(parameters.Select(parameter => parameter.Key), "playbook");
        if (await assess.AssessAsync(type, parameters, origins, subject, new Proposer(ActorKind.System, Actor.Jobs.Id), cancellation) is not AssessOutcome.Assessed { Found: var found })
        {
            return null;
        }

        var entry = new DecisionEntry(
            DecisionStage.Proposed, type.Id, caseId, actionId, 1, found.Title, found.Input, found.Verdict, found.PolicyVersions, found.Barred, found.Amount, found.Currency);
        view["action"] = found.Input["action"]!.DeepClone();
        return _fates.Of(entry, found, Evaluate(kind.Risk, view) is JsonValue risk && risk.TryGetValue<bool>(out var risky) && risky, kind.Overruled, at);
    }

    /// <summary>Puts the records and answers as they were, both for what is read and for the texts of the kind.</summary>
    private void TurnBack(DemoView now, PastDecision kind, JsonObject view)
    {
        past.Clear();
        foreach (var (path, text) in kind.Then)
        {
            var parts = path.Split('.');
            if (parts[..^1].Aggregate((JsonNode?)view, (node, part) => (node as JsonObject)?[part]) is JsonObject holder)
            {
                holder[parts[^1]] = Evaluate(text, view)?.DeepClone();
            }
        }

        foreach (var (alias, record) in now.Records)
        {
            if (view[alias] is JsonObject body)
            {
                past.Put(record, (JsonObject)body.DeepClone());
            }
        }

        foreach (var (operation, text) in kind.Answers)
        {
            past.Answer(operation, Evaluate(text, view)?.DeepClone());
        }
    }

    private PastDecision? Pick(IReadOnlyList<PastDecision> kinds)
    {
        var at = random.Next(Math.Max(1, kinds.Sum(kind => kind.Share)));
        return kinds.FirstOrDefault(kind => (at -= kind.Share) < 0);
    }

    private static Case Subject(DemoView now, PastDecision kind, Guid id, int number, DateTimeOffset at) => new()
    {
        Id = id,
        Number = number,
        Subject = kind.CaseType,
        CaseTypeId = kind.CaseType,
        Stage = CaseStage.Closed,
        Channel = "email",
        Source = "demo",
        CustomerRecord = now.Records.TryGetValue("customer", out var customer) ? customer.ToString() : null,
        UrgentAt = at,
        OpenedAt = at,
        UpdatedAt = at,
    };

    private Guid NextId()
    {
        var bytes = new byte[16];
        random.NextBytes(bytes);
        return new Guid(bytes);
    }

    private static JsonNode? Evaluate(string text, JsonObject view) => FeelExpression.TryCompile(text, out var expression, out _) ? expression.Evaluate(view).Value : null;
}
