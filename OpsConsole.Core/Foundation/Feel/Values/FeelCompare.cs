namespace OpsConsole.Core.Foundation.Feel.Values;

/// <summary>
/// Equality and order in three values (DMN 1.5, 10.3.2.13 and table 53). Null equals only null; nothing is less or greater than null;
/// values of different types cannot be compared, which is a problem because somebody meant them to be.
/// </summary>
internal static class FeelCompare
{
    public static bool? Equal(FeelRun run, FeelValue left, FeelValue right)
    {
        var result = run.Enter() ? EqualEntered(run, left, right) : null;
        run.Leave();
        return result;
    }

    /// <summary>Less than 0, 0 or more than 0; null when there is no order between the two.</summary>
    public static int? Order(FeelRun run, FeelValue left, FeelValue right)
    {
        switch (left, right)
        {
            case (FeelValue.Null, _) or (_, FeelValue.Null):
                return null;
            case (FeelValue.Number a, FeelValue.Number b):
                return a.Value.CompareTo(b.Value);
            case (FeelValue.Text a, FeelValue.Text b):
                return string.CompareOrdinal(a.Value, b.Value);
            case (FeelValue.Date a, FeelValue.Date b):
                return a.Value.CompareTo(b.Value);
            case (FeelValue.Moment a, FeelValue.Moment b) when a.Zone is null == b.Zone is null:
                return a.Utc.CompareTo(b.Utc);
            case (FeelValue.Time a, FeelValue.Time b) when a.Zone is null == b.Zone is null:
                return Ticks(a).CompareTo(Ticks(b));
            case (FeelValue.Duration a, FeelValue.Duration b):
                return a.Value.CompareTo(b.Value);
            case (FeelValue.Period a, FeelValue.Period b):
                return a.Months.CompareTo(b.Months);
            default:
                run.Problem(left.TypeName == right.TypeName
                    ? $"cannot compare a {left.TypeName} with a zone and one without"
                    : $"cannot compare a {left.TypeName} with a {right.TypeName}");
                return null;
        }
    }

    public static bool? Contains(FeelRun run, FeelValue.Range range, FeelValue value)
    {
        var above = range.Low is null ? true : Holds(Order(run, value, range.Low), 1, range.LowIncluded);
        var below = range.High is null ? true : Holds(Order(run, value, range.High), -1, range.HighIncluded);
        return And(above, below);
    }

    public static bool? And(bool? left, bool? right) => left == false || right == false ? false : left is null || right is null ? null : true;

    public static bool? Or(bool? left, bool? right) => left == true || right == true ? true : left is null || right is null ? null : false;

    private static bool? EqualEntered(FeelRun run, FeelValue left, FeelValue right) => (left, right) switch
    {
        (FeelValue.Null, FeelValue.Null) => true,
        (FeelValue.Null, _) or (_, FeelValue.Null) => false,
        (FeelValue.Boolean a, FeelValue.Boolean b) => a.Value == b.Value,
        (FeelValue.List a, FeelValue.List b) => EqualLists(run, a.Items, b.Items),
        (FeelValue.Context a, FeelValue.Context b) => EqualContexts(run, a.Members, b.Members),
        (FeelValue.Range a, FeelValue.Range b) => EqualRanges(run, a, b),
        (FeelValue.Moment a, FeelValue.Moment b) when a.Zone is null != b.Zone is null => false,
        (FeelValue.Time a, FeelValue.Time b) when a.Zone is null != b.Zone is null => false,
        _ => Order(run, left, right) is { } order ? order == 0 : null,
    };

    private static bool? EqualLists(FeelRun run, IReadOnlyList<FeelValue> left, IReadOnlyList<FeelValue> right)
    {
        bool? equal = left.Count == right.Count;
        for (var index = 0; equal != false && index < left.Count; index++)
        {
            equal = And(equal, Equal(run, left[index], right[index]));
        }

        return equal;
    }

    private static bool? EqualContexts(FeelRun run, FeelMembers left, FeelMembers right)
    {
        bool? equal = left.Names.ToHashSet(StringComparer.Ordinal).SetEquals(right.Names);
        foreach (var name in left.Names.TakeWhile(_ => equal != false))
        {
            equal = And(equal, Equal(run, left.Find(name)!, right.Find(name) ?? FeelValue.Null.Instance));
        }

        return equal;
    }

    private static bool? EqualRanges(FeelRun run, FeelValue.Range left, FeelValue.Range right) =>
        left.LowIncluded == right.LowIncluded && left.HighIncluded == right.HighIncluded
            ? And(Equal(run, left.Low ?? FeelValue.Null.Instance, right.Low ?? FeelValue.Null.Instance), Equal(run, left.High ?? FeelValue.Null.Instance, right.High ?? FeelValue.Null.Instance))
            : false;

    private static bool? Holds(int? order, int wanted, bool orEqual) => order is { } known ? Math.Sign(known) == wanted || (orEqual && known == 0) : null;

    private static long Ticks(FeelValue.Time time) => time.Value.Ticks - (time.Zone?.OffsetAt(DateTime.UnixEpoch).Ticks ?? 0);
}
