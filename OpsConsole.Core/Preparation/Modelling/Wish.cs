using System.Text.Json.Nodes;
using OpsConsole.Core.Foundation.Text;
using OpsConsole.Core.Preparation.Stages;

namespace OpsConsole.Core.Preparation.Modelling;

/// <summary>One thing that the customer asks for, as a model read it, in the customer's own words.</summary>
/// <param name="Start">Where the words stand in what the customer wrote.</param>
public sealed record Wish(string Name, string Words, int Start, int End);

/// <summary>Lets a model list what the customer wants. Words that the customer did not write are not the customer's: such a wish is dropped and told.</summary>
public sealed class ExtractWishes(AskAboutCase ask)
{
    public async Task<IReadOnlyList<Wish>> ExtractAsync(ModelRun run, CancellationToken cancellation)
    {
        if (await ask.AskAsync(run, StageName.Classify, "wishes", CaseData.Messages(run.Run), cancellation) is not { Json: JsonObject said } answer)
        {
            return [];
        }

        var (wishes, text) = (new List<Wish>(), new SqueezedText(run.Run.Text));
        foreach (var item in (said["wishes"] as JsonArray ?? []).OfType<JsonObject>())
        {
            var (name, words) = (item["wish"]?.ToString() ?? "", item["words"]?.ToString() ?? "");
            if (text.Find(words) is var (start, end))
            {
                wishes.Add(new Wish(name, run.Run.Text[start..end], start, end));
            }
            else
            {
                run.Note($"The model read a wish (“{name}”) in words that the customer did not write; it was left out.");
            }
        }

        run.Use(answer);
        return wishes;
    }
}
