using OpsConsole.Core.Foundation.Dmn.Model;
using OpsConsole.Core.Foundation.Dmn.Typing;
using OpsConsole.Core.Foundation.Feel;
using OpsConsole.Core.Foundation.Feel.Compiling;

namespace OpsConsole.Core.Foundation.Dmn.Evaluating;

/// <summary>A decision table made ready to run (DMN 1.5, chapter 8).</summary>
internal sealed record CompiledTable(
    string Place, DmnTable Table, IReadOnlyList<CompiledInput> Inputs, IReadOnlyList<CompiledOutput> Outputs, IReadOnlyList<CompiledRule> Rules);

/// <param name="Allowed">What a value must meet; null when any will do.</param>
internal sealed record CompiledInput(DmnCode Value, DmnType Type, UnaryTests? Allowed, string What);

/// <param name="Priorities">Of each allowed value, the most important first.</param>
internal sealed record CompiledOutput(string Name, DmnType Type, IReadOnlyList<FeelCode> Priorities, DmnCode? Default, string What);

/// <param name="Tests">One for each input; null where any value will do.</param>
internal sealed record CompiledRule(IReadOnlyList<UnaryTests?> Tests, IReadOnlyList<DmnCode> Outputs);
