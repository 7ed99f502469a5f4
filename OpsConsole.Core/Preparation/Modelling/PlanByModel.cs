using System.Text.Json.Nodes;
using OpsConsole.Core.Connectors;
using OpsConsole.Core.DataReadiness;
using OpsConsole.Core.Foundation.Json;
using OpsConsole.Core.Preparation.Planning;
using OpsConsole.Core.Preparation.Stages;
using OpsConsole.Core.Workflow;

namespace OpsConsole.Core.Preparation.Modelling;

/// <summary>Lets a model plan: choose among the action types of the case's kind, with parameters that fit their schemas. It can propose nothing else.</summary>
public sealed class PlanByModel(AskAboutCase ask, HouseData house, IActionTypes actionTypes, ICaseTypes caseTypes)
{
    private const int MostActions = 10;

    /// <summary>Null when no model answered.</summary>
    public async Task<ModelPlan?> PlanAsync(ModelRun run, CaseRecords records, IReadOnlyList<Fact> facts, IReadOnlyList<Wish> wishes, CancellationToken cancellation)
    {
        var types = InScope(run);
        if (records.Customer is null || types.Count == 0)
        {
            return null;
        }

        IEnumerable<DataPart> data = [.. CaseData.ActionTypes(types), .. await house.ReadAsync(run, cancellation), CaseData.Facts(facts), .. CaseData.Records(records), CaseData.Wishes(wishes), .. CaseData.Messages(run.Run)];
        if (await ask.AskAsync(run, StageName.Plan, "plan", data, cancellation) is not { Json: JsonObject said } answer)
        {
            return null;
        }

        run.Use(answer);
        var (actions, refused) = (new List<ModelAction>(), new List<string>());
        foreach (var item in (said["actions"] as JsonArray ?? []).OfType<JsonObject>().Take(MostActions))
        {
            var (action, why) = Read(item, types);
            if (action is not null && !actions.Exists(known => IsSame(known, action)))
            {
                actions.Add(action);
            }
            else if (why is not null)
            {
                refused.Add(why);
            }
        }

        return new ModelPlan(actions, [.. (said["questions"] as JsonArray ?? []).Select(question => question?.ToString() ?? "").Where(question => question.Length > 0)], refused);
    }

    internal static bool IsSame(ModelAction one, ModelAction other) =>
        one.ActionType == other.ActionType && CanonicalJson.Write(one.Parameters) == CanonicalJson.Write(other.Parameters);

    /// <summary>The writes of the connected systems of this pack that cases of this kind are about; none for a kind that nobody knows.</summary>
    private List<ActionType> InScope(ModelRun run)
    {
        if (run.CaseType is not { } id || caseTypes.Find(id) is not { } caseType)
        {
            return [];
        }

        var systems = run.Run.Map.Entities.Values.Select(entity => entity.System).ToHashSet(StringComparer.Ordinal);
        return [.. actionTypes.All.Where(type => type.Effect == EffectClass.Write && systems.Contains(type.System) && caseType.Actions?.Contains(type.Id) != false)];
    }

    private static (ModelAction? Action, string? Why) Read(JsonObject item, List<ActionType> types)
    {
        var name = item["action_type"]?.ToString() ?? "";
        if (types.Find(type => type.Id == name) is not { } type)
        {
            return (null, $"The model would propose “{name}”, which cases of this kind are not about.");
        }

        if (item["parameters"] is not JsonObject parameters || ParameterSchema.Validate(type.Parameters, parameters) is { Count: > 0 } faults && faults.Count > 0)
        {
            return (null, $"The model would propose “{type.Id}” with parameters that do not fit it.");
        }

        var claims = new JsonObject();
        foreach (var source in (item["sources"] as JsonArray ?? []).OfType<JsonObject>())
        {
            if (source["parameter"]?.ToString() is { Length: > 0 } parameter)
            {
                claims[parameter] = new JsonObject { ["from"] = source["from"]?.ToString(), ["phrase"] = source["phrase"]?.ToString() };
            }
        }

        return (new ModelAction(type.Id, type.Description, (JsonObject)parameters.DeepClone(), claims, item["because"]?.ToString() ?? ""), null);
    }
}
