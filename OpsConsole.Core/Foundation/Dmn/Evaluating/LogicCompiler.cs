using OpsConsole.Core.Foundation.Dmn.Model;
using OpsConsole.Core.Foundation.Dmn.Typing;
using OpsConsole.Core.Foundation.Feel;
using OpsConsole.Core.Foundation.Feel.Compiling;
using OpsConsole.Core.Foundation.Feel.Values;

namespace OpsConsole.Core.Foundation.Dmn.Evaluating;

/// <summary>
/// Turns decision logic into code, once. What cannot be compiled becomes a fault of the model, and when it is reached all the same it gives null and
/// the fault as a problem, so that one bad expression does not take the rest of a model with it.
/// </summary>
internal sealed class LogicCompiler(TypeTable types, List<DmnError> faults)
{
    public DmnCode Compile(DmnLogic logic, FeelNames names, string place)
    {
        var code = Untyped(logic, names, place);
        if (logic.TypeRef is not { } reference || types.Find(reference, logic.Line, place) is not { IsAny: false } type)
        {
            return code;
        }

        var what = $"the value of {place}";
        return (frame, scope) => DmnCoercion.Coerce(frame.Run, type, code(frame, scope), what);
    }

    public DmnCode Expression(string text, FeelNames names, int line, string place)
    {
        var (expression, error) = FeelExpression.Compile(text, names);
        return expression is null ? Faulty(line, place, $"'{text}' at {error}") : (_, scope) => expression.Run(scope);
    }

    public UnaryTests? Tests(string text, FeelNames names, int line, string place)
    {
        var (tests, error) = UnaryTests.Compile(text, names);
        if (tests is null)
        {
            Faulty(line, place, $"'{text}' at {error}");
        }

        return tests;
    }

    /// <summary>The allowed values that the item definition of a type gives, as text.</summary>
    public string? AllowedValuesOf(string? reference) => reference is null ? null : types.Definition(reference)?.AllowedValues;

    public DmnType Type(string? reference, int line, string place) => reference is null ? DmnType.Any : types.Find(reference, line, place) ?? DmnType.Any;

    /// <summary>Code that only tells what is wrong.</summary>
    public DmnCode Faulty(int line, string place, string message)
    {
        var fault = new DmnError(line, place, message);
        faults.Add(fault);
        var problem = $"{place}: {message}";
        return (frame, _) => frame.Run.Problem(problem);
    }

    /// <summary>Closures of what calls a function by the names of its parameters.</summary>
    public (IReadOnlyList<FeelSignature> Signatures, IReadOnlyList<DmnType> Types) Parameters(IReadOnlyList<DmnVariable> parameters, string place) =>
        ([new FeelSignature([.. parameters.Select(parameter => parameter.Name)], parameters.Count, Open: false)],
            [.. parameters.Select(parameter => Type(parameter.TypeRef, parameter.Line, $"{place}, parameter '{parameter.Name}'"))]);

    public static FeelNames WithParameters(FeelNames names, IReadOnlyList<DmnVariable> parameters, IReadOnlyList<DmnType> parameterTypes) =>
        parameters.Zip(parameterTypes).Aggregate(names, (known, pair) => known.With(pair.First.Name, pair.Second.Members));

    /// <summary>The scope of a function's body, or null when an argument is none of its type: then the function is not called.</summary>
    public static FeelScope? Bind(FeelScope scope, string function, IReadOnlyList<DmnVariable> parameters, IReadOnlyList<DmnType> parameterTypes, IReadOnlyList<FeelValue> arguments)
    {
        for (var index = 0; index < parameters.Count; index++)
        {
            var argument = index < arguments.Count ? arguments[index] : FeelValue.Null.Instance;
            if (DmnCoercion.TryCoerce(scope.Run, parameterTypes[index], argument) is not { } value)
            {
                scope.Run.Problem($"'{parameters[index].Name}' of {function} is a {argument.TypeName} that is no {parameterTypes[index].Name}");
                return null;
            }

            scope = scope.With(parameters[index].Name, value);
        }

        return scope;
    }

    private DmnCode Untyped(DmnLogic logic, FeelNames names, string place) => logic switch
    {
        DmnLiteral literal => Expression(literal.Text, names, literal.Line, place),
        DmnTable table => new TableCompiler(this).Compile(table, names, place),
        DmnContext context => Context(context, names, place),
        DmnList list => List(list, names, place),
        DmnRelation relation => Relation(relation, names, place),
        DmnInvocation invocation => Invocation(invocation, names, place),
        DmnFunction function => Function(function, names, place),
        _ => new IterationLogicCompiler(this).Compile(logic, names, place),
    };

    private DmnCode Context(DmnContext context, FeelNames names, string place)
    {
        var entries = new List<(string? Name, DmnType Type, DmnCode Code)>();
        foreach (var (entry, number) in context.Entries.Select((entry, index) => (entry, index + 1)))
        {
            var where = $"{place}, entry {(entry.Variable is { } named ? $"'{named.Name}'" : number)}";
            var type = Type(entry.Variable?.TypeRef, entry.Line, where);
            entries.Add((entry.Variable?.Name, type, Entry(entry, names, where)));
            names = entry.Variable is { } variable ? names.With(variable.Name, type.Members) : names;
        }

        return (frame, scope) => Evaluate(entries, place, frame, scope);
    }

    private DmnCode Entry(DmnContextEntry entry, FeelNames names, string place) => entry switch
    {
        { Variable: { } own, Logic: DmnFunction function } => Function(function, names.With(own.Name), place, own.Name),
        { Logic: { } logic } => Compile(logic, names, place),
        _ => Faulty(entry.Line, place, "It has no expression."),
    };

    private static FeelValue Evaluate(List<(string? Name, DmnType Type, DmnCode Code)> entries, string place, DmnFrame frame, FeelScope scope)
    {
        var members = new List<KeyValuePair<string, FeelValue>>(entries.Count);
        foreach (var (name, type, code) in entries)
        {
            var value = code(frame, scope);
            if (name is null)
            {
                return value;
            }

            value = DmnCoercion.Coerce(frame.Run, type, value, $"'{name}' of {place}");
            members.Add(KeyValuePair.Create(name, value));
            scope = scope.With(name, value);
        }

        return new FeelValue.Context(FeelMembers.Of(members));
    }

    private DmnCode List(DmnList list, FeelNames names, string place)
    {
        DmnCode[] items = [.. list.Items.Select((item, index) => Compile(item, names, $"{place}, item {index + 1}"))];
        return (frame, scope) => frame.Run.Bounded(new FeelValue.List([.. items.Select(item => item(frame, scope))]));
    }

    private DmnCode Relation(DmnRelation relation, FeelNames names, string place)
    {
        var columns = relation.Columns.Select(column => (column.Name, Type: Type(column.TypeRef, column.Line, $"{place}, column '{column.Name}'"))).ToArray();
        DmnCode[][] rows = [.. relation.Rows.Select((row, number) =>
            row.Items.Select((cell, index) => Compile(cell, names, $"{place}, row {number + 1}, column {index + 1}")).ToArray())];
        return (frame, scope) => frame.Run.Bounded(new FeelValue.List([.. rows.Select(row => (FeelValue)new FeelValue.Context(FeelMembers.Of(
            columns.Zip(row).Select(pair => KeyValuePair.Create(
                pair.First.Name, DmnCoercion.Coerce(frame.Run, pair.First.Type, pair.Second(frame, scope), $"'{pair.First.Name}' of {place}"))))))]));
    }

    private DmnCode Invocation(DmnInvocation invocation, FeelNames names, string place)
    {
        var function = Compile(invocation.Function, names, $"{place}, the called function");
        string?[] parameters = [.. invocation.Bindings.Select(binding => binding.Parameter.Name)];
        DmnCode[] arguments = [.. invocation.Bindings.Select(binding => Binding(binding, names, $"{place}, binding '{binding.Parameter.Name}'"))];
        return (frame, scope) =>
        {
            if (function(frame, scope) is not FeelValue.Function found)
            {
                return frame.Run.Problem($"what {place} calls is no function");
            }

            return CallCompiler.Call(frame.Run, found, parameters, Array.ConvertAll(arguments, argument => argument(frame, scope)));
        };
    }

    private DmnCode Binding(DmnBinding binding, FeelNames names, string place)
    {
        if (binding.Logic is not { } logic)
        {
            return (_, _) => FeelValue.Null.Instance;
        }

        var code = Compile(logic, names, place);
        var type = Type(binding.Parameter.TypeRef, binding.Line, place);
        return (frame, scope) => DmnCoercion.Coerce(frame.Run, type, code(frame, scope), place);
    }

    /// <param name="own">The name of the entry that it is in, by which it may call itself.</param>
    private DmnCode Function(DmnFunction function, FeelNames names, string place, string? own = null)
    {
        if (function.Kind != DmnFunctionKind.Feel)
        {
            return Faulty(function.Line, place, $"Functions of the kind {(function.Kind == DmnFunctionKind.Java ? "Java" : "PMML")} are refused: they would run code from outside.");
        }

        var (signatures, parameterTypes) = Parameters(function.Parameters, place);
        var body = function.Body is { } logic
            ? Compile(logic, WithParameters(names, function.Parameters, parameterTypes), place)
            : Faulty(function.Line, place, "It has no expression.");
        return (frame, scope) =>
        {
            FeelValue.Function? self = null;
            return self = new FeelValue.Function(own ?? place, signatures, (_, arguments) =>
                Bind(own is null ? scope : scope.With(own, self!), place, function.Parameters, parameterTypes, arguments) is { } inner ? body(frame, inner) : FeelValue.Null.Instance);
        };
    }
}
