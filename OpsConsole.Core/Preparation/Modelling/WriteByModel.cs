using System.Globalization;
using System.Text.Json.Nodes;
using OpsConsole.Core.DataReadiness;
using OpsConsole.Core.Models;
using OpsConsole.Core.Preparation.Drafting;
using OpsConsole.Core.Preparation.Planning;
using OpsConsole.Core.Preparation.Stages;
using OpsConsole.Core.Preparation.Verifying;

namespace OpsConsole.Core.Preparation.Modelling;

/// <summary>
/// Lets a model write the summary and the reply. What it writes is held against the facts, sentence by sentence, and kept as it is, with its
/// marks: nothing is hidden, and nobody has to believe it.
/// </summary>
public sealed class WriteByModel(AskAboutCase ask, HouseData house)
{
    private const int LongestSummary = 3_000;
    private const int LongestReply = 6_000;

    /// <param name="draft">What the playbook wrote; where no model answers it stays.</param>
    /// <param name="proposed">The actions that the model proposes beside the playbook's.</param>
    public async Task<CaseDraft> WriteAsync(
        ModelRun run, CaseDraft draft, Plan plan, IReadOnlyList<ModelAction> proposed, IReadOnlyList<Fact> facts, IReadOnlyList<Wish> wishes, CancellationToken cancellation)
    {
        if (facts.Count == 0)
        {
            return draft;
        }

        var actions = plan.Actions.Select(action => action.Parameters).Concat(proposed.Select(action => action.Parameters)).Select(parameters => parameters.ToJsonString()).ToList();
        List<string> texts = [.. run.Run.Messages.Where(message => message.Kind == Cases.MessageKind.Inbound).Select(message => message.Body), .. actions, draft.Greeting, draft.Closing, run.Run.Pack.Tone];
        IEnumerable<DataPart> known = [CaseData.Facts(facts), CaseData.Wishes(wishes), .. CaseData.Messages(run.Run)];
        if (Fitting(run, await ask.AskAsync(run, StageName.Draft, "summarise", known, cancellation), "summary", LongestSummary) is ({ } summary, var text))
        {
            run.Use(summary);
            draft = draft with { Summary = text, SummaryCheck = TextCheck.Check(text, new Evidence(facts, texts)) };
        }

        var language = CustomerLanguage.Of(run.Run.Text);
        var ofHouse = await house.ReadAsync(run, cancellation);
        DataPart[] told = [Task(draft, plan, proposed, run.Run.Pack.Tone, language), .. ofHouse, .. known];
        if (Fitting(run, await ask.AskAsync(run, StageName.Draft, "reply", told, cancellation), "reply", LongestReply) is ({ } reply, var words))
        {
            run.Use(reply);
            draft = draft with { Reply = words, ReplyCheck = TextCheck.Check(words, new Evidence(facts, [.. texts, .. ofHouse.Select(part => part.Text)])), Language = language };
        }

        return draft;
    }

    /// <summary>An answer of a length that somebody reads; a longer one is not used, and the run says so.</summary>
    private static (ModelAnswer.Answered? Answer, string Text) Fitting(ModelRun run, ModelAnswer.Answered? answer, string what, int longest)
    {
        var text = answer?.Text.Trim() ?? "";
        if (text.Length > longest)
        {
            run.Note(string.Create(CultureInfo.InvariantCulture, $"The {what} that the model wrote could not be used: it has {text.Length} characters, and {longest} are the most. The playbook's stands."));
        }

        return text.Length == 0 || text.Length > longest ? (null, "") : (answer, text);
    }

    private static DataPart Task(CaseDraft draft, Plan plan, IReadOnlyList<ModelAction> proposed, string tone, string language) => new("what the reply is to say", new JsonObject
    {
        ["language"] = language,
        ["tone"] = tone,
        ["greeting"] = draft.Greeting,
        ["closing"] = draft.Closing,
        ["proposed"] = new JsonArray(
        [
            .. plan.Actions.Select(action => new JsonObject { ["action"] = action.Playbook.Name, ["parameters"] = action.Parameters.DeepClone() }),
            .. proposed.Select(action => new JsonObject { ["action"] = action.Title, ["parameters"] = action.Parameters.DeepClone() }),
        ]),
        ["questions"] = new JsonArray([.. plan.Missing.Select(question => JsonValue.Create(question))]),
    }.ToJsonString());
}
