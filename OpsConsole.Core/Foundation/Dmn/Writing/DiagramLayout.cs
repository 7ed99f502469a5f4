using OpsConsole.Core.Foundation.Dmn.Model;

namespace OpsConsole.Core.Foundation.Dmn.Writing;

/// <summary>Where each element stands in a diagram: what is required below what requires it, side by side in the order of the model.</summary>
internal sealed class DiagramLayout
{
    public const int Width = 160;
    public const int Height = 60;
    private const int GapAcross = 40;
    private const int GapDown = 80;
    private const int Margin = 40;
    private const int Deepest = 500;

    private readonly Dictionary<string, DmnElement> _byReference;
    private readonly Dictionary<DmnElement, int> _levels = new(ReferenceEqualityComparer.Instance);

    public DiagramLayout(DmnModel model)
    {
        _byReference = new Dictionary<string, DmnElement>(StringComparer.Ordinal);
        foreach (var element in model.Elements)
        {
            _byReference.TryAdd("#" + element.Id, element);
            _byReference.TryAdd(model.Namespace + "#" + element.Id, element);
        }

        Levels(model);
        var top = _levels.Values.DefaultIfEmpty(0).Max();
        foreach (var level in model.Elements.GroupBy(element => _levels[element]))
        {
            foreach (var (element, index) in level.Select((element, index) => (element, index)))
            {
                Places[element] = (Margin + index * (Width + GapAcross), Margin + (top - level.Key) * (Height + GapDown));
            }
        }
    }

    /// <summary>The upper left corner of each.</summary>
    public Dictionary<DmnElement, (int X, int Y)> Places { get; } = new(ReferenceEqualityComparer.Instance);

    /// <summary>An element of this model; null for one of another.</summary>
    public DmnElement? Find(string reference) => _byReference.GetValueOrDefault(reference);

    public static IEnumerable<string> Requirements(DmnElement element) => element switch
    {
        DmnDecision decision => decision.RequiredInputs.Concat(decision.RequiredDecisions).Concat(decision.RequiredKnowledge),
        DmnKnowledgeModel knowledge => knowledge.RequiredKnowledge,
        _ => [],
    };

    /// <summary>Requirements are drawn as lines, and a line needs an id to refer to.</summary>
    public static string RequirementId(DmnElement element, int index) => $"{element.Id}.requires.{index + 1}";

    /// <summary>A service stands above what it offers.</summary>
    private static IEnumerable<string> Below(DmnElement element) =>
        element is DmnService service ? service.OutputDecisions.Concat(service.EncapsulatedDecisions) : Requirements(element);

    /// <summary>Raises whoever does not stand above what it requires, until all do or the chain is longer than anyone looks at; a circle ends there too.</summary>
    private void Levels(DmnModel model)
    {
        foreach (var element in model.Elements)
        {
            _levels[element] = 0;
        }

        var raised = true;
        for (var round = 0; raised && round < Deepest; round++)
        {
            raised = false;
            foreach (var element in model.Elements)
            {
                var level = Below(element).Select(Find).OfType<DmnElement>().Select(below => _levels[below] + 1).DefaultIfEmpty(0).Max();
                raised |= level > _levels[element];
                _levels[element] = Math.Max(level, _levels[element]);
            }
        }
    }
}
