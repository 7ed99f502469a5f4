using OpsConsole.Core.Connectors;
using OpsConsole.Core.Foundation.Packs;

namespace OpsConsole.Core.Preparation.Packs;

/// <summary>Reads <c>action-types.yaml</c>; the types of connected systems that are imported elsewhere may be referred to as well.</summary>
public sealed class ActionTypesPart(IActionTypes types) : IPackPart
{
    public const string Kind = "action type";

    public Func<CancellationToken, Task> Read(PackReading reading)
    {
        var read = new List<ActionType>();
        foreach (var item in reading.Open("action-types.yaml")?.Items() ?? [])
        {
            var type = ActionTypeReader.Read(item);
            reading.Declare(Kind, type.Id, type.Description.Length > 0 ? type.Description : type.Title, item);
            read.Add(type);
        }

        return async cancellation =>
        {
            foreach (var type in read)
            {
                await types.SaveAsync(type, cancellation);
            }
        };
    }

    public bool Knows(PackName name) => name.Kind == Kind && types.Find(name.Id) is not null;
}
