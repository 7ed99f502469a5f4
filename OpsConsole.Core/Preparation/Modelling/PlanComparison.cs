using System.Text.Json;
using System.Text.Json.Nodes;
using OpsConsole.Core.Foundation.Json;
using OpsConsole.Core.Preparation.Planning;

namespace OpsConsole.Core.Preparation.Modelling;

/// <summary>
/// The playbook's plan beside the model's. What the playbook proposes stands, whatever the model says. What only the model proposes goes
/// through the same door, under the model's name, unless the playbook proposes something else on the same record: then both are shown, and
/// only the playbook's can be approved, so that nobody approves two answers to one wish.
/// </summary>
/// <param name="Agreed">How many of the playbook's actions the model would propose just so.</param>
/// <param name="ToPropose">The model's, for the door.</param>
/// <param name="Differing">Sentences: what the model would do otherwise or not do.</param>
public sealed record PlanComparison(int Agreed, IReadOnlyList<ModelAction> ToPropose, IReadOnlyList<string> Differing)
{
    private const int LongestValue = 60;

    public static PlanComparison Of(Plan playbook, ModelPlan model)
    {
        var (toPropose, differing) = (new List<ModelAction>(), new List<string>());
        var agreed = playbook.Actions.Count(action => model.Actions.Any(other => IsSame(action, other)));
        foreach (var action in model.Actions.Where(action => !playbook.Actions.Any(other => IsSame(other, action))))
        {
            if (playbook.Actions.FirstOrDefault(other => Shares(other, action)) is { } other)
            {
                differing.Add($"The model would rather propose “{Named(action.ActionType)}” ({Say(action.Parameters)}) where the playbook proposes “{other.Playbook.Name}” ({Say(other.Parameters)}).");
            }
            else
            {
                toPropose.Add(action);
                differing.AddRange(playbook.Missing.Count > 0 || playbook.Actions.Count > 0 ? [$"The model proposes “{Named(action.ActionType)}” ({Say(action.Parameters)}), which the playbook does not{(playbook.Missing.Count > 0 ? "; the playbook would rather ask" : "")}."] : Array.Empty<string>());
            }
        }

        differing.AddRange(playbook.Actions.Where(action => !model.Actions.Any(other => IsSame(action, other) || Shares(action, other)))
            .Select(action => $"The model would not propose “{action.Playbook.Name}” ({action.Subject.Id})."));
        return new PlanComparison(agreed, toPropose, differing);
    }

    /// <summary>The playbook's plan with the model's questions, where the playbook has nothing to say itself.</summary>
    public Plan Complete(Plan playbook, ModelPlan model)
    {
        if (!playbook.Missing.Contains(Planner.NothingFound) || (ToPropose.Count == 0 && model.Questions.Count == 0))
        {
            return playbook;
        }

        return playbook with { Missing = [.. playbook.Missing.Where(sentence => sentence != Planner.NothingFound), .. model.Questions] };
    }

    public JsonObject ToJson() => new()
    {
        ["agreed"] = Agreed,
        ["proposed by the model"] = new JsonArray([.. ToPropose.Select(action => new JsonObject { ["actionType"] = action.ActionType, ["parameters"] = action.Parameters.DeepClone(), ["claims"] = action.Claims.DeepClone(), ["because"] = action.Because })]),
        ["differing"] = new JsonArray([.. Differing.Select(sentence => JsonValue.Create(sentence))]),
    };

    private static bool IsSame(PlannedAction playbook, ModelAction model) =>
        playbook.Situation.ActionType == model.ActionType && CanonicalJson.Write(playbook.Parameters) == CanonicalJson.Write(model.Parameters);

    /// <summary>Both name a record, by an id with a digit in it.</summary>
    private static bool Shares(PlannedAction playbook, ModelAction model) =>
        Ids(model.Parameters).Intersect(Ids(playbook.Parameters).Append(playbook.Subject.Id), StringComparer.OrdinalIgnoreCase).Any();

    private static IEnumerable<string> Ids(JsonObject parameters) => parameters
        .Where(parameter => parameter.Key.EndsWith("id", StringComparison.OrdinalIgnoreCase) && parameter.Value?.GetValueKind() == JsonValueKind.String)
        .Select(parameter => parameter.Value!.GetValue<string>());

    /// <summary>Such as “refund payment” for <c>shop.refund_payment</c>.</summary>
    private static string Named(string actionType) => actionType.Split('.')[^1].Replace('_', ' ');

    /// <summary>As people read it: no underscores, and of a long text its beginning.</summary>
    private static string Say(JsonObject parameters) => string.Join(", ", parameters.Where(parameter => parameter.Value is not null)
        .Select(parameter => $"{parameter.Key.Replace('_', ' ')} {Short(parameter.Value!.ToString())}"));

    private static string Short(string value) => value.Length <= LongestValue ? value : $"{value[..LongestValue].TrimEnd()}…";
}
