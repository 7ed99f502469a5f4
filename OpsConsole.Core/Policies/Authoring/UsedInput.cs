using System.Text.Json.Nodes;
using OpsConsole.Core.Policies.Documents;

namespace OpsConsole.Core.Policies.Authoring;

/// <summary>The part of a decision's input that a policy's texts name: a member that no text mentions cannot matter to it.</summary>
internal static class UsedInput
{
    /// <summary>How deep members are looked at one by one; what lies deeper is kept whole.</summary>
    private const int Depth = 3;

    public static JsonObject Of(PolicyDocument document, JsonObject input)
    {
        string[] texts =
        [
            .. document.Inputs.Select(column => column.Expression),
            .. document.Given.Select(given => given.Expression),
            .. document.Rules.SelectMany(rule => rule.Cells.Append(rule.Reason)),
        ];
        var all = string.Join('\n', texts);
        var kept = Keep(input, all, 1);
        // Which table speaks is told by the action type and the case type, whether a text names them or not.
        Copy(input, kept, "action", "id");
        Copy(input, kept, "case", "type");
        return kept;
    }

    private static JsonObject Keep(JsonObject from, string texts, int depth)
    {
        var kept = new JsonObject();
        foreach (var (name, value) in from.Where(member => texts.Contains(member.Key, StringComparison.Ordinal)))
        {
            // A text that names only the whole, as in count(credits), needs all of it.
            kept[name] = value is JsonObject members && depth < Depth && Keep(members, texts, depth + 1) is { Count: > 0 } part ? part : value?.DeepClone();
        }

        return kept;
    }

    private static void Copy(JsonObject from, JsonObject to, string owner, string name)
    {
        if (from[owner] is JsonObject members && members[name] is { } value)
        {
            to[owner] ??= new JsonObject();
            to[owner]![name] = value.DeepClone();
        }
    }
}
