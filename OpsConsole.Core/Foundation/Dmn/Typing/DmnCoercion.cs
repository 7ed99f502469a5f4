using OpsConsole.Core.Foundation.Feel.Types;
using OpsConsole.Core.Foundation.Feel.Values;

namespace OpsConsole.Core.Foundation.Dmn.Typing;

/// <summary>Values where a type is asked for (DMN 1.5, 10.3.2.9.4): what conforms stays, what can be converted in one step is, and all else is null.</summary>
internal static class DmnCoercion
{
    /// <summary>The value as one of the type, or null and a problem.</summary>
    /// <param name="what">What the value is of, such as <c>the result of decision 'Discount'</c>.</param>
    public static FeelValue Coerce(FeelRun run, DmnType type, FeelValue value, string what) =>
        TryCoerce(run, type, value) ?? run.Problem($"{what} is a {value.TypeName} that is no {type.Name}");

    /// <summary>The value as one of the type, or null when it cannot be.</summary>
    public static FeelValue? TryCoerce(FeelRun run, DmnType type, FeelValue value)
    {
        if (Conforms(run, type, value))
        {
            return value;
        }

        return (type.Feel, value) switch
        {
            (FeelType.ListOf, not FeelValue.List) => Checked(run, type, new FeelValue.List([value])),
            (not FeelType.ListOf, FeelValue.List { Items: [var single] }) => Checked(run, type, single),
            (FeelType.Simple { Name: "date and time" }, FeelValue.Date) => Checked(run, type, FeelTyping.Coerce(value, type.Feel)),
            _ => null,
        };
    }

    public static bool Conforms(FeelRun run, DmnType type, FeelValue value)
    {
        var conforms = value is FeelValue.Null || (run.Enter() && ConformsEntered(run, type, value));
        if (value is not FeelValue.Null)
        {
            run.Leave();
        }

        return conforms;
    }

    private static bool ConformsEntered(FeelRun run, DmnType type, FeelValue value) => (type, value) switch
    {
        (DmnType.Plain plain, _) => FeelTyping.Conforms(value, plain.Type),
        (DmnType.Restricted restricted, _) => Conforms(run, restricted.Base, value) && restricted.Allowed(run, value),
        (DmnType.ListOf list, FeelValue.List items) => items.Items.All(item => Conforms(run, list.Item, item)),
        (DmnType.ContextOf wanted, FeelValue.Context context) =>
            wanted.Parts.All(member => context.Members.Find(member.Key) is { } found && Conforms(run, member.Value, found)),
        _ => false,
    };

    private static FeelValue? Checked(FeelRun run, DmnType type, FeelValue? value) => value is not null && Conforms(run, type, value) ? value : null;
}
