namespace OpsConsole.Core.Connectors;

/// <summary>Passes every call on and notes how long it took and whether the system answered.</summary>
internal sealed class MeasuredConnector(IConnector inner, CallStatistics statistics, TimeProvider clock) : IConnector
{
    public string SystemId => inner.SystemId;

    public IReadOnlyList<SystemOperation> Operations => inner.Operations;

    public Task<ConnectorResult> InvokeAsync(ConnectorCall call, CancellationToken cancellation) => MeasureAsync(() => inner.InvokeAsync(call, cancellation), Failure);

    public Task<RecordResult> ReadRecordAsync(RecordRef record, CancellationToken cancellation) =>
        MeasureAsync(() => inner.ReadRecordAsync(record, cancellation), result => (result as RecordResult.Unavailable)?.Reason);

    public Task<ConnectorResult> CheckAsync(CancellationToken cancellation) => MeasureAsync(() => inner.CheckAsync(cancellation), Failure);

    private static string? Failure(ConnectorResult result) => result switch
    {
        ConnectorResult.Unavailable unavailable => unavailable.Reason,
        ConnectorResult.Unknown unknown => unknown.Reason,
        _ => null,
    };

    private async Task<T> MeasureAsync<T>(Func<Task<T>> call, Func<T, string?> failure)
    {
        var start = clock.GetTimestamp();
        var result = await call();
        var reason = failure(result);
        statistics.Record(SystemId, new CallSample(clock.GetUtcNow(), clock.GetElapsedTime(start).TotalMilliseconds, reason is not null, reason));
        return result;
    }
}
