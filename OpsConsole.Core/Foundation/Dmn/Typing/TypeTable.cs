using OpsConsole.Core.Foundation.Dmn.Evaluating;
using OpsConsole.Core.Foundation.Dmn.Model;
using OpsConsole.Core.Foundation.Feel;
using OpsConsole.Core.Foundation.Feel.Types;

namespace OpsConsole.Core.Foundation.Dmn.Typing;

/// <summary>The types of a model by name: those of FEEL, its item definitions, and those of the models that it imports, as <c>import.type</c>.</summary>
internal sealed class TypeTable
{
    /// <summary>Item definitions that are defined by others, one after the other.</summary>
    private const int LongestChain = 100;

    /// <summary>Parts of a type when all of it is written out.</summary>
    private const int LargestType = 5_000;

    private readonly Dictionary<string, DmnItemDefinition> _definitions = new(StringComparer.Ordinal);
    private readonly Dictionary<string, TypeTable> _imports;
    private readonly List<DmnError> _faults;
    private readonly List<DmnError> _refusals;
    private readonly Dictionary<string, DmnType> _known = new(StringComparer.Ordinal);
    private readonly List<string> _open = [];

    public TypeTable(DmnModel model, Dictionary<string, TypeTable> imports, List<DmnError> faults, List<DmnError> refusals)
    {
        foreach (var item in model.Types)
        {
            _definitions.TryAdd(item.Name, item);
        }

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
    public IEnumerable<(string Name, FeelType Type)> Named => _definitions.Keys.Select(name => (name, Find(name)!.Feel))
        .Concat(_imports.SelectMany(import => import.Value.Named.Select(type => (import.Key.Length > 0 ? $"{import.Key}.{type.Name}" : type.Name, type.Type))));

    public DmnItemDefinition? Definition(string reference) =>
        _definitions.GetValueOrDefault(reference) ?? (Imported(reference) is var (table, name) ? table.Definition(name) : null);

    private DmnType? Find(string reference)
    {
        if (_known.TryGetValue(reference, out var known))
        {
            return known;
        }

        if (_definitions.TryGetValue(reference, out var definition))
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
        var place = $"item definition '{definition.Name}'";
        if (_open.Contains(definition.Name))
        {
            var cycle = _open.SkipWhile(name => name != definition.Name).Append(definition.Name);
            return Refuse(definition, place, $"It is defined by itself: {string.Join(" → ", cycle)}.");
        }

        if (_open.Count >= LongestChain)
        {
            return Refuse(definition, place, $"Item definitions form a chain of more than {LongestChain}.");
        }

        _open.Add(definition.Name);
        var type = Build(definition, place);
        _open.RemoveAt(_open.Count - 1);
        return type.Size > LargestType ? Refuse(definition, place, $"It has more than {LargestType} parts when all of it is written out.") : type;
    }

    private DmnType Refuse(DmnItemDefinition definition, string place, string message)
    {
        _refusals.Add(new DmnError(definition.Line, place, message));
        return DmnType.Any;
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
