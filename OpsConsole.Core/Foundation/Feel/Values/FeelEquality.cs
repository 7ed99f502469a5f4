namespace OpsConsole.Core.Foundation.Feel.Values;

/// <summary>
/// Equality for looking things up in lists, with a hash, so that many can be looked up. Values of different types are simply not equal.
/// </summary>
internal sealed class FeelEquality(FeelRun run) : IEqualityComparer<FeelValue>
{
    public bool Equals(FeelValue? x, FeelValue? y) =>
        x is not null && y is not null && x.GetType() == y.GetType() && FeelCompare.Equal(run, x, y) == true;

    public int GetHashCode(FeelValue obj) => obj switch
    {
        FeelValue.Number number => number.Value.GetHashCode(),
        FeelValue.Text text => text.Value.GetHashCode(StringComparison.Ordinal),
        FeelValue.Boolean boolean => boolean.Value ? 1 : 2,
        FeelValue.Date date => date.Value.GetHashCode(),
        FeelValue.Time time => HashCode.Combine(time.Zone is null, FeelCompare.WholeSeconds(time.Utc)),
        FeelValue.Moment moment => HashCode.Combine(moment.Zone is null, FeelCompare.WholeSeconds(moment.Utc)),
        FeelValue.Duration duration => duration.Nanos.GetHashCode(),
        FeelValue.Period period => period.Months.GetHashCode(),
        FeelValue.List { Items: [] } => 3,
        FeelValue.List list => HashCode.Combine(list.Items.Count, list.Items[0] is FeelValue.List or FeelValue.Context ? 0 : GetHashCode(list.Items[0])),
        FeelValue.Context context => OfContext(context.Members),
        _ => 0,
    };

    /// <summary>Members in any order; what is inside members is left to the comparison.</summary>
    private int OfContext(FeelMembers members)
    {
        var hash = 0;
        foreach (var name in members.Names)
        {
            var value = members.Find(name) ?? FeelValue.Null.Instance;
            hash ^= HashCode.Combine(name, value is FeelValue.List or FeelValue.Context ? 0 : GetHashCode(value));
        }

        return hash;
    }
}
