using OpsConsole.Core.Foundation.Feel.Values;
using static OpsConsole.Core.Foundation.Feel.BuiltIns.BuiltInFunctions;

namespace OpsConsole.Core.Foundation.Feel.BuiltIns;

/// <summary>How points and ranges lie to each other (DMN 1.5, 10.3.4.9, table 78), and ranges read from texts.</summary>
internal static class RangeFunctions
{
    private const string TwoRanges = "range1, range2";
    private const string Points = "point1, point2 | point, range | range, point | range1, range2";
    private const string PointInRange = "point, range | range1, range2";
    private const string RangeOfPoint = "range, point | range1, range2";

    private delegate bool? Relation(Interval one, Interval other);

    public static readonly FeelValue.Function[] All =
    [
        Define("range", "from", call => call.Text(0) is { } text ? RangeText.Read(call.Run, text) ?? call.Unreadable(text) : null),
        Define("before", Points, call => Ask(call, (one, other) => one.EndsBefore(other))),
        Define("after", Points, call => Ask(call, (one, other) => other.EndsBefore(one))),
        Define("meets", TwoRanges, call => AskRanges(call, (one, other) => one.EndMeetsStart(other))),
        Define("met by", TwoRanges, call => AskRanges(call, (one, other) => other.EndMeetsStart(one))),
        Define("overlaps", TwoRanges, call => AskRanges(call, (one, other) => FeelCompare.And(one.ReachesStart(other), other.ReachesStart(one)))),
        Define("overlaps before", TwoRanges, call => AskRanges(call, OverlapsBefore)),
        Define("overlaps after", TwoRanges, call => AskRanges(call, (one, other) => OverlapsBefore(other, one))),
        Define("finishes", PointInRange, call => Ask(call, Finishes)),
        Define("finished by", RangeOfPoint, call => Ask(call, (one, other) => Finishes(other, one))),
        Define("includes", RangeOfPoint, call => Ask(call, Includes)),
        Define("during", PointInRange, call => Ask(call, (one, other) => Includes(other, one))),
        Define("starts", PointInRange, call => Ask(call, Starts)),
        Define("started by", RangeOfPoint, call => Ask(call, (one, other) => Starts(other, one))),
        Define("coincides", "point1, point2 | range1, range2", call => Ask(call, Coincides)),
    ];

    private static FeelValue? AskRanges(BuiltInArguments call, Relation relation) =>
        IsRange(call, 0) && IsRange(call, 1) ? Ask(call, relation) : null;

    private static bool IsRange(BuiltInArguments call, int index)
    {
        var value = call.Single(index);
        if (value is not (FeelValue.Range or FeelValue.Null))
        {
            call.Problem($"wants a range, not a {value.TypeName}");
        }

        return value is FeelValue.Range;
    }

    /// <summary>A point is a range from itself to itself, but does not take the place of a range in every function.</summary>
    private static FeelValue? Ask(BuiltInArguments call, Relation relation)
    {
        var (one, other) = (call.Single(0), call.Single(1));
        if (one is FeelValue.Null || other is FeelValue.Null)
        {
            return null;
        }

        return Interval.Of(call.Run, one) is { } first && Interval.Of(call.Run, other) is { } second
            ? FeelValue.Boolean.Of(relation(first, second))
            : call.Problem($"cannot place a {one.TypeName} by a {other.TypeName}");
    }

    private static bool? OverlapsBefore(Interval one, Interval other) =>
        FeelCompare.And(FeelCompare.And(one.StartsBefore(other), one.ReachesStart(other)), one.EndsWithin(other));

    private static bool? Finishes(Interval one, Interval other) => one.IsPoint
        ? FeelCompare.And(other.EndIncluded, one.EndEquals(other))
        : FeelCompare.And(FeelCompare.And(one.EndIncluded == other.EndIncluded, one.EndEquals(other)), one.StartsWithin(other));

    private static bool? Starts(Interval one, Interval other) => one.IsPoint
        ? FeelCompare.And(other.StartIncluded, one.StartEquals(other))
        : FeelCompare.And(FeelCompare.And(one.StartIncluded == other.StartIncluded, one.StartEquals(other)), one.EndsWithin(other));

    private static bool? Includes(Interval one, Interval other) => FeelCompare.And(other.StartsWithin(one), other.EndsWithin(one));

    private static bool? Coincides(Interval one, Interval other) => FeelCompare.And(
        FeelCompare.And(one.StartIncluded == other.StartIncluded, one.EndIncluded == other.EndIncluded),
        FeelCompare.And(one.StartEquals(other), one.EndEquals(other)));
}
