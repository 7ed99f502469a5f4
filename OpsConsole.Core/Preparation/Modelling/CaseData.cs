using System.Text.Json.Nodes;
using OpsConsole.Core.Cases;
using OpsConsole.Core.Connectors;
using OpsConsole.Core.DataReadiness;
using OpsConsole.Core.Preparation.Planning;
using OpsConsole.Core.Preparation.Stages;

namespace OpsConsole.Core.Preparation.Modelling;

/// <summary>What of a case a model is given to read, each piece in a part of its own.</summary>
internal static class CaseData
{
    private const int MostMessages = 30;
    private const int MostRecords = 20;
    private const int MostFacts = 200;

    /// <summary>Subject, and what the customer wrote, oldest first.</summary>
    public static IEnumerable<DataPart> Messages(PreparationRun run) =>
        run.Messages.Where(message => message.Kind == MessageKind.Inbound).TakeLast(MostMessages)
            .SelectMany(message => Parts(message))
            .Prepend(new DataPart("subject line of the customer", run.Case.Subject));

    private static IEnumerable<DataPart> Parts(CaseMessage message)
    {
        yield return new DataPart("message from the customer", message.Body);
        if (message.FileNames.Count > 0)
        {
            yield return new DataPart("names of files that came with it", string.Join('\n', message.FileNames));
        }
    }

    public static DataPart Facts(IReadOnlyList<Fact> facts) =>
        new("facts of the case", string.Join('\n', facts.Take(MostFacts).Select(fact => $"[{fact.Number}] {fact.Label}: {fact.Display}")));

    public static IEnumerable<DataPart> Records(CaseRecords records) =>
        records.All.Take(MostRecords).Select(record => new DataPart("record of a system", $"{record.Record.Ref}\n{record.Record.Body.ToJsonString()}"));

    public static DataPart Wishes(IReadOnlyList<Wish> wishes) =>
        new("wishes of the customer", wishes.Count == 0 ? "none were read" : string.Join('\n', wishes.Select(wish => $"- {wish.Name}: “{wish.Words}”")));

    public static IEnumerable<DataPart> ActionTypes(IEnumerable<ActionType> types) => types.Select(type => new DataPart("action type", new JsonObject
    {
        ["action_type"] = type.Id,
        ["title"] = type.Title,
        ["description"] = type.Description,
        ["parameters"] = type.Parameters.DeepClone(),
    }.ToJsonString()));
}
