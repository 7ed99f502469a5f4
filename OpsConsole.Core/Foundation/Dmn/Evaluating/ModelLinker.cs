using OpsConsole.Core.Foundation.Dmn.Model;

namespace OpsConsole.Core.Foundation.Dmn.Evaluating;

/// <summary>Finds the models that are imported and the elements that are required; refuses what leads nowhere or round in a circle.</summary>
internal sealed class ModelLinker
{
    /// <summary>Requirements one after the other.</summary>
    private const int LongestChain = 500;

    private readonly Dictionary<string, DmnModel> _models = new(StringComparer.Ordinal);
    private readonly Dictionary<string, LinkedModel> _linked = new(StringComparer.Ordinal);
    private readonly List<DmnModel> _open = [];
    private readonly List<DmnError> _faults;
    private readonly List<DmnError> _refusals;

    public ModelLinker(IEnumerable<DmnModel> others, List<DmnError> faults, List<DmnError> refusals)
    {
        _faults = faults;
        _refusals = refusals;
        foreach (var other in others)
        {
            _models.TryAdd(other.Namespace, other);
        }
    }

    /// <summary>All models that were reached, the imported before those that import them.</summary>
    public IReadOnlyCollection<LinkedModel> All => _linked.Values;

    public LinkedModel? Link(DmnModel model)
    {
        if (_linked.TryGetValue(model.Namespace, out var known))
        {
            return known;
        }

        if (_open.Exists(open => open.Namespace == model.Namespace))
        {
            var cycle = _open.SkipWhile(open => open.Namespace != model.Namespace).Append(model).Select(open => open.Name);
            _refusals.Add(new DmnError(model.Line, "import", $"Models import each other in a circle: {string.Join(" → ", cycle)}."));
            return null;
        }

        _open.Add(model);
        var imports = new Dictionary<string, LinkedModel>(StringComparer.Ordinal);
        foreach (var import in model.Imports)
        {
            if (Import(import) is { } imported && !imports.TryAdd(import.Name, imported))
            {
                _refusals.Add(new DmnError(import.Line, "import", $"Two imports have the name '{import.Name}'."));
            }
        }

        _open.RemoveAt(_open.Count - 1);
        var linked = new LinkedModel(model, imports, _faults, _refusals);
        _linked[model.Namespace] = linked;
        foreach (var unit in linked.Units)
        {
            Require(unit);
        }

        CheckChains(linked);
        return linked;
    }

    private LinkedModel? Import(DmnImport import)
    {
        if (_models.TryGetValue(import.Namespace, out var model))
        {
            return Link(model);
        }

        _refusals.Add(new DmnError(import.Line, "import", $"The model '{import.Name}' with the namespace '{import.Namespace}' is not at hand."));
        return null;
    }

    private void Require(DmnUnit unit)
    {
        var references = unit.Element switch
        {
            DmnDecision decision => decision.RequiredInputs.Concat(decision.RequiredDecisions).Concat(decision.RequiredKnowledge),
            DmnKnowledgeModel knowledge => knowledge.RequiredKnowledge,
            DmnService service => service.InputData.Concat(service.InputDecisions).Concat(service.OutputDecisions).Concat(service.EncapsulatedDecisions),
            _ => [],
        };
        foreach (var reference in references)
        {
            if (Follow(unit.Model, reference) is { } required)
            {
                unit.Requires.Add(required);
            }
            else
            {
                _refusals.Add(new DmnError(unit.Element.Line, unit.Place, $"What it requires, '{reference}', is not there."));
            }
        }
    }

    private static DmnUnit.Requirement? Follow(LinkedModel model, string reference)
    {
        var mark = reference.IndexOf('#', StringComparison.Ordinal);
        var space = mark > 0 ? reference[..mark] : model.Model.Namespace;
        var id = reference[(mark + 1)..];
        if (space == model.Model.Namespace && model.ById.TryGetValue(id, out var own))
        {
            return new DmnUnit.Requirement(null, own);
        }

        foreach (var (name, imported) in model.Imports)
        {
            if (imported.Model.Namespace == space && imported.ById.TryGetValue(id, out var other))
            {
                return new DmnUnit.Requirement(name, other);
            }
        }

        return null;
    }

    private void CheckChains(LinkedModel model)
    {
        var done = new HashSet<DmnUnit>();
        var path = new List<DmnUnit>();
        foreach (var unit in model.Units)
        {
            if (!Walk(unit, done, path))
            {
                return;
            }
        }
    }

    private bool Walk(DmnUnit unit, HashSet<DmnUnit> done, List<DmnUnit> path)
    {
        if (done.Contains(unit))
        {
            return true;
        }

        if (path.Contains(unit))
        {
            var cycle = path.SkipWhile(open => open != unit).Append(unit).Select(open => open.Element.Name);
            _refusals.Add(new DmnError(unit.Element.Line, unit.Place, $"It requires itself: {string.Join(" → ", cycle)}."));
            return false;
        }

        if (path.Count >= LongestChain)
        {
            _refusals.Add(new DmnError(unit.Element.Line, unit.Place, $"Requirements form a chain of more than {LongestChain}."));
            return false;
        }

        path.Add(unit);
        var sound = unit.Requires.Where(required => required.Unit != unit || unit.Element is DmnDecision).All(required => Walk(required.Unit, done, path));
        path.RemoveAt(path.Count - 1);
        done.Add(unit);
        return sound;
    }
}
