using OpsConsole.Core.Foundation.Feel.Values;

namespace OpsConsole.Core.Foundation.Feel.Compiling;

/// <summary>What a loop goes over: a list, a single value, <c>1..10</c> or <c>10..1</c>, a range of whole numbers or of days.</summary>
internal static class Iteration
{
    public static IEnumerable<FeelValue>? Over(FeelRun run, FeelValue source)
    {
        switch (source)
        {
            case FeelValue.Null:
                return null;
            case FeelValue.List list:
                return list.Items;
            case FeelValue.Range { Test: null, Low: { } low, High: { } high } range:
                if (FeelCompare.Order(run, low, high) > 0)
                {
                    run.Problem("a range goes from the lesser to the greater");
                    return null;
                }

                return Count(run, low, high)?.Where(item => FeelCompare.Contains(run, range, item) == true);
            case FeelValue.Range:
                run.Problem("a range without both ends cannot be counted through");
                return null;
            default:
                return [source];
        }
    }

    public static IEnumerable<FeelValue>? Count(FeelRun run, FeelValue from, FeelValue until)
    {
        switch (from, until)
        {
            case (FeelValue.Number first, FeelValue.Number last):
                return Numbers(first.Value, last.Value);
            case (FeelValue.Date first, FeelValue.Date last):
                return Days(first.Value.DayNumber, last.Value.DayNumber);
            default:
                run.Problem($"cannot count from a {from.TypeName} to a {until.TypeName}");
                return null;
        }
    }

    private static IEnumerable<FeelValue.Number> Numbers(FeelNumber from, FeelNumber until)
    {
        var step = from <= until ? 1 : -1;
        FeelNumber? next = from;
        while (next is { } number && (step > 0 ? number <= until : number >= until))
        {
            yield return new FeelValue.Number(number);
            next = FeelNumber.Add(number, step);
        }
    }

    private static IEnumerable<FeelValue.Date> Days(long from, long until)
    {
        var step = from <= until ? 1 : -1;
        for (var day = from; (step > 0 ? day <= until : day >= until) && FeelDate.FromDayNumber(day) is { } date; day += step)
        {
            yield return new FeelValue.Date(date);
        }
    }
}
