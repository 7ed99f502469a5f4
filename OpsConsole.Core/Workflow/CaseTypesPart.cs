using System.Globalization;
using System.Xml;
using OpsConsole.Core.Foundation.Packs;
using OpsConsole.Core.Foundation.Yaml;

namespace OpsConsole.Core.Workflow;

/// <summary>
/// Reads <c>case-types.yaml</c>:
/// <code>
/// case-types:
/// - {id: refund, version: 1, name: Refund, description: …, decide-within: PT8H, at-risk: 0.75, queue: Service, actions: [shop.refund]}
/// </code>
/// </summary>
public sealed class CaseTypesPart(CaseTypes types) : IPackPart
{
    public const string Kind = "case type";

    private const string File = "case-types.yaml";

    public Func<CancellationToken, Task> Read(PackReading reading)
    {
        var read = new List<CaseType>();
        foreach (var item in reading.Open(File)?.List("case-types") ?? [])
        {
            item.AllowOnly("id", "version", "name", "description", "decide-within", "at-risk", "queue", "actions");
            var type = new CaseType(
                item.Required("id"), item.Number("version", 1), item.Required("name"), item.Optional("description") ?? "",
                DecideWithin(item), AtRisk(item), item.Required("queue"), reading.Files.Id)
            {
                Actions = Actions(item, reading),
            };
            reading.Declare(Kind, type.Id, type.Name, item);
            read.Add(type);
        }

        return _ =>
        {
            types.Replace(reading.Files.Id, read);
            return Task.CompletedTask;
        };
    }

    public bool Knows(PackName name) => name.Kind == Kind && types.Find(name.Id) is not null;

    private static IReadOnlyList<string>? Actions(YamlPart item, PackReading reading)
    {
        if (item.Find("actions") is null)
        {
            return null;
        }

        foreach (var action in item.List("actions"))
        {
            reading.Refer("action type", action.Text ?? "", action);
        }

        return [.. item.List("actions").Select(action => action.Text ?? "")];
    }

    private static TimeSpan DecideWithin(YamlPart item)
    {
        var text = item.Required("decide-within");
        try
        {
            return text.Length == 0 ? TimeSpan.Zero : XmlConvert.ToTimeSpan(text);
        }
        catch (FormatException)
        {
            item.Find("decide-within")!.Error($"'decide-within' must be a duration such as PT8H, not '{text}'");
            return TimeSpan.Zero;
        }
    }

    private static double AtRisk(YamlPart item)
    {
        var part = item.Find("at-risk");
        if (part is null)
        {
            return 0.75;
        }

        if (double.TryParse(part.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var share) && share is > 0 and < 1)
        {
            return share;
        }

        part.Error($"'at-risk' must be a share between 0 and 1, not '{part.Text}'");
        return 0.75;
    }
}
