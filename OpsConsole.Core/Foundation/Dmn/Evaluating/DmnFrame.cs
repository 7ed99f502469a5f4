using System.Runtime.CompilerServices;
using OpsConsole.Core.Foundation.Dmn.Model;
using OpsConsole.Core.Foundation.Dmn.Typing;
using OpsConsole.Core.Foundation.Feel.Values;

namespace OpsConsole.Core.Foundation.Dmn.Evaluating;

/// <summary>
/// What is known of each element during one evaluation, or during one call of a decision service, which knows nothing of what is outside. Each is
/// found out once.
/// </summary>
internal sealed class DmnFrame
{
    private readonly Dictionary<DmnUnit, FeelValue> _known = [];
    private readonly Dictionary<DmnUnit, FeelScope> _scopes = [];
    private readonly DmnInputs _inputs;

    /// <summary>The time, if the inputs tell it: <c>now()</c> and <c>today()</c> look for it, and read no clock.</summary>
    private FeelValue? _now;

    public DmnFrame(FeelRun run, DmnInputs inputs, DmnTrace? trace)
    {
        Run = run;
        Trace = trace;
        _inputs = inputs;
        _now = inputs.Values.Find("now");
    }

    public FeelRun Run { get; }

    public DmnTrace? Trace { get; }

    /// <summary>A frame that knows only what it is given.</summary>
    public DmnFrame Inner(IEnumerable<KeyValuePair<DmnUnit, FeelValue>> given)
    {
        var inner = new DmnFrame(Run, DmnInputs.None, Trace) { _now = _now };
        foreach (var (unit, value) in given)
        {
            inner._known[unit] = value;
        }

        return inner;
    }

    /// <summary>The unit's value. What it requires is found out first, one after the other, so that a long chain of decisions is no deep call.</summary>
    public FeelValue ValueOf(DmnUnit unit)
    {
        var open = new Stack<(DmnUnit Unit, int Next)>();
        open.Push((unit, 0));
        while (open.TryPop(out var at))
        {
            if (_known.ContainsKey(at.Unit))
            {
                continue;
            }

            if (at.Next < at.Unit.Requires.Count && at.Unit.Element is DmnDecision)
            {
                open.Push((at.Unit, at.Next + 1));
                open.Push((at.Unit.Requires[at.Next].Unit, 0));
            }
            else
            {
                _known[at.Unit] = Find(at.Unit);
            }
        }

        return _known[unit];
    }

    /// <summary>The names that a unit's logic sees: what it requires, and that of other models inside a context named like the import.</summary>
    public FeelScope ScopeOf(DmnUnit unit)
    {
        if (_scopes.TryGetValue(unit, out var scope))
        {
            return scope;
        }

        var members = new List<KeyValuePair<string, FeelValue>>(unit.Requires.Count + 1);
        if (_now is not null)
        {
            members.Add(KeyValuePair.Create("now", _now));
        }

        foreach (var group in unit.Requires.GroupBy(requirement => requirement.Import))
        {
            var found = group.Select(requirement => KeyValuePair.Create(requirement.Unit.Element.VariableName, ValueOf(requirement.Unit)));
            if (string.IsNullOrEmpty(group.Key))
            {
                members.AddRange(found);
            }
            else
            {
                members.Add(KeyValuePair.Create(group.Key, (FeelValue)new FeelValue.Context(FeelMembers.Of(found))));
            }
        }

        return _scopes[unit] = FeelScope.Root(Run, new FeelValue.Context(FeelMembers.Of(members)));
    }

    private FeelValue Find(DmnUnit unit) => unit.Element switch
    {
        DmnInputData => Input(unit),
        DmnDecision => Decision(unit),
        _ => Function(unit),
    };

    private FeelValue Input(DmnUnit unit) =>
        DmnCoercion.Coerce(Run, unit.Type, _inputs.Read(Run, unit.Type, _inputs.Find(unit) ?? FeelValue.Null.Instance), unit.Place);

    private FeelValue Decision(DmnUnit unit)
    {
        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            return Run.Problem($"{unit.Place} is reached through too many calls");
        }

        var value = unit.Logic is { } logic ? DmnCoercion.Coerce(Run, unit.Type, logic(this, ScopeOf(unit)), unit.Place) : FeelValue.Null.Instance;
        Trace?.Decided(unit, value);
        return value;
    }

    private FeelValue Function(DmnUnit unit) => unit.Callable is { } callable
        ? new FeelValue.Function(unit.Element.VariableName, callable.Signatures, (_, arguments) => callable.Body(this, arguments))
        : FeelValue.Null.Instance;
}
