using System.Text.Json.Nodes;
using OpsConsole.Core.Preparation.Classifying;
using OpsConsole.Core.Preparation.Drafting;
using OpsConsole.Core.Preparation.Gathering;
using OpsConsole.Core.Preparation.Identifying;
using OpsConsole.Core.Preparation.Modelling;
using OpsConsole.Core.Preparation.Planning;
using OpsConsole.Core.Preparation.Understanding;

namespace OpsConsole.Core.Preparation.Stages;

/// <summary>What is kept of each stage, as JSON that "How this was prepared" can show.</summary>
internal static class StageResults
{
    public static StageResult Classified(ReadText read, JsonArray? asked)
    {
        var type = read.Type;
        var result = new JsonObject
        {
            ["type"] = type.CaseType,
            ["confidence"] = Math.Round(type.Confidence, 3),
            ["evidence"] = Texts(type.Requests.Concat(type.Evidence)),
            ["classifier"] = type.Classifier is null ? null : new JsonObject(type.Classifier.All.Take(4)
                .Select(pair => KeyValuePair.Create(pair.CaseType, (JsonNode?)JsonValue.Create(Math.Round(pair.Probability, 3))))),
            ["requests"] = Requests(read.Reading)["requests"]?.DeepClone(),
        };
        if (read.Wishes.Count > 0)
        {
            result["wishes"] = new JsonArray([.. read.Wishes.Select(wish => new JsonObject { ["wish"] = wish.Name, ["words"] = wish.Words, ["start"] = wish.Start, ["end"] = wish.End })]);
        }

        var note = type.CaseType is null
            ? $"Not sure enough ({type.Confidence:P0}); a person picks the type."
            : $"{type.Name ?? type.CaseType}, {type.Confidence:P0} sure. {Reasons(type)}".TrimEnd();
        return new StageResult(type.CaseType is null ? StageOutcome.Asks : StageOutcome.Done, result, note).With(asked);
    }

    private static string Reasons(TypeChoice type) => string.Join(' ', new[]
    {
        type.Requests.Count == 0 ? "" : $"Read as {Quoted(type.Requests)}.",
        type.Evidence.Count == 0 ? "" : $"Telling words: {Quoted(type.Evidence)}.",
    }.Where(reason => reason.Length > 0));

    private static string Quoted(IEnumerable<string> texts) => string.Join(", ", texts.Select(text => $"“{text}”"));

    public static StageResult Drafted(CaseDraft draft) =>
        new(StageOutcome.Done, new JsonObject { ["summary"] = draft.Summary, ["reply"] = draft.Reply }, "Summary and reply are drafted; nothing is sent.");

    public static JsonObject Requests(MessageReading reading) => new()
    {
        ["requests"] = new JsonArray([.. reading.Requests.Select(request => new JsonObject
        {
            ["playbook"] = request.Playbook.Id,
            ["text"] = reading.Text[request.Tokens[0].Start..request.Tokens[^1].End],
            ["names"] = Texts(request.Mentions.Select(mention => mention.RecordId)),
        })]),
        ["questions"] = Texts(reading.Questions),
        ["unclear"] = Texts(reading.Unclear),
    };

    public static JsonObject Mentions(MessageReading reading) => new() { ["names"] = Texts(reading.Mentions.Select(mention => mention.RecordId).Distinct()) };

    public static JsonObject Clues(ScannedText scan) => Clues(scan.Clues);

    public static JsonObject Clues(IReadOnlyList<LookUpClue> clues) => new()
    {
        ["clues"] = new JsonArray([.. clues.Select(clue => new JsonObject
        {
            ["identifier"] = clue.Identifier.Name,
            ["values"] = new JsonObject(clue.Groups.Select(group => KeyValuePair.Create(group.Key, (JsonNode?)JsonValue.Create(group.Value)))),
        })]),
    };

    public static StageResult Identified(Identification identification) => identification switch
    {
        Identification.Found found => new StageResult(
            StageOutcome.Done, new JsonObject { ["customer"] = found.CustomerId, ["by"] = Texts(found.By) }, $"{found.CustomerId}, by {string.Join(" and ", found.By)}."),
        Identification.Asks asks => new StageResult(StageOutcome.Asks, new JsonObject { ["question"] = asks.Question }, asks.Question),
        Identification.Unavailable unavailable => new StageResult(StageOutcome.Failed, new JsonObject { ["reason"] = unavailable.Reason }, unavailable.Reason),
        _ => throw new InvalidOperationException("The family of identifications is closed."),
    };

    public static StageResult Gathered(Gathered gathered) => new(
        gathered.Unavailable is not null ? StageOutcome.Failed : gathered.Foreign.Count > 0 ? StageOutcome.Asks : StageOutcome.Done,
        new JsonObject
        {
            ["records"] = new JsonArray([.. gathered.Records.All.Select(record => new JsonObject { ["record"] = record.Record.Ref.ToString(), ["version"] = record.Record.Version })]),
            ["foreign"] = Texts(gathered.Foreign.Select(mention => mention.RecordId)),
        },
        gathered.Unavailable ?? $"{gathered.Records.All.Count} records {(gathered.ReadAt is null ? "read" : "are those of the run before; nothing new is named")}"
            + (gathered.Foreign.Count == 0 ? "." : $"; {string.Join(", ", gathered.Foreign.Select(mention => mention.RecordId))} is not this customer's."));

    /// <param name="both">What a model planned beside the playbook; null when none did.</param>
    public static StageResult Planned(Plan plan, PlanComparison? both)
    {
        var result = new JsonObject
        {
            ["actions"] = new JsonArray([.. plan.Actions.Select(action => new JsonObject
            {
                ["playbook"] = action.Playbook.Id,
                ["actionType"] = action.Situation.ActionType,
                ["because"] = action.Situation.When,
                ["parameters"] = action.Parameters.DeepClone(),
                ["provenance"] = action.Provenance.DeepClone(),
                ["dependsOn"] = action.DependsOn,
            })]),
            ["missing"] = Texts(plan.Missing),
        };
        var note = plan.Actions.Count == 0 ? "Nothing is proposed." : $"{plan.Actions.Count} proposed: {string.Join(", ", plan.Actions.Select(action => action.Playbook.Name))}.";
        if (both is not null)
        {
            result["beside the model"] = both.ToJson();
            note = (plan.Actions.Count, both.ToPropose.Count, both.Differing.Count) switch
            {
                (_, _, 0) when plan.Actions.Count > 0 => $"{note} The model agrees.",
                (0, > 0, _) => $"The model proposes {both.ToPropose.Count}.",
                (_, _, > 0) => $"{note} The model differs.",
                _ => note,
            };
        }

        return new StageResult(plan.Missing.Count > 0 ? StageOutcome.Asks : StageOutcome.Done, result, note);
    }

    public static StageResult Verified(Plan plan, int removed, CaseDraft draft)
    {
        var marked = draft.SummaryCheck.Problems.Concat(draft.ReplyCheck.Problems).ToList();
        var result = new JsonObject { ["actions"] = plan.Actions.Count, ["removed"] = removed };
        if (draft.SummaryCheck.Sentences.Count + draft.ReplyCheck.Sentences.Count > 0)
        {
            result["sentences"] = draft.SummaryCheck.Sentences.Count + draft.ReplyCheck.Sentences.Count;
            result["marked"] = Texts(marked.Select(problem => $"{problem.Word}: {problem.Reason}"));
        }

        var note = removed > 0 ? $"{removed} taken out, because something in it stands nowhere."
            : plan.Actions.Count == 0 ? "The playbook proposes nothing that would have to be checked."
            : "Every value that the playbook proposes stands on a record, in the message or in the playbook itself.";
        return new StageResult(removed > 0 ? StageOutcome.Asks : StageOutcome.Done, result, marked.Count == 0 ? note : $"{note} {marked.Count} {(marked.Count == 1 ? "word" : "words")} in the texts that no fact bears out.");
    }

    private static JsonArray Texts(IEnumerable<string> texts) => new([.. texts.Select(text => JsonValue.Create(text))]);
}
