using OpsConsole.Core.Foundation.Dmn.Typing;
using OpsConsole.Core.Foundation.Feel.Values;

namespace OpsConsole.Core.Foundation.Dmn.Evaluating;

/// <summary>What is told to a model: values by name, and, where two models have inputs of one name, by namespace and name.</summary>
/// <param name="texts">Whether dates, times and durations are told as texts.</param>
internal sealed class DmnInputs(FeelMembers values, IReadOnlyDictionary<(string Namespace, string Name), FeelValue>? qualified = null, bool texts = false)
{
    public static readonly DmnInputs None = new(FeelMembers.Of(Enumerable.Empty<KeyValuePair<string, FeelValue>>()));

    public FeelMembers Values => values;

    /// <summary>A value as its type reads it.</summary>
    public FeelValue Read(FeelRun run, DmnType type, FeelValue value) => texts ? TextInput.Read(run, type, value) : value;

    public FeelValue? Find(DmnUnit unit)
    {
        var name = unit.Element.Name;
        return qualified?.GetValueOrDefault((unit.Model.Model.Namespace, name))
            ?? values.Find(name)
            ?? values.Find(unit.Element.VariableName);
    }
}
