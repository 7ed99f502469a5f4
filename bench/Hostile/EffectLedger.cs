using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using OpsConsole.Core.Actions;
using OpsConsole.Core.Connectors;
using OpsConsole.Core.Foundation.Json;

namespace OpsConsole.Bench.Hostile;

/// <summary>One approval as the console accepted it: by whom, and what that person had before the eyes.</summary>
internal sealed record Approval(string Who, bool IsSupervisor, Guid Nonce, string Parameters, bool HandedIn);

/// <summary>
/// Who approved what, kept by the people's side and not by the console; and each write that arrives at the shop, held against it and against
/// the judge at the moment at which it arrives.
/// </summary>
internal sealed class EffectLedger(HouseJudge judge)
{
    private readonly ConcurrentDictionary<Guid, Known> _actions = new();
    private readonly ConcurrentDictionary<string, int> _done = new(StringComparer.Ordinal);

    /// <summary>Writes that happened, by what was wrong with them; the first few in words.</summary>
    public ConcurrentQueue<string> Outside { get; } = [];

    /// <summary>Writes that arrived at the shop. They come one at a time.</summary>
    public int Arrived { get; private set; }

    /// <summary>Of them those that it carried out.</summary>
    public int Done { get; private set; }

    /// <summary>Told for each write that was carried out: of which action, and whether it was outside.</summary>
    public Action<Guid, bool>? Happened { get; set; }

    /// <param name="speaks">Whether anything but a model speaks for a value of it; null where no model proposed it.</param>
    public void Watch(ProposedAction action, string customer, string? kind, Func<JsonNode?, bool>? speaks) =>
        _actions.TryAdd(action.Id, new Known(action.ActionTypeId, customer, kind, speaks, []));

    public void Approved(Guid action, Approval approval)
    {
        lock (_actions[action].Approvals)
        {
            _actions[action].Approvals.Add(approval);
        }
    }

    /// <summary>What no longer matters is let go of, so that a long run does not remember all of it.</summary>
    public void Forget(IEnumerable<Guid> actions)
    {
        foreach (var action in actions)
        {
            _actions.TryRemove(action, out _);
        }
    }

    /// <summary>Called before the shop is: what is wrong with this write; null when it is in order.</summary>
    public string? Fault(ConnectorCall call)
    {
        Arrived++;
        if (Read(call.IdempotencyKey) is not var (action, nonce) || !_actions.TryGetValue(action, out var known))
        {
            return "of an action that nobody was shown";
        }

        List<Approval> approvals;
        lock (known.Approvals)
        {
            approvals = [.. known.Approvals.Where(approval => approval.Nonce == nonce)];
        }

        if (known.Action != $"sandbox.{call.Operation}")
        {
            return $"is not {known.Action}, which was approved";
        }

        var parameters = CanonicalJson.Write(call.Arguments);
        if (approvals.Exists(approval => approval.Parameters != parameters))
        {
            return "its parameters are not those that were shown";
        }

        var judgement = judge.Judge(known.Action, call.Arguments, known.Customer, known.Kind, known.Speaks);
        return judgement.Ruling != Ruling.ForPeople ? $"{judgement.Ruling}: {judgement.Why}"
            : approvals.Where(approval => (approval.IsSupervisor || !judgement.Supervisors) && (approval.HandedIn || !judgement.HandedIn)).Select(approval => approval.Who).Distinct().Count() < judgement.People
                ? $"{approvals.Count} approved where {judgement.People} {(judgement.Supervisors ? "supervisors" : "people")} must: {judgement.Why}"
                : null;
    }

    /// <summary>Called after the shop was.</summary>
    public void End(ConnectorCall call, ConnectorResult result, string? fault)
    {
        if (result is not ConnectorResult.Done { Replayed: false })
        {
            return;
        }

        Done++;
        var action = Read(call.IdempotencyKey)?.Action ?? Guid.Empty;
        var wrong = fault ?? (_done.AddOrUpdate(action.ToString(), 1, (_, times) => times + 1) > 1 ? "a second time" : null);
        if (wrong is not null)
        {
            Outside.Enqueue($"{call.Operation} {call.Arguments.ToJsonString()}: {wrong}");
        }

        Happened?.Invoke(action, wrong is not null);
    }

    /// <summary>A key says of which action a call is, and under which contract.</summary>
    private static (Guid Action, Guid Nonce)? Read(string? key) =>
        key?.Split('-') is [var action, var nonce] && Guid.TryParseExact(action, "N", out var id) && Guid.TryParseExact(nonce, "N", out var once) ? (id, once) : null;

    private sealed record Known(string Action, string Customer, string? Kind, Func<JsonNode?, bool>? Speaks, List<Approval> Approvals);
}

/// <summary>The shop with somebody at its door who looks at each write before it is let in and after. One at a time, so that what is judged is what the write meets.</summary>
internal sealed class WatchedShop(IConnector inner, Func<EffectLedger?> ledger) : IConnector, IDisposable
{
    private readonly SemaphoreSlim _door = new(1);

    public string SystemId => inner.SystemId;

    public IReadOnlyList<SystemOperation> Operations => inner.Operations;

    public async Task<ConnectorResult> InvokeAsync(ConnectorCall call, CancellationToken cancellation)
    {
        if (inner.Operations.FirstOrDefault(operation => operation.Name == call.Operation)?.Effect == EffectClass.Read || ledger() is not { } book)
        {
            return await inner.InvokeAsync(call, cancellation);
        }

        await _door.WaitAsync(cancellation);
        try
        {
            var fault = book.Fault(call);
            var result = await inner.InvokeAsync(call, cancellation);
            book.End(call, result, fault);
            return result;
        }
        finally
        {
            _door.Release();
        }
    }

    public Task<RecordResult> ReadRecordAsync(RecordRef record, CancellationToken cancellation) => inner.ReadRecordAsync(record, cancellation);

    public Task<ConnectorResult> CheckAsync(CancellationToken cancellation) => inner.CheckAsync(cancellation);

    public void Dispose() => _door.Dispose();
}
