using System.Runtime.CompilerServices;

namespace OpsConsole.Core.Foundation.Feel.Values;

/// <summary>One evaluation: what went wrong so far, and how much may still be done.</summary>
internal sealed class FeelRun
{
    private const int MostProblems = 20;

    private List<string>? _problems;
    private int _steps;
    private int _depth;
    private int _calls;

    public IReadOnlyList<string> Problems => _problems ?? (IReadOnlyList<string>)[];

    /// <summary>How often something went wrong, whether or not it is told once more.</summary>
    public int Failures { get; private set; }

    /// <summary>A null that was meant to be a value.</summary>
    public FeelValue Problem(string message)
    {
        Failures++;
        _problems ??= [];
        if (_problems.Count < MostProblems && !_problems.Contains(message))
        {
            _problems.Add(message);
        }

        return FeelValue.Null.Instance;
    }

    /// <summary>Takes back the problems beyond the first <paramref name="count"/>: they were asked for.</summary>
    public void ForgetAfter(int count) => _problems?.RemoveRange(count, _problems.Count - count);

    /// <summary>Counts work; false once it is too much.</summary>
    public bool Step(int count = 1)
    {
        _steps += Math.Min(count, FeelLimits.Steps);
        if (_steps <= FeelLimits.Steps)
        {
            return true;
        }

        _steps = FeelLimits.Steps + 1;
        Problem($"more than {FeelLimits.Steps} steps");
        return false;
    }

    /// <summary>Goes one level deeper into a value; false at the bound. Every call is followed by <see cref="Leave"/>.</summary>
    public bool Enter()
    {
        var within = ++_depth <= 2 * FeelLimits.Depth;
        if (!within)
        {
            Problem("a value nested too deep");
        }

        return within && Step();
    }

    public void Leave() => _depth--;

    public FeelValue Call(FeelValue.Function function, IReadOnlyList<FeelValue> arguments)
    {
        var result = ++_calls <= FeelLimits.Calls && RuntimeHelpers.TryEnsureSufficientExecutionStack()
            ? Step() ? Bounded(function.Body(this, arguments)) : FeelValue.Null.Instance
            : Problem($"functions that call functions too deep: {FeelLimits.Calls} levels are the most");
        _calls--;
        return result;
    }

    /// <summary>The value, unless it is larger than a value may be.</summary>
    public FeelValue Bounded(FeelValue value) => value switch
    {
        FeelValue.Text text when text.Value.Length > FeelLimits.Text => Problem($"a text longer than {FeelLimits.Text} characters"),
        FeelValue.Text text when !Step(text.Value.Length / 1000) => FeelValue.Null.Instance,
        FeelValue.List list when !Step(list.Items.Count) => FeelValue.Null.Instance,
        _ => value,
    };
}
