using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using OpsConsole.Core.Audit;
using OpsConsole.Core.Cases.Preparing;
using OpsConsole.Core.Foundation.Storage;
using OpsConsole.Core.Foundation.Time;
using OpsConsole.Core.Identity;

namespace OpsConsole.Core.Cases.Opening;

/// <summary>How <see cref="OpenCase"/> ended.</summary>
public abstract record OpenCaseOutcome
{
    private OpenCaseOutcome()
    {
    }

    /// <summary>The case is open and will be prepared.</summary>
    public sealed record Opened(Guid CaseId, long Number) : OpenCaseOutcome;

    /// <summary>The same request, or the same external id of the same source, opened this case before; nothing was changed.</summary>
    public sealed record Known(Guid CaseId, long Number) : OpenCaseOutcome;

    /// <summary>The message answers one that a case knows, and stands in that case's thread now; no case was opened.</summary>
    public sealed record Joined(Guid CaseId, long Number, Guid MessageId) : OpenCaseOutcome;

    /// <summary>Nothing was opened.</summary>
    public sealed record Refused(CaseError Error) : OpenCaseOutcome;
}

/// <summary>Makes a case of a message; used by REST, form, file and demo alike. Handing the same thing in twice opens one case,
/// and an answer to what a case knows opens none.</summary>
public sealed class OpenCase(OpsDatabase database, AddMessage addMessage, IAuditLog audit, TimeProvider clock)
{
    private const long FirstNumber = 1001;

    public async Task<OpenCaseOutcome> OpenAsync(Actor actor, NewCase request, IntakeKey? key, CancellationToken cancellation)
    {
        if (Refuse(actor, request) is { } error)
        {
            await audit.AppendAsync(Entry(actor, "case.refused", "case", "refused", request), cancellation);
            return new OpenCaseOutcome.Refused(error);
        }

        return await database.WriteAsync(db => OpenAsync(db, actor, request, key, cancellation), cancellation);
    }

    /// <summary>Opens within the caller's write transaction; the caller has checked authority and problems.</summary>
    internal async Task<OpenCaseOutcome> OpenAsync(OpsDbContext db, Actor actor, NewCase request, IntakeKey? key, CancellationToken cancellation)
    {
        if (key is not null && await key.FindAsync(db, request.Source, cancellation) is { } before)
        {
            return before.Digest == key.Digest
                ? new OpenCaseOutcome.Known(before.CaseId, before.CaseNumber)
                : new OpenCaseOutcome.Refused(new CaseError.KeyReused(key.Key));
        }

        if (await FindAsync(db, request, cancellation) is { } known)
        {
            return known;
        }

        if (await FindThread.FindAsync(db, actor, request, cancellation) is { } thread)
        {
            return await JoinAsync(db, actor, thread, request, key, cancellation);
        }

        var @case = await AddAsync(db, request, key, cancellation);
        await audit.AppendAsync(db, Entry(actor, "case.opened", $"case/{@case.Id}", "ok", request, @case), cancellation);
        db.Announce("case", @case.Id);
        db.Announce(PreparationLeases.Topic, @case.Id);
        return new OpenCaseOutcome.Opened(@case.Id, @case.Number);
    }

    private async Task<OpenCaseOutcome> JoinAsync(OpsDbContext db, Actor actor, Case thread, NewCase request, IntakeKey? key, CancellationToken cancellation)
    {
        var message = new NewMessage
        {
            Kind = MessageKind.Inbound,
            Channel = request.Channel,
            Body = request.Body,
            Author = request.CustomerName,
            ExternalId = request.ExternalId,
            ReceivedAt = request.ReceivedAt,
            Thread = request.Thread,
            Files = request.Files,
        };
        switch (await addMessage.AddAsync(db, actor, thread, message, key, cancellation))
        {
            case AddMessageOutcome.Added(var caseId, var number, var messageId):
                await audit.AppendAsync(db, Entry(actor, "case.message-joined", $"case/{caseId}", "ok", request, thread), cancellation);
                return new OpenCaseOutcome.Joined(caseId, number, messageId);
            case AddMessageOutcome.Known(var caseId, var number, _):
                return new OpenCaseOutcome.Known(caseId, number);
            case AddMessageOutcome.Refused(var error):
                return new OpenCaseOutcome.Refused(error);
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    private static CaseError? Refuse(Actor actor, NewCase request) =>
        !actor.May(Permissions.CasesSubmit) ? new CaseError.Forbidden(new NotAllowed(Permissions.CasesSubmit))
        : request.Problems() is { Count: > 0 } problems ? new CaseError.Invalid(problems)
        : null;

    private static async Task<OpenCaseOutcome?> FindAsync(OpsDbContext db, NewCase request, CancellationToken cancellation)
    {
        if (request.ExternalId is null)
        {
            return null;
        }

        var found = await db.Set<Case>().AsNoTracking()
            .Where(row => row.Source == request.Source && row.ExternalId == request.ExternalId)
            .Select(row => new { row.Id, row.Number })
            .SingleOrDefaultAsync(cancellation);
        return found is null ? null : new OpenCaseOutcome.Known(found.Id, found.Number);
    }

    private async Task<Case> AddAsync(OpsDbContext db, NewCase request, IntakeKey? key, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var received = request.ReceivedAt is { } at && at < now ? at.ToUniversalTime() : now;
        var last = await db.Set<Case>().MaxAsync(row => (long?)row.Number, cancellation);
        var @case = new Case
        {
            Id = Ids.New(clock),
            Number = last + 1 ?? FirstNumber,
            Subject = request.Subject.Trim(),
            Stage = CaseStage.Open,
            Channel = request.Channel.Trim(),
            Source = request.Source,
            ExternalId = request.ExternalId,
            CustomerHint = request.CustomerHint,
            CustomerName = request.CustomerName,
            OpenedAt = received,
            UpdatedAt = now,
            UrgentAt = received + CaseClock.UntypedWithin,
            PrepareAt = now,
        };
        var message = new CaseMessage
        {
            Id = Ids.New(clock),
            CaseId = @case.Id,
            Kind = MessageKind.Inbound,
            Channel = @case.Channel,
            Author = request.CustomerName ?? "Customer",
            Body = request.Body,
            At = received,
            ExternalId = request.ExternalId,
            MessageRef = request.Thread.Own,
            ThreadRef = request.Thread.ThreadId?.Trim(),
            Address = request.Thread.From?.Trim(),
            Files = FileNames.Join(request.Files),
        };
        db.Add(@case);
        await db.SaveChangesAsync(cancellation);
        db.Add(message);
        key?.Remember(db, request.Source, @case, message.Id, now);
        await db.SaveChangesAsync(cancellation);
        return @case;
    }

    private static AuditEntry Entry(Actor actor, string name, string subject, string outcome, NewCase request, Case? @case = null) =>
        new(actor, name, subject, outcome, new JsonObject
        {
            ["number"] = @case?.Number,
            ["subject"] = request.Subject,
            ["channel"] = request.Channel,
            ["source"] = request.Source,
            ["external_id"] = request.ExternalId,
        }, @case?.Id);
}
