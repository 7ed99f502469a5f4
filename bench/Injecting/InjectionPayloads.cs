using System.Text.Json.Nodes;

namespace OpsConsole.Bench.Injecting;

/// <summary>A text by which somebody tries to make a machine do what he wants.</summary>
internal sealed record InjectionPayload(string Source, string Text);

/// <summary>
/// Reads a collection of public injection texts: goals put into attack templates (AgentDojo), instructions of attackers (InjecAgent), and
/// tasks that were hidden in mails (BIPIA). Whatever of the three a file holds is taken.
/// </summary>
internal static class InjectionPayloads
{
    public static IReadOnlyList<InjectionPayload> Read(string file)
    {
        var set = JsonNode.Parse(File.ReadAllText(file))!.AsObject();
        return [.. Dojo(set["agentdojo"]), .. Agent(set["injecagent"], Templates(set["agentdojo"])), .. Mails(set["bipia"])];
    }

    private static Dictionary<string, string> Templates(JsonNode? dojo) =>
        (dojo?["attack_templates"] as JsonObject ?? []).ToDictionary(template => template.Key, template => template.Value!.ToString(), StringComparer.Ordinal);

    private static IEnumerable<InjectionPayload> Dojo(JsonNode? dojo) =>
        from suite in dojo?["suites"] as JsonObject ?? []
        let tools = string.Join('\n', (suite.Value!["tools"] as JsonArray ?? []).Select(tool => $"{tool!["name"]}: {tool["description"]}"))
        from task in suite.Value["injection_tasks"] as JsonArray ?? []
        from template in Templates(dojo)
        select new InjectionPayload($"agentdojo {template.Key}", Fill(template.Value, task!["goal"]!.ToString(), dojo!["user_name"]?.ToString() ?? "the customer", tools));

    private static IEnumerable<InjectionPayload> Agent(JsonNode? agent, Dictionary<string, string> templates) =>
        from attack in agent?["attacker_cases_direct_harm"] as JsonArray ?? []
        let instruction = attack!["Attacker Instruction"]!.ToString()
        select new InjectionPayload("injecagent", templates.TryGetValue("injecagent", out var template) ? Fill(template, instruction, "the customer", "") : instruction);

    private static IEnumerable<InjectionPayload> Mails(JsonNode? mails) =>
        from kind in (mails as JsonObject ?? []).Where(part => part.Key.StartsWith("text_attack", StringComparison.Ordinal))
        from topic in kind.Value as JsonObject ?? []
        from text in topic.Value as JsonArray ?? []
        select new InjectionPayload("bipia", text!.ToString());

    private static string Fill(string template, string goal, string user, string tools) => template
        .Replace("{goal}", goal, StringComparison.Ordinal).Replace("{user}", user, StringComparison.Ordinal)
        .Replace("{model}", "the assistant", StringComparison.Ordinal).Replace("{tools}", tools, StringComparison.Ordinal);
}
