using OpsConsole.Core.Foundation.Dmn.Model;
using OpsConsole.Core.Foundation.Dmn.Typing;
using OpsConsole.Core.Foundation.Feel;
using OpsConsole.Core.Foundation.Feel.Types;
using OpsConsole.Core.Foundation.Feel.Values;

namespace OpsConsole.Core.Foundation.Dmn.Evaluating;

/// <summary>Makes the elements of a model run.</summary>
internal sealed class UnitCompiler(LinkedModel model, List<DmnError> faults)
{
    private readonly LogicCompiler _logic = new(model.Types, faults);
    private FeelNames _types = FeelNames.None;

    /// <summary>Types first: expressions are read with what is known of those that they require.</summary>
    public void CompileTypes()
    {
        foreach (var unit in model.Units)
        {
            unit.Type = _logic.Type(unit.Element.Variable?.TypeRef, unit.Element.Line, unit.Place);
        }

        foreach (var item in model.Model.Types)
        {
            model.Types.Find(item.Name, item.Line, $"item definition '{item.Name}'");
        }
    }

    public void CompileLogic()
    {
        _types = model.Types.Named.Aggregate(FeelNames.None, (names, type) => names.WithType(type.Name, type.Type));
        foreach (var unit in model.Units)
        {
            switch (unit.Element)
            {
                case DmnDecision { Logic: { } logic }:
                    unit.Logic = _logic.Compile(logic, Names(unit), unit.Place);
                    break;
                case DmnKnowledgeModel knowledge:
                    unit.Callable = Knowledge(unit, knowledge);
                    break;
                case DmnService service:
                    unit.Callable = Service(unit, service);
                    break;
            }
        }
    }

    private FeelNames Names(DmnUnit unit)
    {
        var names = _types;
        foreach (var group in unit.Requires.GroupBy(requirement => requirement.Import))
        {
            names = string.IsNullOrEmpty(group.Key) ? Add(names, group) : names.With(group.Key, Add(FeelNames.None, group));
        }

        return names;
    }

    private static FeelNames Add(FeelNames names, IEnumerable<DmnUnit.Requirement> requirements) =>
        requirements.Aggregate(names, (known, requirement) => known.With(requirement.Unit.Element.VariableName, requirement.Unit.Type.Members));

    /// <summary>A variable of a function may tell the function's type or that of its result.</summary>
    private static DmnType ResultOf(DmnType type) => type.Feel is FeelType.FunctionOf function ? new DmnType.Plain(function.Result) : type;

    private CallableUnit? Knowledge(DmnUnit unit, DmnKnowledgeModel knowledge)
    {
        if (knowledge.Logic is not { } function)
        {
            return null;
        }

        if (function.Kind != DmnFunctionKind.Feel || function.Body is null)
        {
            var refused = _logic.Compile(function, FeelNames.None, unit.Place);
            return new CallableUnit([new FeelSignature([], 0, Open: true)], [], (frame, _) => refused(frame, Scopes.Empty(frame.Run)));
        }

        var (signatures, types) = _logic.Parameters(function.Parameters, unit.Place);
        var names = LogicCompiler.WithParameters(Names(unit).With(unit.Element.VariableName), function.Parameters, types);
        var body = _logic.Compile(function.Body, names, unit.Place);
        var result = ResultOf(unit.Type);
        var name = $"'{unit.Element.VariableName}'";
        return new CallableUnit(signatures, types, (frame, arguments) =>
        {
            var scope = frame.ScopeOf(unit).With(unit.Element.VariableName, frame.ValueOf(unit));
            return LogicCompiler.Bind(scope, name, function.Parameters, types, arguments) is { } inner
                ? DmnCoercion.Coerce(frame.Run, result, body(frame, inner), $"what {name} gives")
                : FeelValue.Null.Instance;
        });
    }

    /// <summary>Input data come first, then input decisions (DMN 1.5, 10.4).</summary>
    private static CallableUnit Service(DmnUnit unit, DmnService service)
    {
        var inputs = unit.Requires.Take(service.InputData.Count + service.InputDecisions.Count).Select(requirement => requirement.Unit).ToList();
        var outputs = unit.Requires.Skip(inputs.Count).Take(service.OutputDecisions.Count).Select(requirement => requirement.Unit).ToList();
        var parameters = inputs.ConvertAll(input => new DmnVariable { Name = input.Element.VariableName });
        var result = ResultOf(unit.Type);
        var name = $"'{unit.Element.VariableName}'";
        FeelSignature[] signatures = [new FeelSignature([.. parameters.Select(parameter => parameter.Name)], inputs.Count, Open: false)];
        var types = inputs.ConvertAll(input => input.Type);
        return new CallableUnit(signatures, types, (frame, arguments) =>
        {
            if (LogicCompiler.Bind(Scopes.Empty(frame.Run), name, parameters, types, arguments) is not { } scope)
            {
                return FeelValue.Null.Instance;
            }

            var inner = frame.Inner(inputs.Select(input => KeyValuePair.Create(input, scope.Find(input.Element.VariableName)!)));
            var value = outputs is [var single]
                ? inner.ValueOf(single)
                : new FeelValue.Context(FeelMembers.Of(outputs.Select(output => KeyValuePair.Create(output.Element.VariableName, inner.ValueOf(output)))));
            return DmnCoercion.Coerce(frame.Run, result, value, $"what {name} gives");
        });
    }
}
