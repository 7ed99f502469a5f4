using OpsConsole.Core.Preparation.Evaluating;

namespace OpsConsole.Bench;

/// <summary>
/// The evaluation sets of the shipped packs, prepared by the playbooks and by each configured provider, side by side. The figures are those of
/// the page; this is the same program without a browser.
/// </summary>
internal static class EvaluateBench
{
    public static async Task<int> RunAsync(BenchOptions options)
    {
        await using var desk = await EvaluateDesk.StartAsync(options);
        var score = new Score();
        Console.WriteLine($"{"set",-10}{"prepared by",-40}{"right",8}{"types",8}{"wrong",8}{"denied",8}{"missed",8}{"in vain",9}{"unsup.",8}{"tokens",9}{"cost",9}{"ms/case",9}");
        foreach (var set in desk.Get<EvaluationShelf>().Sets)
        {
            foreach (var subject in desk.Get<EvaluationSubjects>().All)
            {
                var run = await desk.RunAsync(set, subject);
                Console.WriteLine(
                    $"{set.Id,-10}{run.Subject,-40}{$"{run.Right}/{run.Total}",8}{run.TypesRight,8}{run.WrongWrites,8}{run.Denied,8}{run.Missed,8}{run.AskedInVain,9}{run.Unsupported,8}{run.Tokens,9}{run.Cost / 1e6,9:0.0000}{run.Took / Math.Max(1, run.Done),9}");
                foreach (var wrong in (await desk.Get<EvaluationStore>().ReadResultsAsync(run.Id, CancellationToken.None)).Where(result => !result.IsRight && options.Has("verbose")))
                {
                    Console.WriteLine($"    {wrong.Name}: {wrong.Complaint}");
                }

                score.Add(run.State == EvaluationState.Finished, $"{set.Id} by {run.Subject} did not end");
                score.Add(run.WrongWrites == 0, $"{set.Id} by {run.Subject}: {run.WrongWrites} wrong writes reach an approver");
            }
        }

        Console.WriteLine($"{score.Passed} passed, {score.Failed} failed");
        return score.Failed == 0 ? 0 : 1;
    }
}
