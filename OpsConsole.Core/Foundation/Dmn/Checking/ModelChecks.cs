using OpsConsole.Core.Foundation.Dmn.Model;

namespace OpsConsole.Core.Foundation.Dmn.Checking;

/// <summary>What makes a model ambiguous or too large, wherever it came from.</summary>
internal static class ModelChecks
{
    /// <summary>Entries of one context, requirements of one element: each is a name that is looked for wherever an expression is read.</summary>
    private const int MostNames = 200;

    public static IEnumerable<DmnError> Find(DmnModel model)
    {
        var parts = model.Elements.Cast<DmnPart>().Concat(model.Types).Concat(model.Imports);
        return Repeated(parts.Where(part => part.Id is not null), part => part.Id!, "id")
            .Concat(Repeated(model.Elements, element => element.Name, "name"))
            .Concat(Repeated(model.Types, type => type.Name, "name"))
            .Concat(Repeated(model.Imports, import => import.Name, "name"))
            .Concat(model.Types.SelectMany(Components))
            .Concat(model.Elements.SelectMany(element => Requirements(element).Concat(Logic(element))));
    }

    /// <summary>Those whose key another one before them has.</summary>
    public static IEnumerable<DmnError> Repeated<T>(IEnumerable<T> parts, Func<T, string> key, string what, string? place = null)
        where T : DmnPart
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        return parts.Where(part => !seen.Add(key(part))).Select(part => new DmnError(part.Line, place ?? Kind(part), $"The {what} '{key(part)}' is used twice."));
    }

    public static IEnumerable<DmnError> TooMany(int count, int line, string place, string what) =>
        count > MostNames ? [new DmnError(line, place, $"It has {count} {what}, more than {MostNames}.")] : [];

    private static IEnumerable<DmnError> Components(DmnItemDefinition type) =>
        Repeated(type.Components, component => component.Name, "component", $"item definition '{type.Name}'").Concat(type.Components.SelectMany(Components));

    private static IEnumerable<DmnError> Requirements(DmnElement element) => element switch
    {
        DmnDecision decision => TooMany(
            decision.RequiredInputs.Count + decision.RequiredDecisions.Count + decision.RequiredKnowledge.Count, element.Line, $"decision '{element.Name}'", "requirements"),
        DmnKnowledgeModel knowledge => TooMany(knowledge.RequiredKnowledge.Count, element.Line, $"business knowledge model '{element.Name}'", "requirements"),
        _ => [],
    };

    private static IEnumerable<DmnError> Logic(DmnElement element) => element switch
    {
        DmnDecision { Logic: { } logic } => LogicChecks.Find(logic, $"decision '{element.Name}'"),
        DmnKnowledgeModel { Logic: { } function } => LogicChecks.Find(function, $"business knowledge model '{element.Name}'"),
        DmnService { OutputDecisions.Count: 0 } => [new DmnError(element.Line, $"decision service '{element.Name}'", "It has no output decision.")],
        _ => [],
    };

    private static string Kind(DmnPart part) => part switch
    {
        DmnDecision => "decision",
        DmnInputData => "inputData",
        DmnKnowledgeModel => "businessKnowledgeModel",
        DmnService => "decisionService",
        DmnItemDefinition => "itemDefinition",
        _ => "import",
    };
}
