using OpsConsole.Core.Preparation.Evaluating;

namespace OpsConsole.Tests.Preparation.Evaluating;

/// <summary>What a provider answered in an evaluation is said again, so that everything else can be measured on it.</summary>
public sealed class RecordedEvaluationTests(RecordedEvaluationTests.Evaluated evaluated) : IClassFixture<RecordedEvaluationTests.Evaluated>
{
    private EvaluatedDesk Desk => evaluated.Desk;

    [Fact]
    public async Task Start_Recorded_GivesTheFiguresOfItsRunAndAsksNobody()
    {
        var (asked, rows) = (Desk.Stub.Requests.Count, await Desk.RowsAsync());
        var again = await Desk.RunAsync(Desk.Recorded);

        Assert.True(evaluated.Run is { State: EvaluationState.Finished, Tokens: > 0, Cost: > 0 } run && run.Done == run.Total);
        Assert.Equal(Figures(evaluated.Run), Figures(again));
        Assert.NotEqual(Figures(evaluated.Playbook), Figures(again));
        Assert.Equal((EvaluationState.Finished, 0L, 0L, asked), (again.State, again.Tokens, again.Cost, Desk.Stub.Requests.Count));
        var after = await Desk.RowsAsync();
        Assert.Equal((rows["model_exchanges"], rows["model_use"]), (after["model_exchanges"], after["model_use"]));
        Assert.Equal(await CasesAsync(evaluated.Run), await CasesAsync(again));
        Assert.Single(Desk.Host.Get<EvaluationSubjects>().All.OfType<EvaluationSubject.Recorded>());
    }

    [Fact]
    public async Task Start_RecordedWithAnotherPrompt_SaysWhichAndGoesByThePlaybookThere()
    {
        await Desk.ChangeAsync("UPDATE model_exchanges SET PromptDigest = PromptDigest || '-' WHERE Prompt = 'plan'");
        await Desk.ChangeAsync("UPDATE model_exchanges SET Prompt = 'another' WHERE Prompt = 'summarise'");
        var again = await Desk.RunAsync(Desk.Recorded);
        await Desk.ChangeAsync("UPDATE model_exchanges SET PromptDigest = rtrim(PromptDigest, '-') WHERE Prompt = 'plan'");
        await Desk.ChangeAsync("UPDATE model_exchanges SET Prompt = 'summarise' WHERE Prompt = 'another'");
        var results = await Desk.ResultsAsync(again);

        Assert.Equal(evaluated.Run.Done, again.Done);
        Assert.Contains(results, result => result.Complaint.Contains("The prompt “plan” has changed since this was recorded", StringComparison.Ordinal));
        Assert.Contains(results, result => result.Complaint.Contains("The question “summarise” was not asked when this was recorded", StringComparison.Ordinal));
        Assert.DoesNotContain(results, result => result.Complaint.Contains("“wishes”", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Start_RecordedOfOtherCases_IsRefused()
    {
        await Desk.ChangeAsync("UPDATE evaluation_runs SET SetDigest = SetDigest || '-'");
        var outcome = await Desk.Host.Get<RunEvaluation>().StartAsync(EvaluatedDesk.Admin, "desk", Desk.Recorded, CancellationToken.None);
        await Desk.ChangeAsync("UPDATE evaluation_runs SET SetDigest = rtrim(SetDigest, '-')");

        Assert.IsType<StartEvaluationOutcome.NotRecorded>(outcome);
    }

    private static (int, int, int, int, int, int, int) Figures(EvaluationRun run) =>
        (run.Right, run.TypesRight, run.WrongWrites, run.Denied, run.Missed, run.AskedInVain, run.Unsupported);

    private async Task<IEnumerable<(int, bool, string)>> CasesAsync(EvaluationRun run) => (await Desk.ResultsAsync(run)).Select(result => (result.Number, result.IsRight, result.Complaint));

    /// <summary>The set run by the playbooks and by a model, once for all tests.</summary>
    public sealed class Evaluated : IAsyncLifetime
    {
        private EvaluatedDesk? _desk;

        public EvaluationRun Run { get; private set; } = null!;

        public EvaluationRun Playbook { get; private set; } = null!;

        internal EvaluatedDesk Desk => _desk!;

        public async Task InitializeAsync()
        {
            _desk = await EvaluatedDesk.OpenAsync();
            Assert.Empty(Desk.Host.Get<EvaluationSubjects>().All.OfType<EvaluationSubject.Recorded>());
            Playbook = await Desk.RunAsync(new EvaluationSubject.Playbook());
            Run = await Desk.RunAsync(Desk.Model);
        }

        public async Task DisposeAsync() => await Desk.DisposeAsync();
    }
}
