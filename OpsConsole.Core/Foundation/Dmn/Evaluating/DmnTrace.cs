using OpsConsole.Core.Foundation.Feel.Values;

namespace OpsConsole.Core.Foundation.Dmn.Evaluating;

/// <summary>What was decided on the way, in the order in which it was.</summary>
internal sealed class DmnTrace
{
    private readonly List<(DmnUnit Unit, FeelValue Value)> _decisions = [];

    private readonly List<(CompiledTable Table, IReadOnlyList<FeelValue> Inputs, IReadOnlyList<int> Rules)> _tables = [];

    public IReadOnlyList<(DmnUnit Unit, FeelValue Value)> Decisions => _decisions;

    public IReadOnlyList<(CompiledTable Table, IReadOnlyList<FeelValue> Inputs, IReadOnlyList<int> Rules)> Tables => _tables;

    public void Decided(DmnUnit unit, FeelValue value) => _decisions.Add((unit, value));

    public void Fired(CompiledTable table, IReadOnlyList<FeelValue> inputs, IReadOnlyList<int> rules) => _tables.Add((table, inputs, rules));
}
