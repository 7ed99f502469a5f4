using OpsConsole.Core.Foundation.Feel.Values;
using static OpsConsole.Core.Foundation.Feel.BuiltIns.BuiltInFunctions;

namespace OpsConsole.Core.Foundation.Feel.BuiltIns;

/// <summary>One value out of many (DMN 1.5, 10.3.4.4). Each takes a list or any number of arguments.</summary>
internal static class AggregateFunctions
{
    public static readonly FeelValue.Function[] All =
    [
        Define("count", "list", call => call.List(0) is { } items ? new FeelValue.Number(items.Count) : null),
        Define("min", "list | c1, c2...", call => Extreme(call, -1)),
        Define("max", "list | c1, c2...", call => Extreme(call, 1)),
        Define("sum", "list | n1, n2...", Sum),
        Define("product", "list | n1, n2...", call => call.Numbers() is { } numbers ? Product(call, numbers) : null),
        Define("mean", "list | n1, n2...", Mean),
        Define("median", "list | n1, n2...", call => call.Numbers() is { Count: > 0 } numbers ? Median(call, numbers) : null),
        Define("stddev", "list | n1, n2...", call => call.Numbers() is { } numbers ? Deviation(call, numbers) : null),
        Define("mode", "list | n1, n2...", call => call.Numbers() is { } numbers ? Mode(numbers) : null),
        Define("all", "list | b1, b2...", call => Truths(call, true, FeelCompare.And)),
        Define("any", "list | b1, b2...", call => Truths(call, false, FeelCompare.Or)),
    ];

    private static FeelValue? Extreme(BuiltInArguments call, int sign)
    {
        FeelValue? best = null;
        foreach (var item in call.Items())
        {
            // The first is compared with itself, as it may be of a type without an order.
            if (FeelCompare.Order(call.Run, item, best ?? item) is not { } order)
            {
                return null;
            }

            best = best is null || Math.Sign(order) == sign ? item : best;
        }

        return best;
    }

    /// <summary>Of numbers, as the standard has it, or of durations; nothing has no sum.</summary>
    private static FeelValue? Sum(BuiltInArguments call)
    {
        FeelValue? sum = null;
        foreach (var item in call.Items())
        {
            if (item is not (FeelValue.Number or FeelValue.Duration or FeelValue.Period))
            {
                return item is FeelValue.Null ? null : call.Problem($"wants numbers, not a {item.TypeName}");
            }

            sum = sum is null ? item : FeelArithmetic.Apply(call.Run, "+", sum, item);
        }

        return sum;
    }

    private static FeelValue? Mean(BuiltInArguments call) =>
        Sum(call) is { } sum ? FeelArithmetic.Apply(call.Run, "/", sum, new FeelValue.Number(call.Items().Count)) : null;

    private static FeelValue? Product(BuiltInArguments call, List<FeelNumber> numbers)
    {
        FeelNumber? product = numbers.Count == 0 ? null : FeelNumber.One;
        foreach (var number in numbers)
        {
            product = product is { } soFar ? FeelNumber.Multiply(soFar, number) : null;
        }

        return numbers.Count == 0 ? null : call.InRange(product);
    }

    private static FeelValue Median(BuiltInArguments call, List<FeelNumber> numbers)
    {
        numbers.Sort();
        var middle = numbers.Count / 2;
        return numbers.Count % 2 == 1 ? new FeelValue.Number(numbers[middle]) : call.InRange(Average(numbers[middle - 1], numbers[middle]));
    }

    private static FeelNumber? Average(FeelNumber one, FeelNumber other) => FeelNumber.Add(one, other) is { } sum ? FeelNumber.Divide(sum, 2) : null;

    /// <summary>Of a sample, so that one number alone has none.</summary>
    private static FeelValue Deviation(BuiltInArguments call, List<FeelNumber> numbers)
    {
        if (numbers.Count < 2)
        {
            return call.Problem("wants at least two numbers");
        }

        FeelNumber? sum = FeelNumber.Zero;
        foreach (var number in numbers)
        {
            sum = sum is { } soFar ? FeelNumber.Add(soFar, number) : null;
        }

        var mean = sum is { } all ? FeelNumber.Divide(all, numbers.Count) : null;
        FeelNumber? squares = mean is null ? null : FeelNumber.Zero;
        foreach (var number in numbers)
        {
            squares = squares is { } soFar && FeelNumber.Subtract(number, mean!.Value) is { } difference && FeelNumber.Multiply(difference, difference) is { } square
                ? FeelNumber.Add(soFar, square)
                : null;
        }

        return call.InRange(squares is { } total ? FeelNumber.Divide(total, numbers.Count - 1)?.Sqrt() : null);
    }

    /// <summary>The most frequent numbers, the least first.</summary>
    private static FeelValue.List Mode(List<FeelNumber> numbers)
    {
        numbers.Sort();
        var modes = new List<FeelValue>();
        var (most, length) = (0, 0);
        for (var index = 0; index < numbers.Count; index++)
        {
            length = index > 0 && numbers[index] == numbers[index - 1] ? length + 1 : 1;
            if (length > most)
            {
                most = length;
                modes.Clear();
            }

            if (length == most)
            {
                modes.Add(new FeelValue.Number(numbers[index]));
            }
        }

        return new FeelValue.List(modes);
    }

    private static FeelValue Truths(BuiltInArguments call, bool start, Func<bool?, bool?, bool?> combine)
    {
        bool? result = start;
        foreach (var item in call.Items())
        {
            if (item is not (FeelValue.Boolean or FeelValue.Null))
            {
                call.Problem($"wants booleans, not a {item.TypeName}");
            }

            result = combine(result, (item as FeelValue.Boolean)?.Value);
        }

        return FeelValue.Boolean.Of(result);
    }
}
