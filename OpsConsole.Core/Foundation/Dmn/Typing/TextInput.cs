using OpsConsole.Core.Foundation.Feel.BuiltIns;
using OpsConsole.Core.Foundation.Feel.Types;
using OpsConsole.Core.Foundation.Feel.Values;

namespace OpsConsole.Core.Foundation.Dmn.Typing;

/// <summary>JSON has no dates, times and durations: where an input's type asks for one, its text is read as one.</summary>
internal static class TextInput
{
    public static FeelValue Read(FeelRun run, DmnType type, FeelValue value)
    {
        var read = run.Enter() ? ReadEntered(run, type, value) : value;
        run.Leave();
        return read;
    }

    private static FeelValue ReadEntered(FeelRun run, DmnType type, FeelValue value) => (type, value) switch
    {
        (DmnType.Restricted restricted, _) => Read(run, restricted.Base, value),
        (DmnType.ListOf list, FeelValue.List items) => new FeelValue.List([.. items.Items.Select(item => Read(run, list.Item, item))]),
        (DmnType.ListOf list, _) => Read(run, list.Item, value),
        (DmnType.ContextOf context, FeelValue.Context given) => new FeelValue.Context(FeelMembers.Of(given.Members.Names.Select(name => KeyValuePair.Create(
            name, Member(context, name) is { } member ? Read(run, member, given.Members.Find(name)!) : given.Members.Find(name)!)))),
        (DmnType.Plain { Type: FeelType.Simple simple }, FeelValue.Text) when Function(simple.Name) is { } function => run.Call(function, [value]),
        _ => value,
    };

    private static DmnType? Member(DmnType.ContextOf context, string name) => context.Parts.FirstOrDefault(part => part.Key == name).Value;

    private static FeelValue.Function? Function(string type) => type switch
    {
        "date" or "time" or "date and time" => BuiltInFunctions.Find(type),
        "days and time duration" or "years and months duration" => BuiltInFunctions.Find("duration"),
        _ => null,
    };
}
