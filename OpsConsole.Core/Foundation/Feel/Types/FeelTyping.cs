using OpsConsole.Core.Foundation.Feel.Values;

namespace OpsConsole.Core.Foundation.Feel.Types;

/// <summary>
/// Values and their types: <c>instance of</c> (DMN 1.5, 10.3.2.9.3) and the implicit conversions of 10.3.2.9.4. Null conforms to every type
/// where a value is passed on, yet it is an instance of <c>Null</c> only.
/// </summary>
internal static class FeelTyping
{
    public static bool IsInstance(FeelValue value, FeelType type) => value is FeelValue.Null ? type == FeelType.Null : Conforms(value, type);

    /// <summary>
    /// The value as one of the type: a single value for a list of one, a list of one for its value, a date for its midnight in UTC. Null, which is no
    /// value of FEEL, when it cannot be.
    /// </summary>
    public static FeelValue? Coerce(FeelValue value, FeelType type)
    {
        if (Conforms(value, type))
        {
            return value;
        }

        return (value, type) switch
        {
            (FeelValue.Date date, FeelType.Simple { Name: "date and time" }) => new FeelValue.Moment(new FeelMoment(date.Value, FeelClock.Midnight), FeelZone.Utc),
            (FeelValue.List { Items: [var single] }, not FeelType.ListOf) => Coerce(single, type),
            (not FeelValue.List, FeelType.ListOf list) when Coerce(value, list.Item) is { } item => new FeelValue.List([item]),
            _ => null,
        };
    }

    public static bool Conforms(FeelValue value, FeelType type) => (value, type) switch
    {
        (FeelValue.Null, _) => true,
        (_, FeelType.Simple simple) => simple.Name == "Any" || simple.Name == value.TypeName,
        (FeelValue.List list, FeelType.ListOf wanted) => wanted.Item == FeelType.Any || list.Items.All(item => Conforms(item, wanted.Item)),
        (FeelValue.Context context, FeelType.ContextOf wanted) => wanted.Members.All(member => context.Members.Find(member.Name) is { } found && Conforms(found, member.Type)),
        (FeelValue.Range range, FeelType.RangeOf wanted) => EndConforms(range.Low, wanted.End) && EndConforms(range.High, wanted.End),
        (FeelValue.Function function, FeelType.FunctionOf wanted) => FunctionConforms(function, wanted),
        _ => false,
    };

    private static bool EndConforms(FeelValue? end, FeelType type) => end is null || Conforms(end, type);

    /// <summary>A built-in function tells how many arguments it takes, and nothing of their types.</summary>
    private static bool FunctionConforms(FeelValue.Function function, FeelType.FunctionOf wanted)
    {
        if (wanted.Parameters is null)
        {
            return true;
        }

        return function.Type is { } type
            ? type.ConformsTo(wanted)
            : function.Signatures.Any(signature => signature.Accepts(wanted.Parameters.Count));
    }
}
