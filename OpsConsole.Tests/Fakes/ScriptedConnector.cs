using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json.Nodes;
using OpsConsole.Core.Connectors;

namespace OpsConsole.Tests.Fakes;

/// <summary>
/// A small system named <c>desk</c> with tickets, whose operation <c>set_status</c> changes one and writes an effect down. A test scripts
/// how calls end. It honours idempotency keys, as far as it is given any.
/// </summary>
public sealed class ScriptedConnector : IConnector
{
    private readonly ConcurrentDictionary<string, (JsonObject Body, int Version)> _tickets = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, ConnectorResult> _answers = new(StringComparer.Ordinal);
    private readonly Lock _one = new();

    public string SystemId => "desk";

    /// <summary>How the next calls end; when it is empty, calls are done.</summary>
    public ConcurrentQueue<Reply> Script { get; } = [];

    /// <summary>Every call that arrived.</summary>
    public ConcurrentQueue<ConnectorCall> Calls { get; } = [];

    /// <summary>Every change that happened: ticket and status.</summary>
    public ConcurrentQueue<(string Ticket, string Status)> Effects { get; } = [];

    /// <summary>While set, records cannot be read.</summary>
    public bool IsUnreadable { get; set; }

    /// <summary>While set, records read as they were at first.</summary>
    public bool IsStale { get; set; }

    /// <summary>Runs inside each call, before its effect.</summary>
    public Func<Task> During { get; set; } = () => Task.CompletedTask;

    public ConnectorCall LastCall => Calls.Last();

    /// <summary>Puts a ticket there or changes it behind everyone's back.</summary>
    public void Put(string id, string status, string note = "")
    {
        var version = _tickets.TryGetValue(id, out var known) ? known.Version + 1 : 1;
        _tickets[id] = (new JsonObject { ["id"] = id, ["status"] = status, ["note"] = note }, version);
    }

    public void Remove(string id) => _tickets.TryRemove(id, out _);

    public async Task<ConnectorResult> InvokeAsync(ConnectorCall call, CancellationToken cancellation)
    {
        Calls.Enqueue(call);
        await During();
        if (call.IdempotencyKey is { } key && _answers.TryGetValue(key, out var before))
        {
            return before is ConnectorResult.Done done ? done with { Replayed = true } : before;
        }

        var reply = Script.TryDequeue(out var scripted) ? scripted : Reply.Done;
        return reply switch
        {
            Reply.Done => Effect(call),
            Reply.Refused => Remember(call, new ConnectorResult.Refused("ticket_closed", "The ticket is closed.")),
            Reply.Unavailable => new ConnectorResult.Unavailable("desk is down."),
            Reply.LostBefore => new ConnectorResult.Unknown("The connection broke."),
            Reply.LostAfter => LoseAnswer(call),
            Reply.Hang => await HangAsync(cancellation),
            _ => throw new InvalidOperationException("Unscripted reply."),
        };
    }

    public Task<RecordResult> ReadRecordAsync(RecordRef record, CancellationToken cancellation) => Task.FromResult<RecordResult>(
        IsUnreadable ? new RecordResult.Unavailable("desk is down.")
        : !_tickets.TryGetValue(record.Id, out var ticket) ? new RecordResult.NotFound()
        : new RecordResult.Found(new SystemRecord(
            record,
            ticket.Version.ToString(CultureInfo.InvariantCulture),
            DateTimeOffset.UnixEpoch,
            IsStale ? new JsonObject { ["id"] = record.Id, ["status"] = "open", ["note"] = "" } : (JsonObject)ticket.Body.DeepClone())));

    public Task<ConnectorResult> CheckAsync(CancellationToken cancellation) => Task.FromResult<ConnectorResult>(new ConnectorResult.Done(null));

    private ConnectorResult Effect(ConnectorCall call)
    {
        lock (_one)
        {
            var (id, status) = ((string)call.Arguments["id"]!, (string)call.Arguments["status"]!);
            Put(id, status);
            Effects.Enqueue((id, status));
            return Remember(call, new ConnectorResult.Done(_tickets[id].Body.DeepClone(), $"effect-{Effects.Count}"));
        }
    }

    private ConnectorResult.Unknown LoseAnswer(ConnectorCall call)
    {
        Effect(call);
        return new ConnectorResult.Unknown("The connection broke after the request was sent.");
    }

    private static async Task<ConnectorResult> HangAsync(CancellationToken cancellation)
    {
        await Task.Delay(Timeout.Infinite, cancellation);
        throw new InvalidOperationException("It hangs until cancelled.");
    }

    private ConnectorResult Remember(ConnectorCall call, ConnectorResult result)
    {
        if (call.IdempotencyKey is { } key)
        {
            _answers[key] = result;
        }

        return result;
    }
}

/// <summary>How a scripted call ends.</summary>
public enum Reply
{
    /// <summary>The effect happens and is acknowledged.</summary>
    Done,

    /// <summary>The other side says no.</summary>
    Refused,

    /// <summary>Nothing arrived.</summary>
    Unavailable,

    /// <summary>Nobody knows; there was no effect.</summary>
    LostBefore,

    /// <summary>Nobody knows; there was an effect.</summary>
    LostAfter,

    /// <summary>No answer until the caller gives up.</summary>
    Hang,
}
