using OpsConsole.Core.Identity;
using OpsConsole.Core.Policies.Documents;
using OpsConsole.Core.Policies.Replaying;

namespace OpsConsole.Policies.Drafting;

/// <summary>One replay at a time, with how far it is; a page that is left ends it.</summary>
/// <param name="changed">Called when there is something new to show, from whatever thread.</param>
public sealed class DraftReplay(ReplayPolicy replay, Action changed, TimeProvider clock) : IAsyncDisposable
{
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(120);
    private CancellationTokenSource? _running;
    private DateTimeOffset _shownAt;

    public ReplayProgress? Progress { get; private set; }

    public ReplayReport? Report { get; private set; }

    public TimeSpan? Took { get; private set; }

    public ErrorText? Refusal { get; private set; }

    /// <summary>The document that the report is about.</summary>
    public PolicyDocument? Judged { get; private set; }

    public async Task RunAsync(Actor actor, PolicyDocument document, int days)
    {
        await CancelAsync();
        using var running = new CancellationTokenSource();
        _running = running;
        (Progress, Refusal) = (new ReplayProgress(0, 0), null);
        changed();
        try
        {
            var until = clock.GetUtcNow();
            var outcome = await Task.Run(() => replay.RunAsync(actor, document, new ReplaySpan(until.AddDays(-days), until), new Steps(Hear), running.Token), running.Token);
            Note(document, outcome);
        }
        catch (OperationCanceledException) when (running.IsCancellationRequested)
        {
            // The person cancelled it or went away; what was shown before stays.
        }
        finally
        {
            if (ReferenceEquals(_running, running))
            {
                (_running, Progress) = (null, null);
                changed();
            }
        }
    }

    public Task CancelAsync() => _running?.CancelAsync() ?? Task.CompletedTask;

    public async ValueTask DisposeAsync() => await CancelAsync();

    private void Note(PolicyDocument document, ReplayOutcome outcome)
    {
        switch (outcome)
        {
            case ReplayOutcome.Finished finished:
                (Report, Took, Judged) = (finished.Report, finished.Took, document);
                break;
            case ReplayOutcome.Faulty faulty:
                Refusal = new ErrorText("Not replayed", PolicyFaultText.Of(document, faulty.Faults[0]), "Put it right first.");
                break;
            case ReplayOutcome.Forbidden forbidden:
                Refusal = ErrorText.Of(forbidden.Missing);
                break;
        }
    }

    private void Hear(ReplayProgress progress)
    {
        var now = clock.GetUtcNow();
        Progress = progress;
        if (now - _shownAt >= Step || progress.Done == progress.Total)
        {
            _shownAt = now;
            changed();
        }
    }

    /// <summary>Hears each step where it happens; the usual one would queue thousands of them for the screen.</summary>
    private sealed class Steps(Action<ReplayProgress> hear) : IProgress<ReplayProgress>
    {
        public void Report(ReplayProgress value) => hear(value);
    }
}
