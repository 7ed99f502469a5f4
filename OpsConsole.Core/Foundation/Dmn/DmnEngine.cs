using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using OpsConsole.Core.Foundation.Dmn.Checking;
using OpsConsole.Core.Foundation.Dmn.Evaluating;
using OpsConsole.Core.Foundation.Dmn.Model;
using OpsConsole.Core.Foundation.Feel.Values;

namespace OpsConsole.Core.Foundation.Dmn;

/// <summary>A decision model made ready to run, once, and run often, from many threads at a time. Evaluating never throws and is bounded.</summary>
public sealed class DmnEngine
{
    private readonly LinkedModel _model;
    private readonly Dictionary<string, DmnUnit> _byName = new(StringComparer.Ordinal);

    private DmnEngine(LinkedModel model, IReadOnlyList<DmnError> faults)
    {
        _model = model;
        Faults = faults;
        foreach (var unit in model.Units)
        {
            _byName[unit.Element.Name] = unit;
        }
    }

    public DmnModel Model => _model.Model;

    /// <summary>What is wrong inside: expressions that cannot be read, types that are not known, functions that are refused. What has a fault gives
    /// null and the fault as a problem; the rest of the model runs.</summary>
    public IReadOnlyList<DmnError> Faults { get; }

    /// <param name="others">Models that it may import.</param>
    /// <param name="errors">Why it cannot run at all.</param>
    public static bool TryBuild(DmnModel model, IReadOnlyCollection<DmnModel> others, [NotNullWhen(true)] out DmnEngine? engine, out IReadOnlyList<DmnError> errors)
    {
        var faults = new List<DmnError>();
        var refusals = new List<DmnError>();
        refusals.AddRange(others.Prepend(model).SelectMany(ModelChecks.Find));
        var linker = new ModelLinker(others, faults, refusals);
        var linked = linker.Link(model);
        var compilers = linker.All.Select(each => new UnitCompiler(each, faults)).ToList();
        compilers.ForEach(compiler => compiler.CompileTypes());
        if (refusals.Count == 0)
        {
            compilers.ForEach(compiler => compiler.CompileLogic());
        }

        errors = refusals;
        engine = linked is null || refusals.Count > 0 ? null : new DmnEngine(linked, faults);
        return engine is not null;
    }

    /// <summary>Evaluates a decision, or calls a decision service or business knowledge model with the inputs as its arguments. An input of a type
    /// that JSON does not know is a text; <c>now</c> among the inputs is the time that <c>now()</c> and <c>today()</c> give.</summary>
    public DmnResult Evaluate(string name, JsonObject inputs)
    {
        var run = new FeelRun();
        var trace = new DmnTrace();
        return trace.Result(run, Evaluate(run, name, new DmnInputs(FeelMembers.Of(inputs), texts: true), trace));
    }

    /// <summary>The same on values.</summary>
    internal FeelValue Evaluate(FeelRun run, string name, DmnInputs inputs, DmnTrace? trace = null)
    {
        if (!_byName.TryGetValue(name, out var unit))
        {
            return run.Problem($"the model has no '{name}'");
        }

        var frame = new DmnFrame(run, inputs, trace);
        return unit.Callable is { } callable ? Call(frame, callable, inputs) : frame.ValueOf(unit);
    }

    private static FeelValue Call(DmnFrame frame, CallableUnit callable, DmnInputs inputs) =>
        callable.Body(frame, [.. callable.Signatures[0].Names.Zip(callable.Types).Select(parameter =>
            inputs.Read(frame.Run, parameter.Second, inputs.Values.Find(parameter.First) ?? FeelValue.Null.Instance))]);
}
