using OpsConsole.Core.Foundation.Time;
using OpsConsole.Core.Preparation.Evaluating;

namespace OpsConsole.Tests.Preparation.Evaluating;

/// <summary>What is evaluated by itself before a provider may work.</summary>
public sealed class EvaluateChangesTests
{
    [Fact]
    public async Task Sweep_NothingWasEvaluated_BeginsWithThePlaybooks()
    {
        await using var desk = await EvaluatedDesk.OpenAsync();
        Assert.Equal("", (await SweptAsync(desk))?.Setup);
    }

    [Fact]
    public async Task Sweep_PlaybooksWereEvaluated_BeginsTheProvider()
    {
        await using var desk = await EvaluatedDesk.OpenAsync();
        await KeepAsync(desk, "", EvaluationState.Finished);
        Assert.Equal(SetupOf(desk), (await SweptAsync(desk))?.Setup);
    }

    [Fact]
    public async Task Sweep_ProcessEndedDuringTheProvidersRun_BeginsItAgain()
    {
        await using var desk = await EvaluatedDesk.OpenAsync();
        await KeepAsync(desk, "", EvaluationState.Finished);
        var left = await KeepAsync(desk, SetupOf(desk), EvaluationState.Running);
        Assert.Null(await SweptAsync(desk));

        await desk.Host.Get<EvaluationStore>().EndAbandonedAsync(CancellationToken.None);
        var again = await SweptAsync(desk);
        Assert.Equal(SetupOf(desk), again?.Setup);
        Assert.NotEqual(left, again?.Id);
        Assert.Equal(EvaluationState.Abandoned, (await desk.Host.Get<EvaluationStore>().ReadRunsAsync(5, CancellationToken.None)).Single(run => run.Id == left).State);
    }

    [Fact]
    public async Task Sweep_PersonEndedTheProvidersRun_BeginsNothing()
    {
        await using var desk = await EvaluatedDesk.OpenAsync();
        await KeepAsync(desk, "", EvaluationState.Finished);
        await KeepAsync(desk, SetupOf(desk), EvaluationState.Cancelled);
        Assert.Null(await SweptAsync(desk));
    }

    [Fact]
    public async Task Sweep_PlaybooksRunWasEnded_BeginsItAgainAsTheMeasureOfAll()
    {
        await using var desk = await EvaluatedDesk.OpenAsync();
        await KeepAsync(desk, "", EvaluationState.Cancelled);
        Assert.Equal("", (await SweptAsync(desk))?.Setup);
    }

    [Fact]
    public async Task Sweep_AllWasEvaluated_BeginsNothing()
    {
        await using var desk = await EvaluatedDesk.OpenAsync();
        await KeepAsync(desk, "", EvaluationState.Finished);
        await KeepAsync(desk, SetupOf(desk), EvaluationState.Finished);
        Assert.Null(await SweptAsync(desk));
    }

    private static string SetupOf(EvaluatedDesk desk) => Assert.IsType<EvaluationSubject.Models>(desk.Model).Setup;

    /// <summary>The run that a sweep has begun, ended again; null when it has begun none.</summary>
    private static async Task<EvaluationRun?> SweptAsync(EvaluatedDesk desk)
    {
        var before = (await desk.Host.Get<EvaluationStore>().ReadRunsAsync(5, CancellationToken.None)).Select(run => run.Id).ToHashSet();
        var hasBegun = await desk.Host.Get<EvaluateChanges>().SweepAsync(CancellationToken.None);
        var begun = (await desk.Host.Get<EvaluationStore>().ReadRunsAsync(5, CancellationToken.None)).SingleOrDefault(run => !before.Contains(run.Id));
        Assert.Equal(hasBegun, begun is not null);
        if (begun is null)
        {
            return null;
        }

        desk.Host.Get<RunEvaluation>().Cancel(EvaluatedDesk.Admin, begun.Id);
        return await desk.EndAsync(begun.Id);
    }

    private static async Task<Guid> KeepAsync(EvaluatedDesk desk, string setup, EvaluationState state)
    {
        var set = desk.Host.Get<EvaluationShelf>().Sets.Single();
        var run = new EvaluationRun
        {
            Id = Ids.New(desk.Host.Clock), SetId = set.Id, SetDigest = set.Digest, Subject = "Somebody", Setup = setup, StartedBy = "Ada", StartedAt = desk.Host.Clock.GetUtcNow(), State = state,
            Total = set.Cases.Count,
        };
        await desk.Host.Database.WriteAsync(
            db =>
            {
                db.Add(run);
                db.Announce(EvaluationStore.Topic, run.Id);
                return Task.CompletedTask;
            },
            CancellationToken.None);
        return run.Id;
    }
}
