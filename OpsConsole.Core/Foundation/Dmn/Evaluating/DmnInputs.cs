using OpsConsole.Core.Foundation.Feel.Values;

namespace OpsConsole.Core.Foundation.Dmn.Evaluating;

/// <summary>What is told to a model: values by name, and, where two models have inputs of one name, by namespace and name.</summary>
internal sealed class DmnInputs(FeelMembers values, IReadOnlyDictionary<(string Namespace, string Name), FeelValue>? qualified = null)
{
    public static readonly DmnInputs None = new(FeelMembers.Of(Enumerable.Empty<KeyValuePair<string, FeelValue>>()));

    public FeelMembers Values => values;

    public FeelValue? Find(DmnUnit unit)
    {
        var name = unit.Element.Name;
        return qualified?.GetValueOrDefault((unit.Model.Model.Namespace, name))
            ?? values.Find(name)
            ?? values.Find(unit.Element.VariableName);
    }
}
