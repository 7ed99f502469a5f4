using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using OpsConsole.Core.Audit;
using OpsConsole.Core.Cases.Preparing;
using OpsConsole.Core.Cases.Working;
using OpsConsole.Core.Foundation.Storage;
using OpsConsole.Core.Foundation.Time;
using OpsConsole.Core.Identity;

namespace OpsConsole.Core.Cases.Opening;

/// <summary>How <see cref="AddMessage"/> ended.</summary>
public abstract record AddMessageOutcome
{
    private AddMessageOutcome()
    {
    }

    /// <summary>It stands in the thread.</summary>
    public sealed record Added(Guid CaseId, long Number, Guid MessageId) : AddMessageOutcome;

    /// <summary>It stood there before; nothing was changed.</summary>
    public sealed record Known(Guid CaseId, long Number, Guid MessageId) : AddMessageOutcome;

    /// <summary>Nothing was added.</summary>
    public sealed record Refused(CaseError Error) : AddMessageOutcome;
}

/// <summary>
/// Puts another message into a case's thread. One from the customer runs a waiting clock on, opens a resolved case again, and has the
/// case prepared anew. A service may write only into cases that it opened
/// itself, unless it carries a channel.
/// </summary>
public sealed class AddMessage(OpsDatabase database, IAuditLog audit, TimeProvider clock)
{
    public Task<AddMessageOutcome> AddAsync(Actor actor, Guid caseId, NewMessage message, IntakeKey? key, CancellationToken cancellation) =>
        database.WriteAsync(
            async db =>
            {
                var named = await db.Set<Case>().SingleOrDefaultAsync(row => row.Id == caseId, cancellation);
                var refusal = Refuse(actor, named, message);
                var @case = refusal is null ? await FindThread.FollowAsync(db, named!, cancellation) : named;
                var outcome = refusal is { } error
                    ? new AddMessageOutcome.Refused(error)
                    : await AddAsync(db, actor, @case!, message, key, cancellation);
                if (outcome is not AddMessageOutcome.Known)
                {
                    await audit.AppendAsync(db, Entry(actor, caseId, message, outcome, @case?.Id), cancellation);
                }

                return outcome;
            },
            cancellation);

    private static CaseError? Refuse(Actor actor, Case? @case, NewMessage message)
    {
        if (!actor.May(Permissions.CasesWork) && !actor.May(Permissions.CasesSubmit))
        {
            return new CaseError.Forbidden(new NotAllowed(Permissions.CasesSubmit));
        }

        if (@case is null || (@case.Source != actor.Id && !FindThread.MayReachAny(actor)))
        {
            return new CaseError.NotFound();
        }

        return message.Problems() is { Count: > 0 } problems ? new CaseError.Invalid(problems) : null;
    }

    /// <summary>Adds within the caller's write transaction; the caller has checked authority and problems, and writes the log.</summary>
    internal async Task<AddMessageOutcome> AddAsync(
        OpsDbContext db, Actor actor, Case @case, NewMessage message, IntakeKey? key, CancellationToken cancellation)
    {
        if (key is not null && await key.FindAsync(db, actor.Id, cancellation) is { } before)
        {
            return before.Digest == key.Digest
                ? new AddMessageOutcome.Known(before.CaseId, before.CaseNumber, before.MessageId)
                : new AddMessageOutcome.Refused(new CaseError.KeyReused(key.Key));
        }

        if (message.ExternalId is not null && await FindAsync(db, @case.Id, message.ExternalId, cancellation) is { } known)
        {
            return new AddMessageOutcome.Known(@case.Id, @case.Number, known);
        }

        if (message.Thread.Own is { } name && await db.Set<CaseMessage>()
            .Where(row => row.CaseId == @case.Id && row.MessageRef == name && row.Body == message.Body).Select(row => (Guid?)row.Id).FirstOrDefaultAsync(cancellation) is { } twin)
        {
            return new AddMessageOutcome.Known(@case.Id, @case.Number, twin);
        }

        var now = clock.GetUtcNow();
        var added = Make(@case, message, now);
        db.Add(added);
        key?.Remember(db, actor.Id, @case, added.Id, now);
        if (message.Kind == MessageKind.Inbound)
        {
            CaseClock.Resume(@case, now);
            ReopenCase.Open(@case, now);
        }

        @case.Version++;
        @case.UpdatedAt = now;
        db.Announce("case", @case.Id);
        db.Announce(PreparationLeases.Topic, @case.Id);
        return new AddMessageOutcome.Added(@case.Id, @case.Number, added.Id);
    }

    private static async Task<Guid?> FindAsync(OpsDbContext db, Guid caseId, string externalId, CancellationToken cancellation) =>
        await db.Set<CaseMessage>().Where(row => row.CaseId == caseId && row.ExternalId == externalId).Select(row => (Guid?)row.Id).FirstOrDefaultAsync(cancellation);

    private CaseMessage Make(Case @case, NewMessage message, DateTimeOffset now) => new()
    {
        Id = Ids.New(clock),
        CaseId = @case.Id,
        Kind = message.Kind,
        Channel = message.Channel.Trim(),
        Author = message.Author ?? @case.CustomerName ?? "Customer",
        Body = message.Body,
        At = message.ReceivedAt is { } at && at < now ? at.ToUniversalTime() : now,
        ExternalId = message.ExternalId,
        MessageRef = message.Thread.Own,
        ThreadRef = message.Thread.ThreadId?.Trim(),
        Address = message.Thread.From?.Trim(),
        Files = FileNames.Join(message.Files),
    };

    private static AuditEntry Entry(Actor actor, Guid caseId, NewMessage message, AddMessageOutcome outcome, Guid? known) => new(
        actor,
        "case.message-added",
        $"case/{caseId}",
        outcome is AddMessageOutcome.Added ? "ok" : "refused",
        new JsonObject { ["kind"] = message.Kind.ToString(), ["channel"] = message.Channel, ["external_id"] = message.ExternalId },
        known);
}
