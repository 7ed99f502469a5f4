using System.Text.Json.Nodes;
using OpsConsole.Core.Actions.Proposing;
using OpsConsole.Core.Connectors;

namespace OpsConsole.Core.Actions.Proving;

/// <summary>Says where the parameters of an action come from, once what the action relies on was read.</summary>
public abstract class ParameterOrigins
{
    private protected ParameterOrigins()
    {
    }

    /// <summary>For actions that were proposed before: what was verified then stays.</summary>
    public static ParameterOrigins Known(JsonObject provenance) => new Kept(provenance);

    /// <summary>For what this house works out itself, such as how something is undone.</summary>
    public static ParameterOrigins Ruled(IEnumerable<string> parameters, string phrase) =>
        new Kept(new JsonObject(parameters.Select(name => KeyValuePair.Create(name, (JsonNode?)new JsonObject { ["from"] = Origin.Rule, ["phrase"] = phrase }))));

    /// <returns>For each parameter one entry, in the form that is stored.</returns>
    internal abstract JsonObject Of(ActionType type, JsonObject parameters, ActionContext context);

    private sealed class Kept(JsonObject provenance) : ParameterOrigins
    {
        internal override JsonObject Of(ActionType type, JsonObject parameters, ActionContext context) => (JsonObject)provenance.DeepClone();
    }
}
