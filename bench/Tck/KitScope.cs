using System.Text.RegularExpressions;
using OpsConsole.Core.Foundation.Dmn.Model;

namespace OpsConsole.Bench.Tck;

/// <summary>Tells what is out of scope by what a model asks for: functions of Java and PMML would run code from outside.</summary>
internal static partial class KitScope
{
    /// <summary>Why a decision is not run, or null.</summary>
    public static string? Excludes(DmnModel model, string name)
    {
        var seen = new HashSet<DmnElement>();
        var open = new Stack<DmnElement>(model.Elements.Where(element => element.Name == name));
        while (open.TryPop(out var element))
        {
            if (!seen.Add(element))
            {
                continue;
            }

            var (logic, references) = element switch
            {
                DmnDecision decision => (decision.Logic, decision.RequiredDecisions.Concat(decision.RequiredKnowledge)),
                DmnKnowledgeModel knowledge => (knowledge.Logic, knowledge.RequiredKnowledge),
                DmnService service => (null, service.OutputDecisions.Concat(service.EncapsulatedDecisions)),
                _ => ((DmnLogic?)null, Enumerable.Empty<string>()),
            };
            if (logic is not null && IsExternal(logic))
            {
                return "a function of Java or PMML";
            }

            foreach (var required in model.Elements.Where(other => references.Contains("#" + other.Id)))
            {
                open.Push(required);
            }
        }

        return null;
    }

    private static bool IsExternal(DmnLogic logic) => logic switch
    {
        DmnFunction function => function.Kind != DmnFunctionKind.Feel || (function.Body is { } body && IsExternal(body)),
        DmnLiteral literal => External().IsMatch(literal.Text),
        DmnContext context => context.Entries.Any(entry => entry.Logic is { } inner && IsExternal(inner)),
        DmnList list => list.Items.Any(IsExternal),
        DmnInvocation invocation => IsExternal(invocation.Function) || invocation.Bindings.Any(binding => binding.Logic is { } inner && IsExternal(inner)),
        _ => false,
    };

    [GeneratedRegex(@"\bfunction\s*\([^)]*\)\s*external\b")]
    private static partial Regex External();
}
