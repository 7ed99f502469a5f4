using OpsConsole.Bench;
using OpsConsole.Core.Foundation.Live;
using OpsConsole.Core.Identity;
using OpsConsole.Core.Preparation.Evaluating;
using OpsConsole.Tests.Fakes;

namespace OpsConsole.Tests.Preparation.Evaluating;

/// <summary>The shipped set, run by the playbooks in a room of its own.</summary>
public sealed class EvaluationTests
{
    private static readonly Actor Admin = new(ActorKind.Person, "admin", "Ada", [Roles.Admin]);

    [Fact]
    public async Task Start_ByPlaybooks_JudgesEveryCaseAndProposesNothingWrong()
    {
        using var host = await PackDesk.LoadedAsync("service-desk");
        var run = await RunAsync(host);

        Assert.Equal((EvaluationState.Finished, run.Total), (run.State, run.Done));
        var results = await host.Get<EvaluationStore>().ReadResultsAsync(run.Id, CancellationToken.None);
        Assert.Equal(run.Total, results.Count);
        Assert.True(run.WrongWrites == 0, string.Join('\n', results.Where(result => result.WrongWrites > 0).Select(result => $"{result.Name}: {result.Complaint}")));
        Assert.True(run.Right >= 17, string.Join('\n', results.Where(result => !result.IsRight).Select(result => $"{result.Name}: {result.Complaint}")));
    }

    /// <summary>The playbooks prepare in its place, and what they have right is not its merit.</summary>
    [Fact]
    public async Task Start_ByAProviderThatGivesNoAnswer_HasNothingRightThatItWasAskedAbout()
    {
        await using var desk = await EvaluatedDesk.OpenAsync();
        desk.Stub.Answers = _ => StubAnswer.Fail(401);
        var run = await desk.RunAsync(desk.Model);
        var results = await desk.ResultsAsync(run);

        Assert.Equal((run.Total, EvaluationState.Finished), (run.Done, run.State));
        Assert.True(run.Right < run.Total / 4, $"{run.Right} of {run.Total} right");
        Assert.Contains(results, result => result.Complaint.Contains("nothing was answered, the playbook prepared it: Stub did not accept our key", StringComparison.Ordinal));
        Assert.DoesNotContain(results, result => result.IsRight && result.Complaint.Length > 0);
        Assert.Equal(3, desk.Stub.Requests.Count);
    }

    private static async Task<EvaluationRun> RunAsync(CoreHost host)
    {
        using var changes = host.Get<ChangeFeed>().Watch(EvaluationStore.Topic);
        var started = await host.Get<RunEvaluation>().StartAsync(Admin, "desk", new EvaluationSubject.Playbook(), CancellationToken.None);
        var id = Assert.IsType<StartEvaluationOutcome.Started>(started).Run.Id;
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        var reader = changes.ReadAllAsync(limit.Token).GetAsyncEnumerator(limit.Token);
        while (true)
        {
            var run = (await host.Get<EvaluationStore>().ReadRunsAsync(5, limit.Token)).Single(one => one.Id == id);
            if (run.State != EvaluationState.Running)
            {
                return run;
            }

            await reader.MoveNextAsync();
        }
    }
}
