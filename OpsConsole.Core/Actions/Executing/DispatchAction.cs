using System.Text.Json.Nodes;
using OpsConsole.Core.Connectors;
using OpsConsole.Core.Foundation.Failpoints;
using OpsConsole.Core.Foundation.Json;

namespace OpsConsole.Core.Actions.Executing;

/// <summary>
/// Carries one claimed action out: the contract is checked against what is read now, the intent is committed, then the system is called,
/// outside any transaction, and the outcome is committed if the claim still holds. A crash at any point leaves rows from which
/// <see cref="ClaimActions"/> knows how to go on; each boundary is a failpoint.
/// </summary>
public sealed class DispatchAction(RecheckContract recheck, RecordReturn returns, RecordRun runs, IConnectorDirectory connectors, ExecutionOptions options)
{
    public async Task RunAsync(Claim claim, CancellationToken cancellation)
    {
        await Failpoint.PassAsync("after-claim");
        var check = await recheck.CheckAsync(claim.ActionId, cancellation);
        await Failpoint.PassAsync("after-check");
        if (check is CheckOutcome.Holds holds)
        {
            await CallAsync(claim, holds.Fresh.Type, CanonicalJson.Write(holds.Fresh.Context.Values), holds.Note, cancellation);
        }
        else
        {
            await returns.RecordAsync(claim, check, cancellation);
        }
    }

    /// <summary>Intent, call, outcome. Once the intent is committed the process's own stopping no longer interrupts: the call has a time limit.</summary>
    internal async Task CallAsync(Claim claim, ActionType type, string beforeJson, string note, CancellationToken cancellation)
    {
        if (await runs.IntendAsync(claim, beforeJson, note, cancellation) is not { } intent)
        {
            return;
        }

        await Failpoint.PassAsync("after-intent");
        var result = await InvokeAsync(type, intent);
        await Failpoint.PassAsync("after-call");
        await runs.EndAsync(claim, intent.RunId, result, CancellationToken.None);
        await Failpoint.PassAsync("after-outcome");
    }

    private async Task<ConnectorResult> InvokeAsync(ActionType type, Intent intent)
    {
        if (await connectors.FindAsync(type.System, CancellationToken.None) is not { } connector)
        {
            return new ConnectorResult.Unavailable($"No system “{type.System}” is connected.");
        }

        using var limit = new CancellationTokenSource(options.CallTimeout);
        try
        {
            var key = type.Idempotency == IdempotencySupport.NativeKey ? intent.IdempotencyKey : null;
            return await connector.InvokeAsync(new ConnectorCall(type.Operation, intent.Parameters, key), limit.Token);
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested)
        {
            return new ConnectorResult.Unknown($"{type.System} did not answer within {options.CallTimeout.TotalSeconds:0} seconds.");
        }
    }
}

/// <summary>A committed intent: what will be called, under which key.</summary>
public sealed record Intent(Guid RunId, string IdempotencyKey, JsonObject Parameters);
