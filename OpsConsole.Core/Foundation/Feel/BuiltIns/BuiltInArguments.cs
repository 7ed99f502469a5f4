using OpsConsole.Core.Foundation.Feel.Values;

namespace OpsConsole.Core.Foundation.Feel.BuiltIns;

/// <summary>
/// The arguments of one call. Asking for one with a type gives null when it is null or lacking, and null with a problem when it is of
/// another type. A single value stands for a list of one, and a list of one for its value (DMN 1.5, 10.3.2.9.4).
/// </summary>
internal readonly struct BuiltInArguments(string function, FeelRun run, IReadOnlyList<FeelValue> values)
{
    public FeelRun Run => run;

    public int Count => values.Count;

    /// <summary>An argument; a list of one stays what it is.</summary>
    public FeelValue this[int index] => index < values.Count ? values[index] : FeelValue.Null.Instance;

    /// <summary>A text; one that is long counts as work, because functions go through it.</summary>
    public string? Text(int index)
    {
        var text = Get<FeelValue.Text>(index, "a string")?.Value;
        return text is { Length: > 1000 } && !run.Step(text.Length / 1000) ? null : text;
    }

    public FeelNumber? Number(int index) => Get<FeelValue.Number>(index, "a number")?.Value;

    /// <summary>A number without its fraction, and within what a list or text may hold.</summary>
    public int? Whole(int index) => Number(index) is { } number ? (int)number.Clamped() : null;

    public FeelMembers? Context(int index) => Get<FeelValue.Context>(index, "a context")?.Members;

    public FeelValue.Function? Function(int index) => Get<FeelValue.Function>(index, "a function");

    /// <summary>An argument whose type the function looks at itself: the item of a list of one.</summary>
    public FeelValue Single(int index) => this[index] is FeelValue.List { Items: [var single] } ? single : this[index];

    public IReadOnlyList<FeelValue>? List(int index) => this[index] switch
    {
        FeelValue.Null => null,
        FeelValue.List list => run.Step(list.Items.Count / 8) ? list.Items : null,
        var single => [single],
    };

    /// <summary>All arguments, or the items of the only one if that is a list: <c>min(1, 2)</c> and <c>min([1, 2])</c>.</summary>
    public IReadOnlyList<FeelValue> Items()
    {
        var items = values is [FeelValue.List list] ? list.Items : values;
        return run.Step(items.Count / 8) ? items : [FeelValue.Null.Instance];
    }

    /// <summary>The same as numbers; null, with a problem, when one is none.</summary>
    public List<FeelNumber>? Numbers()
    {
        var items = Items();
        var numbers = new List<FeelNumber>(items.Count);
        foreach (var item in items)
        {
            if (item is not FeelValue.Number number)
            {
                if (item is not FeelValue.Null)
                {
                    Problem($"wants numbers, not a {item.TypeName}");
                }

                return null;
            }

            numbers.Add(number.Value);
        }

        return numbers;
    }

    public FeelValue Problem(string message) => run.Problem($"{function} {message}");

    /// <summary>A number, or a problem when there is none because it would be too large.</summary>
    public FeelValue InRange(FeelNumber? result) => result is { } number ? new FeelValue.Number(number) : Problem("gives a number that is out of range");

    public FeelValue Unreadable(string text) => Problem($"cannot read '{text}'");

    private TValue? Get<TValue>(int index, string wanted)
        where TValue : FeelValue
    {
        var value = Single(index);
        if (value is not (TValue or FeelValue.Null))
        {
            Problem($"wants {wanted}, not a {value.TypeName}");
        }

        return value as TValue;
    }
}
