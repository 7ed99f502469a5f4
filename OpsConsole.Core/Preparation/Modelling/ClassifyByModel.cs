using System.Text.Json.Nodes;
using OpsConsole.Core.Foundation.Text;
using OpsConsole.Core.Preparation.Classifying;
using OpsConsole.Core.Preparation.Stages;
using OpsConsole.Core.Workflow;

namespace OpsConsole.Core.Preparation.Modelling;

/// <summary>
/// Lets a model choose the case's type where the classifier is not sure enough to. Only a type of the pack counts, and only with at least one
/// stretch of the customer's words that was really written. How sure the classifier is of it stays the number that is shown.
/// </summary>
public sealed class ClassifyByModel(AskAboutCase ask, ICaseTypes types)
{
    public async Task<TypeChoice> ChooseAsync(ModelRun run, TypeChoice choice, CancellationToken cancellation)
    {
        var known = types.All.Where(type => type.Pack == run.Run.Pack.Pack).ToList();
        if (choice.CaseType is not null || known.Count == 0)
        {
            return choice;
        }

        var kinds = new DataPart("kinds of cases", string.Join('\n', known.Select(type => $"{type.Id}: {type.Name}. {type.Description}")));
        if (await ask.AskAsync(run, StageName.Classify, "classify", CaseData.Messages(run.Run).Prepend(kinds), cancellation) is not { Json: JsonObject said } answer)
        {
            return choice;
        }

        var text = new SqueezedText($"{run.Run.Case.Subject}\n{run.Run.Text}");
        var quotes = (said["quotes"] as JsonArray ?? []).Select(quote => quote?.ToString() ?? "").Where(quote => text.Find(quote) is not null).ToList();
        if (known.Find(type => type.Id == said["type"]?.ToString()) is not { } chosen || quotes.Count == 0)
        {
            run.Note("The model was not sure of the kind of case either; a person picks it.");
            return choice;
        }

        run.Use(answer);
        run.Note($"The classifier was not sure; the model takes the case for “{chosen.Name}”, because of {string.Join(", ", quotes.Select(quote => $"“{quote}”"))}.");
        var share = choice.Classifier?.All.Where(pair => pair.CaseType == chosen.Id).Select(pair => pair.Probability).FirstOrDefault() ?? 0;
        return choice with { CaseType = chosen.Id, Name = chosen.Name, Confidence = share, Evidence = quotes };
    }
}
