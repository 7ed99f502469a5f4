namespace OpsConsole.Core.Foundation.Feel.Values;

/// <summary>
/// Equality and order in three values (DMN 1.5, 10.3.2.13, tables 53 and 54). Null equals only null; nothing is less or greater than null;
/// values of different types cannot be compared, which is a problem because somebody meant them to be. Times are equal when they are in the
/// same second, for the standard gives their value in seconds; their order heeds the fraction.
/// </summary>
internal static class FeelCompare
{
    public static bool? Equal(FeelRun run, FeelValue left, FeelValue right)
    {
        if (left is FeelValue.Number a && right is FeelValue.Number b)
        {
            return a.Value == b.Value;
        }

        var result = run.Enter() ? EqualEntered(run, left, right) : null;
        run.Leave();
        return result;
    }

    /// <summary>Less than 0, 0 or more than 0; null when there is no order between the two.</summary>
    public static int? Order(FeelRun run, FeelValue left, FeelValue right)
    {
        switch (left, right)
        {
            case (FeelValue.Number a, FeelValue.Number b):
                return a.Value.CompareTo(b.Value);
            case (FeelValue.Null, _) or (_, FeelValue.Null):
                return null;
            case (FeelValue.Text a, FeelValue.Text b):
                return CompareTexts(a.Value, b.Value);
            case (FeelValue.Date a, FeelValue.Date b):
                return a.Value.CompareTo(b.Value);
            case (FeelValue.Moment a, FeelValue.Moment b) when a.Zone is null == b.Zone is null:
                return a.Zone is null ? a.Local.CompareTo(b.Local) : a.Utc.CompareTo(b.Utc);
            case (FeelValue.Time a, FeelValue.Time b) when a.Zone is null == b.Zone is null:
                return a.Utc.CompareTo(b.Utc);
            case (FeelValue.Duration a, FeelValue.Duration b):
                return a.Nanos.CompareTo(b.Nanos);
            case (FeelValue.Period a, FeelValue.Period b):
                return a.Months.CompareTo(b.Months);
            default:
                run.Problem(left.TypeName == right.TypeName && left is FeelValue.Moment or FeelValue.Time
                    ? $"cannot compare a {left.TypeName} with a zone and one without"
                    : $"cannot compare a {left.TypeName} with a {right.TypeName}");
                return null;
        }
    }

    public static bool? Contains(FeelRun run, FeelValue.Range range, FeelValue value)
    {
        if (range is { Test: { } test, Low: { } only })
        {
            return Equal(run, value, only) is { } equal ? equal == (test == "=") : null;
        }

        var above = range.Low is null ? true : Holds(Order(run, value, range.Low), 1, range.LowIncluded);
        var below = range.High is null ? true : Holds(Order(run, value, range.High), -1, range.HighIncluded);
        return And(above, below);
    }

    /// <summary>The very same value, with its zone: <c>12:00Z</c> and <c>13:00+01:00</c> are equal, but not the same.</summary>
    public static bool Same(FeelRun run, FeelValue left, FeelValue right) => (left, right) switch
    {
        (FeelValue.Null, FeelValue.Null) => true,
        (FeelValue.Time a, FeelValue.Time b) => a == b,
        (FeelValue.Moment a, FeelValue.Moment b) => a == b,
        (FeelValue.Function a, FeelValue.Function b) => ReferenceEquals(a, b),
        _ => left.TypeName == right.TypeName && Equal(run, left, right) == true,
    };

    public static bool? And(bool? left, bool? right) => left == false || right == false ? false : left is null || right is null ? null : true;

    public static bool? Or(bool? left, bool? right) => left == true || right == true ? true : left is null || right is null ? null : false;

    private static bool? EqualEntered(FeelRun run, FeelValue left, FeelValue right) => (left, right) switch
    {
        (FeelValue.Null, FeelValue.Null) => true,
        (FeelValue.Null, _) or (_, FeelValue.Null) => false,
        (FeelValue.Text a, FeelValue.Text b) => string.Equals(a.Value, b.Value, StringComparison.Ordinal),
        (FeelValue.Boolean a, FeelValue.Boolean b) => a.Value == b.Value,
        (FeelValue.List a, FeelValue.List b) => EqualLists(run, a.Items, b.Items),
        (FeelValue.Context a, FeelValue.Context b) => EqualContexts(run, a.Members, b.Members),
        (FeelValue.Range a, FeelValue.Range b) => EqualRanges(run, a, b),
        (FeelValue.Function a, FeelValue.Function b) => ReferenceEquals(a, b),
        (FeelValue.Moment a, FeelValue.Moment b) => a.Zone is null == b.Zone is null && WholeSeconds(a.Utc) == WholeSeconds(b.Utc),
        (FeelValue.Time a, FeelValue.Time b) => a.Zone is null == b.Zone is null && WholeSeconds(a.Utc) == WholeSeconds(b.Utc),
        _ => Order(run, left, right) is { } order ? order == 0 : null,
    };

    private static bool? EqualLists(FeelRun run, IReadOnlyList<FeelValue> left, IReadOnlyList<FeelValue> right)
    {
        bool? equal = left.Count != right.Count ? false : run.Step(left.Count / 8) ? true : null;
        for (var index = 0; equal != false && index < left.Count; index++)
        {
            equal = And(equal, Equal(run, left[index], right[index]));
        }

        return equal;
    }

    private static bool? EqualContexts(FeelRun run, FeelMembers left, FeelMembers right)
    {
        bool? equal = left.Names.ToHashSet(StringComparer.Ordinal).SetEquals(right.Names);
        foreach (var name in left.Names)
        {
            if (equal == false)
            {
                break;
            }

            equal = And(equal, Equal(run, left.Find(name)!, right.Find(name) ?? FeelValue.Null.Instance));
        }

        return equal;
    }

    /// <summary>An end that is null is not the same as none at all.</summary>
    private static bool? EqualRanges(FeelRun run, FeelValue.Range left, FeelValue.Range right) =>
        left.Test == right.Test && left.LowIncluded == right.LowIncluded && left.HighIncluded == right.HighIncluded
        && left.Low is null == right.Low is null && left.High is null == right.High is null
            ? And(Equal(run, left.Low ?? FeelValue.Null.Instance, right.Low ?? FeelValue.Null.Instance), Equal(run, left.High ?? FeelValue.Null.Instance, right.High ?? FeelValue.Null.Instance))
            : false;

    /// <summary>By code point, which differs from UTF-16's order only beyond the surrogates.</summary>
    internal static int CompareTexts(string left, string right)
    {
        var length = Math.Min(left.Length, right.Length);
        var at = left.AsSpan(0, length).CommonPrefixLength(right);
        if (at == length)
        {
            return left.Length.CompareTo(right.Length);
        }

        var (one, other) = (left[at], right[at]);
        return char.IsSurrogate(one) == char.IsSurrogate(other) ? one.CompareTo(other) : char.IsSurrogate(one) ? 1 : -1;
    }

    private static bool? Holds(int? order, int wanted, bool orEqual) => order is { } known ? Math.Sign(known) == wanted || (orEqual && known == 0) : null;

    internal static Int128 WholeSeconds(Int128 nanos) => (nanos >= 0 ? nanos : nanos - FeelClock.Second + 1) / FeelClock.Second;
}
