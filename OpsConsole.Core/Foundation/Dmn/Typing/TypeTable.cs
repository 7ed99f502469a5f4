using OpsConsole.Core.Foundation.Dmn.Evaluating;
using OpsConsole.Core.Foundation.Dmn.Model;
using OpsConsole.Core.Foundation.Feel;
using OpsConsole.Core.Foundation.Feel.Types;

namespace OpsConsole.Core.Foundation.Dmn.Typing;

/// <summary>The types of a model by name: those of FEEL, its item definitions, and those of the models that it imports, as <c>import.type</c>.</summary>
internal sealed class TypeTable
{
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

    /// <summary>All types that expressions of the model may name.</summary>
    public IEnumerable<(string Name, FeelType Type)> Named => _model.Types.Select(item => (item.Name, Find(item.Name)!.Feel))
        .Concat(_imports.SelectMany(import => import.Value.Named.Select(type => (import.Key.Length > 0 ? $"{import.Key}.{type.Name}" : type.Name, type.Type))));

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

        if (FeelType.Find(reference) is { } builtIn)
        {
            return _known[reference] = new DmnType.Plain(builtIn);
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

    private DmnType.Plain Function(DmnFunctionItem function, string place) => new(new FeelType.FunctionOf(
        [.. function.Parameters.Select(parameter => TypeOf(parameter.TypeRef, parameter.Line, place))],
        TypeOf(function.OutputTypeRef, function.Line, place)));

    private FeelType TypeOf(string? reference, int line, string place) => (reference is null ? null : Find(reference, line, place))?.Feel ?? FeelType.Any;

    private DmnType Restrict(DmnType type, DmnItemDefinition definition, string? tests, string place)
    {
        if (tests is null)
        {
            return type;
        }

        var (compiled, error) = UnaryTests.Compile(tests, FeelNames.None);
        if (compiled is null)
        {
            _faults.Add(new DmnError(definition.Line, place, $"'{tests}' at {error}"));
            return type;
        }

        return new DmnType.Restricted(definition.Name, type, (run, value) => compiled.Test(Scopes.Empty(run), value) == true);
    }
}
