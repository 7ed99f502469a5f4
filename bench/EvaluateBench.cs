using OpsConsole.Core.Preparation.Evaluating;

namespace OpsConsole.Bench;

/// <summary>
/// <c>evaluate [--url ADDRESS --model NAME --key KEY | --stub] [--verbose]</c>: the evaluation sets of the shipped packs, prepared by the playbooks,
/// by a provider, and by its answers as recorded, side by side. The figures are those of the page; this is the same program without a browser.
/// <c>--stub</c> puts a model in the provider's place that answers by rule from what it is given to read.
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
            var runs = new Dictionary<string, EvaluationRun>(StringComparer.Ordinal);
            foreach (var subject in Subjects(desk))
            {
                var run = runs[subject.Name] = await desk.RunAsync(set, subject);
                Console.WriteLine(
                    $"{set.Id,-10}{run.Subject,-40}{$"{run.Right}/{run.Total}",8}{run.TypesRight,8}{run.WrongWrites,8}{run.Denied,8}{run.Missed,8}{run.AskedInVain,9}{run.Unsupported,8}{run.Tokens,9}{run.Cost / 1e6,9:0.0000}{run.Took / Math.Max(1, run.Done),9}");
                foreach (var wrong in (await desk.Get<EvaluationStore>().ReadResultsAsync(run.Id, CancellationToken.None)).Where(result => !result.IsRight && options.Has("verbose")))
                {
                    Console.WriteLine($"    {wrong.Name}: {wrong.Complaint}");
                }

                score.Add(run.State == EvaluationState.Finished, $"{set.Id} by {run.Subject} did not end");
                score.Add(run.WrongWrites == 0, $"{set.Id} by {run.Subject}: {run.WrongWrites} wrong writes reach an approver");
                if (subject is EvaluationSubject.Recorded { Of: var of } && runs.TryGetValue(of, out var recorded))
                {
                    score.Add(Figures(run) == Figures(recorded) && run is { Tokens: 0, Cost: 0 }, $"{set.Id}: {run.Subject} differs from the run that it was recorded from");
                }
            }
        }

        Console.WriteLine($"{score.Passed} passed, {score.Failed} failed");
        return score.Failed == 0 ? 0 : 1;
    }

    /// <summary>Recordings are there only once somebody has answered.</summary>
    private static IEnumerable<EvaluationSubject> Subjects(EvaluateDesk desk)
    {
        foreach (var subject in desk.Get<EvaluationSubjects>().All.Where(subject => subject is not EvaluationSubject.Recorded))
        {
            yield return subject;
        }

        foreach (var subject in desk.Get<EvaluationSubjects>().All.OfType<EvaluationSubject.Recorded>())
        {
            yield return subject;
        }
    }

    private static (int, int, int, int, int, int, int) Figures(EvaluationRun run) =>
        (run.Right, run.TypesRight, run.WrongWrites, run.Denied, run.Missed, run.AskedInVain, run.Unsupported);
}
