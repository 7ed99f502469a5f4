using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Logging;
using OpsConsole.Core.Connectors;
using OpsConsole.Core.Foundation.Feel;
using OpsConsole.Core.Foundation.Storage;
using OpsConsole.Core.Identity;
using OpsConsole.Core.Models;
using OpsConsole.Core.Models.Asking;
using OpsConsole.Core.Models.Recording;
using OpsConsole.Core.Preparation.Demo;

namespace OpsConsole.Core.Preparation.Evaluating;

/// <summary>How the start of an evaluation ended.</summary>
public abstract record StartEvaluationOutcome
{
    private StartEvaluationOutcome()
    {
    }

    public sealed record Started(EvaluationRun Run) : StartEvaluationOutcome;

    public sealed record NoSuchSet : StartEvaluationOutcome;

    /// <summary>One runs already; a second would take its time and falsify both.</summary>
    public sealed record Busy : StartEvaluationOutcome;

    /// <summary>There is no finished run of this set, with the cases that it has now, whose answers could be said again.</summary>
    public sealed record NotRecorded : StartEvaluationOutcome;

    public sealed record Forbidden(NotAllowed Missing) : StartEvaluationOutcome;
}

/// <summary>What an evaluation needs of the house around it.</summary>
public sealed record EvaluationHouse(StorageOptions Storage, IConnectorDirectory Connectors, IDataProtectionProvider Protection, TimeProvider Clock);

/// <summary>Runs a set by a subject, one case after another, in a room of its own; one evaluation at a time.</summary>
public sealed class RunEvaluation(EvaluationHouse house, EvaluationShelf shelf, EvaluationStore store, RecordedRuns recordings, AskModel ask, ILogger<RunEvaluation> log) : IDisposable
{
    private readonly ConcurrentDictionary<Guid, CancellationTokenSource> _running = new();
    private int _isBusy;
    private volatile bool _isClosing;

    /// <summary>Starts it and comes back at once.</summary>
    public async Task<StartEvaluationOutcome> StartAsync(Actor actor, string setId, EvaluationSubject subject, CancellationToken cancellation)
    {
        if (actor != Actor.Jobs && !actor.May(Permissions.ModelsConfigure))
        {
            return new StartEvaluationOutcome.Forbidden(new NotAllowed(Permissions.ModelsConfigure));
        }

        if (shelf.Find(setId) is not { } set)
        {
            return new StartEvaluationOutcome.NoSuchSet();
        }

        var recorded = subject is EvaluationSubject.Recorded { Of: var of } ? await recordings.FindAsync(of, set, cancellation) : null;
        if (subject is EvaluationSubject.Recorded && recorded is null)
        {
            return new StartEvaluationOutcome.NotRecorded();
        }

        if (Interlocked.Exchange(ref _isBusy, 1) == 1)
        {
            return new StartEvaluationOutcome.Busy();
        }

        var setup = subject is EvaluationSubject.Models models ? models.Setup : recorded is null ? "" : RecordedRuns.SetupOf(recorded);
        EvaluationRun run;
        try
        {
            run = await store.BeginAsync(actor, set, subject, setup, cancellation);
        }
        catch
        {
            Volatile.Write(ref _isBusy, 0);
            throw;
        }

        _running[run.Id] = new CancellationTokenSource();
        _ = WorkAsync(run.Id, set, subject, recorded, _running[run.Id].Token);
        return new StartEvaluationOutcome.Started(run);
    }

    /// <summary>Ends a running evaluation after the case that it is at.</summary>
    public void Cancel(Actor actor, Guid runId)
    {
        if (actor.May(Permissions.ModelsConfigure) && _running.TryGetValue(runId, out var running))
        {
            running.Cancel();
        }
    }

    public void Dispose()
    {
        _isClosing = true;
        foreach (var running in _running.Values)
        {
            running.Cancel();
            running.Dispose();
        }
    }

    [SuppressMessage("Design", "CA1031", Justification = "The job loop: a bug in preparation ends the evaluation, not the process.")]
    private async Task WorkAsync(Guid runId, EvaluationSet set, EvaluationSubject subject, EvaluationRun? recorded, CancellationToken cancellation)
    {
        var state = EvaluationState.Cancelled;
        try
        {
            await Task.Yield();
            await JudgeAllAsync(runId, set, subject, recorded, cancellation);
            state = EvaluationState.Finished;
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            state = _isClosing ? EvaluationState.Abandoned : EvaluationState.Cancelled;
        }
        catch (Exception fault)
        {
            log.LogError(fault, "The evaluation {Run} of {Set} stopped.", runId, set.Id);
        }

        if (_running.TryRemove(runId, out var ended))
        {
            ended.Dispose();
        }

        // Whoever hears of the end may start the next at once.
        Volatile.Write(ref _isBusy, 0);
        await store.EndAsync(runId, state, CancellationToken.None);
    }

    private async Task JudgeAllAsync(Guid runId, EvaluationSet set, EvaluationSubject subject, EvaluationRun? recorded, CancellationToken cancellation)
    {
        var system = set.Scan["system"]?.GetValue<string>() ?? "";
        var connector = await house.Connectors.FindAsync(system, cancellation) ?? throw new InvalidOperationException($"The system {system} is not connected.");
        var records = new DemoRecords(connector, set.Scan);
        var answers = recorded is null ? null : await recordings.OpenAsync(recorded, cancellation);
        var tally = new AnswerTally();
        var way = subject is EvaluationSubject.Models models ? ask.Only(models.Provider, tally) : answers is null ? null : ask.From(answers);
        await using var room = await EvaluationRoom.OpenAsync(house, way, cancellation);
        for (var number = 1; number <= set.Cases.Count; number++)
        {
            cancellation.ThrowIfCancellationRequested();
            answers?.Turn(number);
            await JudgeAsync(new Sitting(runId, records, room, answers, tally), number, set.Cases[number - 1], cancellation);
        }
    }

    private async Task JudgeAsync(Sitting sitting, int number, EvaluationCase one, CancellationToken cancellation)
    {
        var (runId, records, room, answers, tally) = sitting;
        if (await records.PickAsync(one.Pick, cancellation) is not { } picked)
        {
            await AddAsync(runId, number, one, new Judgement(false, false, 0, one.Actions.Count, false, $"no record fits: {one.Pick}"), new Prepared(null, [], 0, false, 0), 0, cancellation);
            return;
        }

        var (caseId, prepared, took) = await room.PrepareAsync(one.Channel, FeelTemplate.Render(one.Subject, picked), FeelTemplate.Render(one.Body, picked), cancellation);
        var (tokens, cost) = await store.ReadUseAsync(caseId, cancellation);
        prepared = prepared with { RoomCaseId = caseId, Tokens = tokens, Cost = cost };
        var judged = EvaluationJudge.Judge(one, picked, prepared);
        judged = tally.WhyUnanswered(caseId) is { } why ? judged with { IsRight = false, Complaint = With($"nothing was answered, the playbook prepared it: {why}", judged.Complaint) } : judged;
        judged = answers is null ? judged : judged with { Complaint = With([.. answers.Gaps, judged.Complaint]) };
        await AddAsync(runId, number, one, judged, prepared, took, cancellation);
    }

    private static string With(params IEnumerable<string> complaints) => string.Join("; ", complaints.Where(complaint => complaint.Length > 0));

    private Task AddAsync(Guid runId, int number, EvaluationCase one, Judgement judged, Prepared prepared, double took, CancellationToken cancellation)
    {
        var result = new EvaluationResult
        {
            RunId = runId,
            Number = number,
            RoomCaseId = prepared.RoomCaseId,
            Name = one.Name,
            IsRight = judged.IsRight,
            WrongWrites = judged.WrongWrites,
            Complaint = judged.Complaint,
            Took = (long)Math.Ceiling(took),
            Cost = prepared.Cost,
        };
        return store.AddAsync(runId, result, run => Count(run, judged, prepared, result.Took), cancellation);
    }

    private static void Count(EvaluationRun run, Judgement judged, Prepared prepared, long took)
    {
        run.Right += judged.IsRight ? 1 : 0;
        run.TypesRight += judged.TypeIsRight ? 1 : 0;
        run.WrongWrites += judged.WrongWrites;
        run.Missed += judged.Missed;
        run.Denied += prepared.Denied;
        run.AskedInVain += judged.AskedInVain ? 1 : 0;
        run.Unsupported += prepared.Unsupported;
        run.Tokens += prepared.Tokens;
        run.Cost += prepared.Cost;
        run.Took += took;
    }

    /// <summary>What stays the same from case to case of a run.</summary>
    private sealed record Sitting(Guid RunId, DemoRecords Records, EvaluationRoom Room, RecordedAnswers? Answers, AnswerTally Tally);
}
