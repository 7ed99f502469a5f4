using System.Globalization;
using System.Text.RegularExpressions;
using OpsConsole.Core.Foundation.Dmn;
using OpsConsole.Core.Foundation.Dmn.Model;
using OpsConsole.Core.Policies.Judging;

namespace OpsConsole.Core.Policies.Documents;

/// <summary>
/// A policy as a DMN 1.5 model: its table as a decision that collects, beside the model that it uses. What DMN has no place for (owner,
/// scope, tests) stands as a policy file without a table in the decision's description, so that reading it back gives the same document.
/// </summary>
internal static class PolicyDmnWriter
{
    /// <summary>Begins the ids of the elements that are ours.</summary>
    public const string OwnId = "opsconsole-policy";

    public static readonly string[] Outputs = ["verdict", "approver", "quorum", "no self approval", "blind", "expires", "notify", "attach", "reason"];

    public static readonly string[] Annotations = ["rule", "cites"];

    /// <summary>The XML, or null with what is wrong with the document's own model.</summary>
    public static string? Write(PolicyDocument document, out IReadOnlyList<string> problems)
    {
        problems = [];
        var own = new DmnModel { Name = document.Title, Namespace = $"urn:opsconsole:policy:{Uri.EscapeDataString(document.Id)}" };
        if (document.Model is not null && DmnXml.Read(document.Model) is var reading)
        {
            if (reading.Model is null)
            {
                problems = [.. reading.Errors.Select(error => error.ToString())];
                return null;
            }

            own = reading.Model;
        }

        var decisions = own.Elements.OfType<DmnDecision>().Where(decision => decision.Id is not null && Uses(document, decision)).ToList();
        var data = Roots(document).Except(own.Elements.Select(element => element.VariableName), StringComparer.Ordinal)
            .Select(name => new DmnInputData { Id = $"{OwnId}-input-{Ncname(name)}", Name = name, Variable = new DmnVariable { Name = name } }).ToList();
        var table = new DmnDecision
        {
            Id = OwnId,
            Name = Free(own, document.Title),
            Description = PolicyYaml.Write(document with { Model = null, Inputs = [], Rules = [] }),
            RequiredInputs = [.. data.Select(item => $"#{item.Id}")],
            RequiredDecisions = [.. decisions.Select(decision => $"#{decision.Id}")],
            Logic = Table(document),
        };
        return DmnXml.Write(own with { Elements = [.. own.Elements, .. data, table] });
    }

    /// <summary>The names at the root of what the columns look at; a name that an expression makes for itself is none.</summary>
    private static List<string> Roots(PolicyDocument document) =>
    [
        .. document.Inputs
            .SelectMany(input => InputPath.ReadBy(input.Expression).Where(path => path.Count > 1 || (path.Count == 1 && path[0] == input.Expression.Trim()))
                .Select(path => path[0]).Where(name => !Regex.IsMatch(input.Expression, $@"\b(for|some|every)\s+{Regex.Escape(name)}\s+in\b", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1))))
            .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal),
    ];

    /// <summary>Whether a column names a decision of the model.</summary>
    private static bool Uses(PolicyDocument document, DmnDecision decision) =>
        document.Inputs.Any(input => input.Expression.Contains(decision.VariableName, StringComparison.Ordinal));

    private static string Free(DmnModel model, string title)
    {
        var name = title;
        for (var number = 2; model.Elements.Any(element => element.Name == name); number++)
        {
            name = $"{title} ({number})";
        }

        return name;
    }

    private static string Ncname(string name) => string.Concat(name.Select(letter => char.IsAsciiLetterOrDigit(letter) ? letter : '_'));

    private static DmnTable Table(PolicyDocument document) => new()
    {
        HitPolicy = DmnHitPolicy.Collect,
        Inputs = [.. document.Inputs.Select(input => new DmnTableInput { Label = input.Name, Expression = input.Expression, AllowedValues = input.Values })],
        Outputs = [.. Outputs.Select(name => new DmnTableOutput { Name = name })],
        Annotations = Annotations,
        Rules = [.. document.Rules.Select(rule => new DmnRule
        {
            Inputs = [.. rule.Cells.Select(cell => new DmnCell { Text = cell })],
            Outputs = [.. Cells(rule).Select(cell => new DmnCell { Text = cell })],
            Annotations = [rule.Id, rule.Cites],
        })],
    };

    private static IEnumerable<string> Cells(DocumentRule rule) =>
    [
        Text(rule.Verdict),
        rule.Approver.Length == 0 ? "null" : Text(rule.Approver),
        rule.Quorum.ToString(CultureInfo.InvariantCulture),
        rule.NoSelfApproval ? "true" : "false",
        rule.Blind ? "true" : "false",
        rule.Expires.Length == 0 ? "null" : Text(rule.Expires),
        List(rule.Notify),
        List(rule.Attach),
        Text(rule.Reason),
    ];

    private static string List(IEnumerable<string> texts) => $"[{string.Join(", ", texts.Select(Text))}]";

    /// <summary>A text as FEEL writes it. What it holds between braces stays as it is: other tools show it, this console fills it in.</summary>
    private static string Text(string text) => $"\"{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal).Replace("\r", "\\r", StringComparison.Ordinal).Replace("\t", "\\t", StringComparison.Ordinal)}\"";
}
