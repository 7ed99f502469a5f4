using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using OpsConsole.Core.Audit;
using OpsConsole.Core.Connectors.Channels;
using OpsConsole.Core.Foundation.Storage;
using OpsConsole.Core.Foundation.Time;
using OpsConsole.Core.Identity;

namespace OpsConsole.Core.Cases.Replying;

/// <summary>A reply as a person wants it sent, with what that person saw.</summary>
/// <param name="Key">Made by the sender; the same key again changes nothing.</param>
/// <param name="SeenVersion">The version of the case on screen; a later one is refused.</param>
/// <param name="Seen">The messages from and to the customer on screen. When there are others now, the reply comes back to be confirmed.</param>
/// <param name="Unsupported">The sentences that nothing supports and that the sender says yes to.</param>
public sealed record ReplyToSend(
    Guid Key, int SeenVersion, SeenThread Seen, string Channel, string To, string Text, IReadOnlyList<string> Unsupported);

/// <summary>What somebody knows of a case's conversation: how many messages went to and fro, and which came in last, whenever it was written.</summary>
public sealed record SeenThread(int Messages, Guid? Newest)
{
    public static SeenThread Of(IEnumerable<CaseMessage> messages)
    {
        var ids = messages.Where(message => message.Kind != MessageKind.Note).Select(message => message.Id).ToList();
        return new SeenThread(ids.Count, ids.Count == 0 ? null : ids.Max());
    }
}

/// <summary>How <see cref="SendReply"/> ended.</summary>
public abstract record SendReplyOutcome
{
    private SendReplyOutcome()
    {
    }

    /// <summary>It stands in the thread and will be carried out.</summary>
    public sealed record Queued(Guid MessageId) : SendReplyOutcome;

    /// <summary>It was sent under this key before; nothing was changed.</summary>
    public sealed record Known(Guid MessageId) : SendReplyOutcome;

    /// <summary>Nothing was sent.</summary>
    public sealed record Refused(CaseError Error) : SendReplyOutcome;
}

/// <summary>
/// A person sends a reply. It is stored in the thread and queued in one transaction; a job carries it out. Nothing else sends anything to a
/// customer.
/// </summary>
public sealed class SendReply(OpsDatabase database, IAuditLog audit, TimeProvider clock)
{
    public const int Most = 20_000;

    public Task<SendReplyOutcome> SendAsync(Actor actor, Guid caseId, ReplyToSend reply, CancellationToken cancellation) => database.WriteAsync(
        async db =>
        {
            var @case = actor.Kind == ActorKind.Person && actor.May(Permissions.CasesWork) ? await db.Set<Case>().SingleOrDefaultAsync(row => row.Id == caseId, cancellation) : null;
            var known = @case is null ? null : await db.Set<ReplyDelivery>().AsNoTracking().SingleOrDefaultAsync(row => row.CaseId == caseId && row.Key == reply.Key, cancellation);
            if (known is not null)
            {
                return (SendReplyOutcome)new SendReplyOutcome.Known(known.MessageId);
            }

            var connector = @case is null ? null : await ChannelDirectory.FindRouteAsync(db, reply.Channel, cancellation);
            var messages = await db.Set<CaseMessage>().AsNoTracking().Where(row => row.CaseId == caseId).OrderBy(row => row.At).ThenBy(row => row.Id).ToListAsync(cancellation);
            SendReplyOutcome outcome = Refuse(actor, @case, connector, messages, reply) is { } error
                ? new SendReplyOutcome.Refused(error)
                : Queue(db, actor, @case!, connector!, messages, reply);
            await audit.AppendAsync(db, Entry(actor, caseId, reply, outcome, @case?.Id), cancellation);
            return outcome;
        },
        cancellation);

    private static CaseError? Refuse(Actor actor, Case? @case, ChannelConnector? connector, IReadOnlyList<CaseMessage> messages, ReplyToSend reply)
    {
        if (actor.Kind != ActorKind.Person || !actor.May(Permissions.CasesWork))
        {
            return new CaseError.Forbidden(new NotAllowed(Permissions.CasesWork));
        }

        var problems = ReplyAddress.Problems(connector, reply);
        return @case is null ? new CaseError.NotFound()
            : @case.Stage == CaseStage.Closed ? new CaseError.Resolved()
            : reply.SeenVersion > @case.Version ? new CaseError.Stale(reply.SeenVersion, @case.Version)
            : connector is null ? new CaseError.NoConnector(reply.Channel)
            : problems.Count > 0 ? new CaseError.Invalid(problems)
            : SeenThread.Of(messages) != reply.Seen && Newest(messages) is { } newer ? new CaseError.NewerMessage(newer.Id, newer.Author, newer.At, newer.Kind)
            : ReplyCheck.Of(@case)?.In(reply.Text).Except(reply.Unsupported, StringComparer.Ordinal).ToList() is { Count: > 0 } unsupported ? new CaseError.Unsupported(unsupported)
            : null;
    }

    private static CaseMessage? Newest(IReadOnlyList<CaseMessage> messages) => messages.Where(message => message.Kind != MessageKind.Note).MaxBy(message => message.Id);

    private SendReplyOutcome.Queued Queue(OpsDbContext db, Actor actor, Case @case, ChannelConnector connector, IReadOnlyList<CaseMessage> messages, ReplyToSend reply)
    {
        var (now, id) = (clock.GetUtcNow(), Ids.New(clock));
        var settings = ChannelSettings.FromJson(connector.SettingsJson);
        var thread = ReplyThread.Of(@case, messages, reply.Channel);
        var reference = OutgoingMessage.RefOf(id, settings.FromAddress);
        db.Add(new CaseMessage
        {
            Id = id,
            CaseId = @case.Id,
            Kind = MessageKind.Outbound,
            Channel = ChannelNames.Of(reply.Channel),
            Author = actor.Name,
            Body = settings.Signature.Length == 0 ? reply.Text.Trim() : $"{reply.Text.Trim()}\n\n{settings.Signature}",
            At = now,
            MessageRef = reference,
            ThreadRef = thread.ThreadRef,
            Address = reply.To.Trim(),
        });
        db.Add(new ReplyDelivery
        {
            MessageId = id,
            CaseId = @case.Id,
            CaseNumber = @case.Number,
            Key = reply.Key,
            ConnectorId = connector.Id,
            Channel = ChannelNames.Of(reply.Channel),
            To = reply.To.Trim(),
            Subject = thread.Subject,
            MessageRef = reference,
            InReplyTo = thread.InReplyTo,
            ReferencesJson = thread.ReferencesJson,
            ThreadRef = thread.ThreadRef,
            State = DeliveryState.Queued,
            DueAt = now,
            QueuedById = actor.Id,
            QueuedByName = actor.Name,
            QueuedAt = now,
            UpdatedAt = now,
            Version = 1,
        });
        (@case.Draft, @case.DraftCheckJson, @case.DraftLanguage, @case.ReplyCheckJson) = ("", "", "", null);
        @case.Version++;
        @case.UpdatedAt = now;
        db.Announce("case", @case.Id);
        db.Announce(DeliveryLedger.Topic, id);
        return new SendReplyOutcome.Queued(id);
    }

    private static AuditEntry Entry(Actor actor, Guid caseId, ReplyToSend reply, SendReplyOutcome outcome, Guid? known)
    {
        var details = new JsonObject
        {
            ["channel"] = reply.Channel,
            ["to"] = reply.To,
            ["characters"] = reply.Text.Length,
            ["seen_version"] = reply.SeenVersion,
            ["seen_message"] = reply.Seen.Newest?.ToString(),
            ["unsupported_confirmed"] = reply.Unsupported.Count,
        };
        details["message"] = (outcome as SendReplyOutcome.Queued)?.MessageId.ToString();
        details["refusal"] = (outcome as SendReplyOutcome.Refused)?.Error.GetType().Name;
        return new AuditEntry(actor, "reply.queued", $"case/{caseId}", outcome is SendReplyOutcome.Queued ? "ok" : "refused", details, known);
    }
}
