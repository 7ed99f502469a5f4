using OpsConsole.Core.Identity;
using OpsConsole.Core.Preparation.Context;
using OpsConsole.Core.Preparation.Knowledge;

namespace OpsConsole.Core.Preparation.Modelling;

/// <summary>
/// What the house knows that may help with a case: what its words mean, articles that have to do with it, and the customer's other cases.
/// People write all of it, so that it travels in the channel for data like what a customer writes.
/// </summary>
public sealed class HouseData(KnowledgeShelf knowledge, ReadCaseContext context)
{
    private const int MostPassages = 4;

    public async Task<IReadOnlyList<DataPart>> ReadAsync(ModelRun run, CancellationToken cancellation)
    {
        var (pack, asked) = (run.Run.Pack.Pack, $"{run.Run.Case.Subject}\n{run.Run.Text}");
        var parts = new List<DataPart>();
        if (run.Run.Map.Definitions.Count > 0)
        {
            parts.Add(new DataPart("definitions of the house", string.Join('\n', run.Run.Map.Definitions.Select(word => $"{word.Name}: {word.Text}"))));
        }

        parts.AddRange(knowledge.Find(pack, run.CaseType, asked, MostPassages).Select(passage => new DataPart("article of the house", $"{passage.Title}\n{passage.Text}")));
        var lines = (await context.ReadAsync(Actor.Jobs, run.Run.Case.Id, run.CustomerRecord, cancellation)).Lines();
        if (lines.Count > 0)
        {
            parts.Add(new DataPart("other cases of the same customer", string.Join('\n', lines)));
        }

        return parts;
    }
}
