using System.Text.Json.Nodes;

namespace OpsConsole.Core.Actions.Proving;

/// <summary>
/// Where the value of a parameter comes from, as it was verified when the action was proposed, and what policies see of it. Stored for each
/// parameter as <c>{"from": "customer text", "phrase": "my order W-23187", "message": "…", "start": 12, "end": 28, "also": "fact:3"}</c>.
/// </summary>
public static class Origin
{
    /// <summary>A fact of the case says it; stored with its numeral, such as <c>fact:3</c>.</summary>
    public const string Fact = "fact";

    /// <summary>A record that was read says it, though no fact does; for policies it is a fact like any other.</summary>
    public const string Record = "record";

    /// <summary>The customer wrote it. That he did is certain; that it is so is not.</summary>
    public const string CustomerText = "customer text";

    /// <summary>A playbook or another rule of this house gives or computes it.</summary>
    public const string Rule = "rule";

    /// <summary>A person of this house typed it.</summary>
    public const string Person = "person";

    /// <summary>Only a model says so.</summary>
    public const string Model = "model";

    /// <summary>Only the program that proposes it says so.</summary>
    public const string Proposer = "proposer";

    /// <summary>The names under which expressions see where parameters come from.</summary>
    public const string InputName = "provenance";

    /// <summary>The list of the parameters that nothing but the customer's words, a model or the proposer speaks for.</summary>
    public const string UntrustedName = "untrusted parameters";

    /// <summary>Of one parameter, the name that policies know: <c>fact:3</c> and <c>record</c> are both <c>fact</c>.</summary>
    public static string Kind(JsonObject provenance, string parameter) => ProvenanceText.Of(provenance, parameter).From switch
    {
        var from when from.StartsWith($"{Fact}:", StringComparison.Ordinal) => Fact,
        Record => Fact,
        var from => from,
    };

    /// <summary>Whether nothing speaks for it but text that is not to be trusted.</summary>
    public static bool IsUntrusted(JsonObject provenance, string parameter) =>
        Kind(provenance, parameter) is CustomerText or Model or Proposer && (provenance[parameter] as JsonObject)?["also"] is null;

    public static IReadOnlyList<string> Untrusted(JsonObject provenance, JsonObject parameters) =>
        [.. parameters.Select(parameter => parameter.Key).Where(name => IsUntrusted(provenance, name))];

    /// <summary>Puts it where expressions look: <c>provenance.amount</c>, <c>provenance of amount</c> and <c>untrusted parameters</c>.</summary>
    internal static void Tell(JsonObject input, JsonObject parameters, JsonObject provenance)
    {
        input[InputName] = new JsonObject(parameters.Select(parameter => KeyValuePair.Create(parameter.Key, (JsonNode?)JsonValue.Create(Kind(provenance, parameter.Key)))));
        foreach (var (name, _) in parameters)
        {
            input[$"{InputName} of {name}"] = Kind(provenance, name);
        }

        input[UntrustedName] = new JsonArray([.. Untrusted(provenance, parameters).Select(name => JsonValue.Create(name))]);
    }
}
