using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using OpsConsole.Core.Audit;
using OpsConsole.Core.Foundation.Storage;
using OpsConsole.Core.Foundation.Time;
using OpsConsole.Core.Identity;
using OpsConsole.Core.Models.Recording;

namespace OpsConsole.Core.Preparation.Evaluating;

/// <summary>Keeps evaluations and what came of each case.</summary>
public sealed class EvaluationStore(OpsDatabase database, IAuditLog audit, TimeProvider clock)
{
    /// <summary>Announced with the run's id whenever a case was judged or the run ended.</summary>
    public const string Topic = "evaluation";

    /// <param name="setup">See <see cref="EvaluationRun.Setup"/>.</param>
    internal Task<EvaluationRun> BeginAsync(Actor actor, EvaluationSet set, EvaluationSubject subject, string setup, CancellationToken cancellation) => database.WriteAsync(
        async db =>
        {
            var run = new EvaluationRun
            {
                Id = Ids.New(clock),
                SetId = set.Id,
                SetDigest = set.Digest,
                Subject = subject.Name,
                Setup = setup,
                StartedBy = actor.Name,
                StartedAt = clock.GetUtcNow(),
                State = EvaluationState.Running,
                Total = set.Cases.Count,
            };
            db.Add(run);
            var details = new JsonObject { ["set"] = set.Id, ["subject"] = subject.Name, ["setup"] = run.Setup };
            await audit.AppendAsync(db, new AuditEntry(actor, "evaluation.started", $"evaluation/{run.Id}", "ok", details), cancellation);
            db.Announce(Topic, run.Id);
            return run;
        },
        cancellation);

    internal Task AddAsync(Guid runId, EvaluationResult result, Action<EvaluationRun> count, CancellationToken cancellation) => database.WriteAsync(
        async db =>
        {
            var run = await db.Set<EvaluationRun>().AsTracking().SingleAsync(row => row.Id == runId, cancellation);
            run.Done++;
            count(run);
            db.Add(result);
            db.Announce(Topic, runId);
        },
        cancellation);

    internal Task EndAsync(Guid runId, EvaluationState state, CancellationToken cancellation) => database.WriteAsync(
        async db =>
        {
            var run = await db.Set<EvaluationRun>().AsTracking().SingleAsync(row => row.Id == runId, cancellation);
            run.State = state;
            run.EndedAt = clock.GetUtcNow();
            db.Announce(Topic, runId);
        },
        cancellation);

    /// <summary>Ends the runs that a process left behind when it ended; asked at the start, when none can be under way.</summary>
    public Task EndAbandonedAsync(CancellationToken cancellation) => database.WriteAsync(
        async db =>
        {
            foreach (var run in await db.Set<EvaluationRun>().AsTracking().Where(row => row.State == EvaluationState.Running).ToListAsync(cancellation))
            {
                run.State = EvaluationState.Abandoned;
                run.EndedAt = clock.GetUtcNow();
            }
        },
        cancellation);

    /// <summary>What models read and wrote for a case of a room, and what it cost.</summary>
    internal Task<(long Tokens, long Cost)> ReadUseAsync(Guid roomCaseId, CancellationToken cancellation) => database.ReadAsync(
        async db =>
        {
            var asked = await db.Set<ModelExchange>().Where(row => row.CaseId == roomCaseId).Select(row => new { row.InputTokens, row.OutputTokens, row.Cost }).ToListAsync(cancellation);
            return (asked.Sum(row => row.InputTokens + row.OutputTokens), asked.Sum(row => row.Cost));
        },
        cancellation);

    /// <summary>Which of these cases were prepared in a room, of which nothing is left but what was asked.</summary>
    public Task<HashSet<Guid>> RoomsAmongAsync(IReadOnlyList<Guid> caseIds, CancellationToken cancellation) => database.ReadAsync(
        db => db.Set<EvaluationResult>().Where(row => row.RoomCaseId != null && caseIds.Contains(row.RoomCaseId.Value)).Select(row => row.RoomCaseId!.Value).ToHashSetAsync(cancellation), cancellation);

    /// <summary>The newest runs, newest first.</summary>
    public Task<List<EvaluationRun>> ReadRunsAsync(int most, CancellationToken cancellation) => database.ReadAsync(
        db => db.Set<EvaluationRun>().OrderByDescending(run => run.StartedAt).Take(most).ToListAsync(cancellation), cancellation);

    /// <summary>The cases of a run in their order; those that went wrong first.</summary>
    public Task<List<EvaluationResult>> ReadResultsAsync(Guid runId, CancellationToken cancellation) => database.ReadAsync(
        db => db.Set<EvaluationResult>().Where(row => row.RunId == runId).OrderBy(row => row.IsRight).ThenBy(row => row.Number).ToListAsync(cancellation), cancellation);
}
