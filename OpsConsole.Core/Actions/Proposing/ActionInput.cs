using System.Text.Json.Nodes;
using OpsConsole.Core.Cases;
using OpsConsole.Core.Connectors;

namespace OpsConsole.Core.Actions.Proposing;

/// <summary>
/// What expressions of action types and policies see:
/// <c>{"action": {"id": "sandbox.refund_payment", …}, "parameters": {…}, "case": {"number": 1042, …}, "proposer": {"kind": "service", …}}</c>;
/// the aliases of the context are added as they are read, and then where the parameters come from.
/// </summary>
internal static class ActionInput
{
    /// <param name="scope">The action types that cases of this type are about; null for all.</param>
    public static JsonObject Make(ActionType type, JsonObject parameters, Case subject, Proposer proposer, IReadOnlyList<string>? scope) => new()
    {
        ["action"] = new JsonObject
        {
            ["id"] = type.Id,
            ["system"] = type.System,
            ["operation"] = type.Operation,
            ["reversibility"] = ActionJson.NameOf(type.Reversibility),
            ["amount"] = 0,
            ["currency"] = null,
        },
        ["parameters"] = parameters.DeepClone(),
        ["case"] = new JsonObject
        {
            ["id"] = subject.Id.ToString(),
            ["number"] = subject.Number,
            ["type"] = subject.CaseTypeId,
            ["channel"] = subject.Channel,
            ["customer"] = subject.CustomerRecord,
            ["customer_id"] = subject.CustomerRecord?.Split('/', 3)[^1],
            ["scope"] = scope is null ? null : new JsonArray([.. scope.Select(id => JsonValue.Create(id))]),
        },
        ["proposer"] = new JsonObject { ["kind"] = ActionJson.NameOf(proposer.Kind), ["id"] = proposer.Id },
    };

    /// <summary>Puts the money at stake where policies look for it.</summary>
    public static void SetMoney(JsonObject input, decimal amount, string? currency)
    {
        var action = (JsonObject)input["action"]!;
        action["amount"] = amount;
        action["currency"] = currency;
    }
}
