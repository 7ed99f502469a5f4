using OpsConsole.Core.Foundation.Dmn.Model;
using OpsConsole.Core.Foundation.Dmn.Typing;

namespace OpsConsole.Core.Foundation.Dmn.Evaluating;

/// <summary>A model with its imports found.</summary>
internal sealed class LinkedModel
{
    public LinkedModel(DmnModel model, Dictionary<string, LinkedModel> imports, List<DmnError> faults, List<DmnError> refusals)
    {
        Model = model;
        Imports = imports;
        Types = new TypeTable(model, imports.ToDictionary(import => import.Key, import => import.Value.Types, StringComparer.Ordinal), faults, refusals);
        Units = [.. model.Elements.Select(element => new DmnUnit(this, element))];
        foreach (var unit in Units.Where(unit => unit.Element.Id is not null))
        {
            ById.TryAdd(unit.Element.Id!, unit);
        }
    }

    public DmnModel Model { get; }

    /// <summary>By the name of the import.</summary>
    public Dictionary<string, LinkedModel> Imports { get; }

    public TypeTable Types { get; }

    public IReadOnlyList<DmnUnit> Units { get; }

    public Dictionary<string, DmnUnit> ById { get; } = new(StringComparer.Ordinal);
}
