using OpsConsole.Core.Foundation.Dmn.Evaluating;
using OpsConsole.Core.Foundation.Dmn.Model;
using OpsConsole.Core.Foundation.Feel.Values;

namespace OpsConsole.Core.Foundation.Dmn.Typing;

/// <summary>The types of a model by name: those of FEEL, its item definitions, and those of the models that it imports, as <c>import.type</c>.</summary>
internal sealed class TypeTable
{
    private static readonly Dictionary<string, string> BuiltIn = new(StringComparer.Ordinal)
    {
        ["Any"] = "Any", ["number"] = "number", ["string"] = "string", ["boolean"] = "boolean", ["date"] = "date", ["time"] = "time",
        ["date and time"] = "date and time", ["dateTime"] = "date and time",
        ["days and time duration"] = "days and time duration", ["dayTimeDuration"] = "days and time duration",
        ["years and months duration"] = "years and months duration", ["yearMonthDuration"] = "years and months duration",
        ["list"] = "list", ["context"] = "context", ["function"] = "function", ["range"] = "range", ["Null"] = "null",
    };

    private readonly DmnModel _model;
    private readonly Dictionary<string, TypeTable> _imports;
    private readonly List<DmnError> _faults;
    private readonly List<DmnError> _refusals;
    private readonly Dictionary<string, DmnType> _known = new(StringComparer.Ordinal);
    private readonly List<string> _open = [];

    public TypeTable(DmnModel model, Dictionary<string, TypeTable> imports, List<DmnError> faults, List<DmnError> refusals)
    {
        _model = model;
        _imports = imports;
        _faults = faults;
        _refusals = refusals;
    }

    /// <summary>The type of that name; null, and a fault of the place, when there is none.</summary>
    public DmnType? Find(string reference, int line, string place)
    {
        if (Find(reference) is { } type)
        {
            return type;
        }

        _faults.Add(new DmnError(line, place, $"The type '{reference}' is not known."));
        return null;
    }

    public DmnItemDefinition? Definition(string reference) =>
        _model.Types.FirstOrDefault(item => item.Name == reference) ?? (Imported(reference) is var (table, name) ? table.Definition(name) : null);

    private DmnType? Find(string reference)
    {
        if (_known.TryGetValue(reference, out var known))
        {
            return known;
        }

        if (_model.Types.FirstOrDefault(item => item.Name == reference) is { } definition)
        {
            return _known[reference] = Opened(definition);
        }

        if (BuiltIn.TryGetValue(reference, out var builtIn))
        {
            return new DmnType.Simple(builtIn);
        }

        return Imported(reference) is var (table, name) ? table.Find(name) : null;
    }

    private (TypeTable Table, string Name)? Imported(string reference)
    {
        foreach (var (import, table) in _imports)
        {
            if (import.Length > 0 && reference.StartsWith(import + ".", StringComparison.Ordinal))
            {
                return (table, reference[(import.Length + 1)..]);
            }
        }

        return _imports.TryGetValue("", out var open) ? (open, reference) : null;
    }

    private DmnType Opened(DmnItemDefinition definition)
    {
        if (_open.Contains(definition.Name))
        {
            var cycle = _open.SkipWhile(name => name != definition.Name).Append(definition.Name);
            _refusals.Add(new DmnError(definition.Line, $"item definition '{definition.Name}'", $"It is defined by itself: {string.Join(" → ", cycle)}."));
            return DmnType.Any;
        }

        _open.Add(definition.Name);
        var type = Build(definition, $"item definition '{definition.Name}'");
        _open.RemoveAt(_open.Count - 1);
        return type;
    }

    private DmnType Build(DmnItemDefinition definition, string place)
    {
        var type = definition switch
        {
            { Function: { } function } => Function(function, place),
            { Components.Count: > 0 } => new DmnType.ContextOf(definition.Name, [.. definition.Components.Select(component =>
                KeyValuePair.Create(component.Name, Build(component, $"{place}, component '{component.Name}'")))]),
            { TypeRef: { } reference } => Find(reference, definition.Line, place) ?? DmnType.Any,
            _ => DmnType.Any,
        };
        type = Restrict(type, definition, definition.AllowedValues, $"{place}, allowed values");
        type = definition.IsCollection ? new DmnType.ListOf(type) : type;
        return Restrict(type, definition, definition.TypeConstraint, $"{place}, type constraint");
    }

    private DmnType.FunctionOf Function(DmnFunctionItem function, string place) => new(
        [.. function.Parameters.Select(parameter => parameter.TypeRef is { } reference ? Find(reference, parameter.Line, place) ?? DmnType.Any : DmnType.Any)],
        function.OutputTypeRef is { } result ? Find(result, function.Line, place) ?? DmnType.Any : DmnType.Any);

    private DmnType Restrict(DmnType type, DmnItemDefinition definition, string? tests, string place)
    {
        if (tests is null)
        {
            return type;
        }

        if (DmnNames.None.Tests(tests, out var error) is not { } code)
        {
            _faults.Add(new DmnError(definition.Line, place, $"'{tests}' at {error}"));
            return type;
        }

        return new DmnType.Restricted(definition.Name, type, (run, value) => code(Scopes.Tested(run, value)) is FeelValue.Boolean { Value: true });
    }
}
