using OpsConsole.Core.Preparation.Evaluating;

namespace OpsConsole.Tests.Preparation.Evaluating;

/// <summary>What a provider answered in an evaluation is said again, so that everything else can be measured on it.</summary>
public sealed class RecordedEvaluationTests
{
    [Fact]
    public async Task Start_Recorded_GivesTheFiguresOfItsRunAndAsksNobody()
    {
        await using var desk = await EvaluatedDesk.OpenAsync();
        var run = await desk.RunAsync(desk.Model);
        var (asked, rows) = (desk.Stub.Requests.Count, await desk.RowsAsync());
        var again = await desk.RunAsync(desk.Recorded);

        Assert.True(run is { State: EvaluationState.Finished, Tokens: > 0, Cost: > 0 } && run.Done == run.Total);
        Assert.Equal(Figures(run), Figures(again));
        Assert.Equal((EvaluationState.Finished, 0L, 0L, asked), (again.State, again.Tokens, again.Cost, desk.Stub.Requests.Count));
        var after = await desk.RowsAsync();
        Assert.Equal((rows["model_exchanges"], rows["model_use"]), (after["model_exchanges"], after["model_use"]));
        Assert.Equal(
            (await desk.ResultsAsync(run)).Select(result => (result.Number, result.IsRight, result.Complaint)),
            (await desk.ResultsAsync(again)).Select(result => (result.Number, result.IsRight, result.Complaint)));
    }

    [Fact]
    public async Task Start_RecordedOfAModelThatDoesBetter_IsNoPlaybook()
    {
        await using var desk = await EvaluatedDesk.OpenAsync();
        await desk.RunAsync(desk.Model);
        var (playbook, again) = (await desk.RunAsync(new EvaluationSubject.Playbook()), await desk.RunAsync(desk.Recorded));

        Assert.NotEqual(Figures(playbook), Figures(again));
    }

    [Fact]
    public async Task Start_RecordedWithAnotherPrompt_SaysWhichAndGoesByThePlaybookThere()
    {
        await using var desk = await EvaluatedDesk.OpenAsync();
        var run = await desk.RunAsync(desk.Model);
        await desk.ChangeAsync("UPDATE model_exchanges SET prompt_digest = 'another' WHERE prompt = 'plan'");
        await desk.ChangeAsync("DELETE FROM model_exchanges WHERE prompt = 'summarise'");
        var again = await desk.RunAsync(desk.Recorded);
        var results = await desk.ResultsAsync(again);

        Assert.Equal(run.Done, again.Done);
        Assert.Contains(results, result => result.Complaint.Contains("The prompt “plan” has changed since this was recorded", StringComparison.Ordinal));
        Assert.Contains(results, result => result.Complaint.Contains("The question “summarise” was not asked when this was recorded", StringComparison.Ordinal));
        Assert.DoesNotContain(results, result => result.Complaint.Contains("“wishes”", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Start_RecordedOfOtherCases_IsRefused()
    {
        await using var desk = await EvaluatedDesk.OpenAsync();
        await desk.RunAsync(desk.Model);
        var recorded = desk.Recorded;
        await desk.ChangeAsync("UPDATE evaluation_runs SET set_digest = 'another'");

        Assert.IsType<StartEvaluationOutcome.NotRecorded>(await desk.Host.Get<RunEvaluation>().StartAsync(EvaluatedDesk.Admin, "desk", recorded, CancellationToken.None));
    }

    [Fact]
    public async Task All_RecordedRunOfARecordedRun_IsNotListed()
    {
        await using var desk = await EvaluatedDesk.OpenAsync();
        Assert.Empty(desk.Host.Get<EvaluationSubjects>().All.OfType<EvaluationSubject.Recorded>());
        await desk.RunAsync(desk.Model);
        await desk.RunAsync(desk.Recorded);

        Assert.Equal(3, desk.Host.Get<EvaluationSubjects>().All.Count);
    }

    private static (int, int, int, int, int, int, int) Figures(EvaluationRun run) =>
        (run.Right, run.TypesRight, run.WrongWrites, run.Denied, run.Missed, run.AskedInVain, run.Unsupported);
}
