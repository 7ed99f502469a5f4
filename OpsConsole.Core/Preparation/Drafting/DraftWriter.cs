using System.Text;
using System.Text.Json.Nodes;
using OpsConsole.Core.DataReadiness;
using OpsConsole.Core.Foundation.Feel;
using OpsConsole.Core.Preparation.Planning;
using OpsConsole.Core.Preparation.Playbooks;

namespace OpsConsole.Core.Preparation.Drafting;

/// <summary>Writes summary and reply from templates. Every statement about a record cites the fact that it rests on.</summary>
public static class DraftWriter
{
    private const int MostFactsCited = 4;
    private const string WhoAreYou = "Which e-mail address or customer number do we know you by?";

    public static CaseDraft Write(PackPlaybooks pack, Plan plan, CaseRecords records, IReadOnlyList<Fact> facts, string? customerName)
    {
        var input = new JsonObject { ["customer"] = records.Customer?.Record.Body.DeepClone(), ["name"] = customerName };
        return new CaseDraft(Summary(plan, records, facts, customerName), Reply(pack, plan, input))
        {
            Greeting = Greeting(pack, input),
            Closing = FeelTemplate.Render(pack.Closing, input),
        };
    }

    private static string Summary(Plan plan, CaseRecords records, IReadOnlyList<Fact> facts, string? customerName)
    {
        var lines = new List<string>();
        var who = customerName ?? "The sender";
        var cited = facts.FirstOrDefault(fact => fact.Record == records.Customer?.Record.Ref.ToString());
        lines.Add(plan.Wants.Count == 0
            ? $"{who}{Cite(cited)} does not ask for anything that a playbook answers."
            : $"{who}{Cite(cited)} wants: {string.Join("; ", plan.Wants)}.");
        var subjects = plan.Actions.Select(action => action.Subject).DistinctBy(subject => subject.Id).ToList();
        foreach (var subject in subjects.Count > 0 ? subjects : records.All.Where(record => record != records.Customer && record.Entity.Owner is not null).Take(2))
        {
            var about = facts.Where(fact => fact.Record == subject.Record.Ref.ToString()).Take(MostFactsCited).ToList();
            if (about.Count > 0)
            {
                lines.Add($"{subject.Entity.Name} {subject.Id}: {string.Join(", ", about.Select(fact => $"{Last(fact.Label)} {fact.Display} [{fact.Number}]"))}.");
            }
        }

        if (plan.Actions.Count > 0)
        {
            lines.Add($"Recommended: {string.Join(", then ", plan.Actions.Select(action => $"{action.Playbook.Name.ToLowerInvariant()} ({action.Subject.Id})"))}.");
        }

        return string.Join("\n", lines);
    }

    private static string Reply(PackPlaybooks pack, Plan plan, JsonObject input)
    {
        var text = new StringBuilder(Greeting(pack, input)).Append("\n\n");
        foreach (var action in plan.Actions)
        {
            var view = new JsonObject
            {
                ["customer"] = input["customer"]?.DeepClone(),
                [action.Playbook.Subject] = action.Subject.Record.Body.DeepClone(),
                ["slots"] = action.Slots.DeepClone(),
                ["parameters"] = action.Parameters.DeepClone(),
            };
            ((JsonObject)view[action.Playbook.Subject]!)["_id"] = action.Subject.Id;
            text.Append(FeelTemplate.Render(action.Playbook.Reply, view)).Append('\n');
        }

        if (plan.Missing.Count > 0)
        {
            text.Append(plan.Actions.Count > 0 ? "\nBefore we can do the rest, please tell us:\n" : "Before we can help, please tell us:\n");
            text.AppendJoin('\n', Questions(plan, input).Select(sentence => $"- {sentence}")).Append('\n');
        }

        return text.Append('\n').Append(FeelTemplate.Render(pack.Closing, input)).ToString();
    }

    /// <summary>Nobody is called unknown.</summary>
    private static string Greeting(PackPlaybooks pack, JsonObject input) => FeelTemplate.Render(pack.Greeting, input).Replace($" {FeelTemplate.Unknown}", "", StringComparison.Ordinal);

    /// <summary>As long as nobody knows who writes, what is missing is said to the person who works on the case: it may name other customers.</summary>
    private static IReadOnlyList<string> Questions(Plan plan, JsonObject input) => input["customer"] is null ? [WhoAreYou] : plan.Missing;

    private static string Cite(Fact? fact) => fact is null ? "" : $" [{fact.Number}]";

    private static string Last(string label) => label.Split(" · ")[^1].ToLowerInvariant();
}
