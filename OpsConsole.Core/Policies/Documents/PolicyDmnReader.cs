using OpsConsole.Core.Foundation.Dmn;
using OpsConsole.Core.Foundation.Dmn.Model;
using OpsConsole.Core.Foundation.Feel;
using OpsConsole.Core.Foundation.Feel.Values;
using OpsConsole.Core.Foundation.Yaml;

namespace OpsConsole.Core.Policies.Documents;

/// <summary>Makes a document of a DMN model: of one that was written here the policy that it was, of any other a policy that asks one of its decisions.</summary>
internal static class PolicyDmnReader
{
    /// <summary>The policy that a model was written from; null when it is none of ours, with a reason if it looks like one.</summary>
    public static PolicyDocument? ReadOwn(DmnModel model, List<string> problems)
    {
        if (model.Elements.OfType<DmnDecision>().FirstOrDefault(decision => decision.Id == PolicyDmnWriter.OwnId) is not { Logic: DmnTable table } own
            || !table.Outputs.Select(output => output.Name).SequenceEqual(PolicyDmnWriter.Outputs))
        {
            return null;
        }

        var errors = new List<ConfigError>();
        if (PolicyYaml.Read("description", own.Description ?? "", errors) is not { } header)
        {
            problems.AddRange(errors.Select(error => error.ToString()));
            return null;
        }

        var rest = model with { Elements = [.. model.Elements.Where(element => element.Id?.StartsWith(PolicyDmnWriter.OwnId, StringComparison.Ordinal) != true)] };
        return header with
        {
            Model = rest.Elements.Count == 0 ? null : DmnXml.Write(rest),
            Inputs = [.. table.Inputs.Select(input => new DocumentInput(input.Label ?? input.Expression, input.Expression, input.AllowedValues))],
            Rules = [.. table.Rules.Select((rule, row) => Rule(rule, row, problems))],
        };
    }

    /// <summary>A draft that asks one decision. What it governs, who owns it and what its input data are, is for a person to say.</summary>
    /// <param name="id">The id of the new policy.</param>
    public static PolicyDocument ReadOther(DmnModel model, DmnDecision decision, string id, string file)
    {
        var columns = Columns(decision);
        var rows = decision.Logic is DmnTable table && table.Aggregation == DmnAggregation.None ? Rows(table, columns.Count) : [];
        return new PolicyDocument(
            id,
            decision.Name,
            "",
            file,
            [],
            [],
            null,
            null,
            DmnXml.Write(model),
            [.. model.Elements.OfType<DmnInputData>().Select(data => new DocumentInput(data.Name, ""))],
            columns,
            [.. (rows.Count > 0 ? rows : [[.. columns.Select(_ => "-")]]).Select((cells, row) => Ask(decision, cells, row, columns))],
            []);
    }

    private static List<DocumentInput> Columns(DmnDecision decision) => decision.Logic is DmnTable { Outputs.Count: > 1 } table
        ? [.. table.Outputs.Select(output => new DocumentInput(output.Name ?? "", $"{decision.VariableName}.{output.Name}"))]
        : [new DocumentInput(decision.Name, decision.VariableName)];

    /// <summary>One row for each answer that the table has; an answer that is computed may be anything.</summary>
    private static List<IReadOnlyList<string>> Rows(DmnTable table, int columns)
    {
        var isList = table.HitPolicy is DmnHitPolicy.Collect or DmnHitPolicy.RuleOrder or DmnHitPolicy.OutputOrder;
        return [.. table.Rules.Select(rule => rule.Outputs.Take(columns).Select(cell => Cell(cell.Text.Trim(), isList)).ToList())
            .Where(cells => cells.Count == columns)
            .DistinctBy(cells => string.Join('\n', cells))
            .OrderBy(cells => cells.TrueForAll(cell => cell == "-"))];
    }

    private static string Cell(string output, bool isList)
    {
        var isPlain = FeelExpression.TryCompile(output, out var expression, out _) && UnaryTests.TryCompile(output, out var test, out _) && test.BareNames.Count == 0
            && expression.Evaluate([]) is { Problems.Count: 0, Value: System.Text.Json.Nodes.JsonValue };
        return !isPlain ? "-" : isList ? $"list contains(?, {output})" : output;
    }

    private static DocumentRule Ask(DmnDecision decision, IReadOnlyList<string> cells, int row, List<DocumentInput> columns)
    {
        var says = string.Join(", ", cells.Zip(columns).Where(cell => cell.First != "-").Select(cell => cells.Count == 1 ? cell.First : $"{cell.Second.Name}: {cell.First}"));
        var reason = says.Length == 0 ? $"{decision.Name} is something else." : $"{decision.Name} is {says}.";
        return new DocumentRule(
            $"D{row + 1}", cells, VerdictText.RequireApproval, Identity.Roles.Supervisor, 1, false, false, "", [], [], reason.Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal), "");
    }

    private static DocumentRule Rule(DmnRule rule, int row, List<string> problems)
    {
        var values = rule.Outputs.Select(cell => FeelExpression.TryCompile(cell.Text, out var expression, out _) ? Value(expression) : null).ToList();
        string Text(int place) => (values[place] as FeelValue.Text)?.Value ?? "";
        List<string> Texts(int place) => [.. ((values[place] as FeelValue.List)?.Items ?? []).OfType<FeelValue.Text>().Select(text => text.Value)];
        if (values.Count != PolicyDmnWriter.Outputs.Length || values.Contains(null))
        {
            problems.Add($"Rule {row + 1} has an output that cannot be read.");
            return new DocumentRule($"{row + 1}", [], "", "", 1, false, false, "", [], [], "", "");
        }

        return new DocumentRule(
            rule.Annotations.ElementAtOrDefault(0) ?? "",
            [.. rule.Inputs.Select(cell => cell.Text)],
            Text(0),
            Text(1),
            values[2] is FeelValue.Number quorum ? (int)quorum.Value.Clamped() : 1,
            values[3] is FeelValue.Boolean { Value: true },
            values[4] is FeelValue.Boolean { Value: true },
            Text(5),
            Texts(6),
            Texts(7),
            Text(8),
            rule.Annotations.ElementAtOrDefault(1) ?? "");
    }

    private static FeelValue Value(FeelExpression expression) => expression.Run(new FeelRun(), FeelMembers.Of(new System.Text.Json.Nodes.JsonObject()));
}
