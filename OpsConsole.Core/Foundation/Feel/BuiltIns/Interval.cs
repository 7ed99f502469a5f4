using OpsConsole.Core.Foundation.Feel.Values;

namespace OpsConsole.Core.Foundation.Feel.BuiltIns;

/// <summary>A point or range to be compared with others. An end that is lacking lies beyond all values.</summary>
internal sealed class Interval
{
    private readonly FeelRun _run;
    private readonly FeelValue? _start;
    private readonly FeelValue? _end;

    private Interval(FeelRun run, FeelValue? start, bool startIncluded, FeelValue? end, bool endIncluded, bool isPoint)
    {
        _run = run;
        _start = start;
        _end = end;
        StartIncluded = startIncluded;
        EndIncluded = endIncluded;
        IsPoint = isPoint;
    }

    public bool StartIncluded { get; }

    public bool EndIncluded { get; }

    public bool IsPoint { get; }

    /// <summary>Null for what has no order.</summary>
    public static Interval? Of(FeelRun run, FeelValue value) => value switch
    {
        FeelValue.Range { Test: "!=" } => null,
        FeelValue.Range range => new Interval(run, Bound(range.Low), range.LowIncluded, Bound(range.High), range.HighIncluded, isPoint: false),
        FeelValue.Number or FeelValue.Text or FeelValue.Date or FeelValue.Time or FeelValue.Moment or FeelValue.Duration or FeelValue.Period =>
            new Interval(run, value, startIncluded: true, value, endIncluded: true, isPoint: true),
        _ => null,
    };

    /// <summary>All of it lies before all of the other.</summary>
    public bool? EndsBefore(Interval other) =>
        Below(_end, other._start, orEqual: !EndIncluded || !other.StartIncluded);

    /// <summary>Its end is the other's start, which both have.</summary>
    public bool? EndMeetsStart(Interval other) =>
        EndIncluded && other.StartIncluded ? Equal(_end, other._start) : false;

    /// <summary>Its end lies behind the other's start or on it.</summary>
    public bool? ReachesStart(Interval other) => EndsBefore(other) is { } before ? !before : null;

    /// <summary>It has something before the other's start.</summary>
    public bool? StartsBefore(Interval other) =>
        _start is null ? other._start is not null
        : other._start is null ? false
        : Order(_start, other._start) is { } order ? order < 0 || (order == 0 && StartIncluded && !other.StartIncluded) : null;

    /// <summary>It has nothing before the other's start.</summary>
    public bool? StartsWithin(Interval other) => StartsBefore(other) is { } before ? !before : null;

    /// <summary>It has nothing behind the other's end.</summary>
    public bool? EndsWithin(Interval other) =>
        other._end is null ? true
        : _end is null ? false
        : Order(_end, other._end) is { } order ? order < 0 || (order == 0 && (!EndIncluded || other.EndIncluded)) : null;

    public bool? StartEquals(Interval other) => Equal(_start, other._start);

    public bool? EndEquals(Interval other) => Equal(_end, other._end);

    private static FeelValue? Bound(FeelValue? end) => end is FeelValue.Null ? null : end;

    private bool? Below(FeelValue? end, FeelValue? start, bool orEqual) =>
        end is null || start is null ? false : Order(end, start) is { } order ? order < 0 || (order == 0 && orEqual) : null;

    private bool? Equal(FeelValue? one, FeelValue? other) =>
        one is null || other is null ? one is null && other is null : FeelCompare.Equal(_run, one, other);

    private int? Order(FeelValue one, FeelValue other) => FeelCompare.Order(_run, one, other);
}
