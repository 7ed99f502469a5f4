using System.Text.Json;
using System.Text.Json.Nodes;
using OpsConsole.Core.Connectors;

namespace OpsConsole.Core.Actions.Proposing;

/// <summary>How the reading of an action's context ended.</summary>
public abstract record ContextReading
{
    private ContextReading()
    {
    }

    public sealed record Read(ActionContext Context) : ContextReading;

    /// <summary>The reading shows that the action cannot be: a record is not there, or its id is not given.</summary>
    public sealed record Faulty(string Problem) : ContextReading;

    /// <summary>A system did not answer; later it may.</summary>
    public sealed record Unavailable(string Reason) : ContextReading;
}

/// <summary>
/// Reads what an action type declares as its context, in order, because a later read may use an earlier one's answer; the items of an
/// <c>each</c> are read side by side.
/// </summary>
public sealed class ContextReader(IConnectorDirectory connectors, ExecutionOptions options)
{
    private const int MostItems = 100;

    /// <summary>The same over other systems.</summary>
    public ContextReader On(IConnectorDirectory systems) => new(systems, options);

    /// <param name="input">What expressions see; it is not changed.</param>
    public async Task<ContextReading> ReadAsync(ActionType type, JsonObject input, CancellationToken cancellation)
    {
        if (await connectors.FindAsync(type.System, cancellation) is not { } connector)
        {
            return new ContextReading.Unavailable($"No system “{type.System}” is connected.");
        }

        var context = new ActionContext();
        var known = (JsonObject)input.DeepClone();
        foreach (var read in type.Context)
        {
            var (value, fault) = read.Each is null
                ? await ReadOneAsync(connector, read, known, context, cancellation)
                : await ReadEachAsync(connector, read, known, context, cancellation);
            if (fault is not null)
            {
                return fault;
            }

            context.Add(read.Alias, value);
            known[read.Alias] = value?.DeepClone();
        }

        return new ContextReading.Read(context);
    }

    private async Task<(JsonNode? Value, ContextReading? Fault)> ReadEachAsync(
        IConnector connector, ContextRead read, JsonObject known, ActionContext context, CancellationToken cancellation)
    {
        if (Expressions.Value(read.Each!, known) is not JsonArray items || items.Count > MostItems)
        {
            return (null, new ContextReading.Faulty($"“{read.Alias}” cannot be read: “{read.Each}” does not give a list of at most {MostItems} items."));
        }

        var answers = await Task.WhenAll(items.Select(item =>
        {
            var scope = (JsonObject)known.DeepClone();
            scope["item"] = item?.DeepClone();
            return ReadOneAsync(connector, read, scope, context, cancellation);
        }));
        return answers.Select(answer => answer.Fault).FirstOrDefault(fault => fault is not null) is { } first
            ? (null, first)
            : (new JsonArray([.. answers.Select(answer => answer.Value)]), null);
    }

    private async Task<(JsonNode? Value, ContextReading? Fault)> ReadOneAsync(
        IConnector connector, ContextRead read, JsonObject known, ActionContext context, CancellationToken cancellation)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(options.ReadTimeout);
        try
        {
            return read.Collection is null
                ? await CallAsync(connector, read, known, limit.Token)
                : await ReadRecordAsync(connector, read, known, context, limit.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return (null, new ContextReading.Unavailable($"{connector.SystemId} did not answer within {options.ReadTimeout.TotalSeconds:0} seconds."));
        }
    }

    private static async Task<(JsonNode? Value, ContextReading? Fault)> ReadRecordAsync(
        IConnector connector, ContextRead read, JsonObject known, ActionContext context, CancellationToken cancellation)
    {
        if (IdOf(Expressions.Value(read.Id!, known)) is not { } id)
        {
            return (null, new ContextReading.Faulty($"“{read.Alias}” cannot be read: “{read.Id}” gives no id."));
        }

        var record = new RecordRef(connector.SystemId, read.Collection!, id);
        switch (await connector.ReadRecordAsync(record, cancellation))
        {
            case RecordResult.Found found:
                lock (context)
                {
                    context.AddRecord(read.Alias, found.Record);
                }

                return (found.Record.Body.DeepClone(), null);
            case RecordResult.NotFound:
                return (null, new ContextReading.Faulty($"There is no {record}."));
            case RecordResult.Unavailable unavailable:
                return (null, new ContextReading.Unavailable(unavailable.Reason));
            default:
                throw new InvalidOperationException("RecordResult is a closed family.");
        }
    }

    private static async Task<(JsonNode? Value, ContextReading? Fault)> CallAsync(
        IConnector connector, ContextRead read, JsonObject known, CancellationToken cancellation)
    {
        var arguments = new JsonObject(read.Arguments.Select(argument =>
            KeyValuePair.Create(argument.Key, Expressions.Value(argument.Value, known)?.DeepClone())));
        return await connector.InvokeAsync(new ConnectorCall(read.Operation!, arguments, null), cancellation) switch
        {
            ConnectorResult.Done done => (done.Body?.DeepClone(), null),
            ConnectorResult.Refused refused => (null, new ContextReading.Faulty(refused.Message)),
            ConnectorResult.Unavailable unavailable => (null, new ContextReading.Unavailable(unavailable.Reason)),
            ConnectorResult.Unknown unknown => (null, new ContextReading.Unavailable(unknown.Reason)),
            _ => throw new InvalidOperationException("ConnectorResult is a closed family."),
        };
    }

    private static string? IdOf(JsonNode? value) => value?.GetValueKind() switch
    {
        JsonValueKind.String when !string.IsNullOrWhiteSpace(value.GetValue<string>()) => value.GetValue<string>(),
        JsonValueKind.Number => value.ToJsonString(),
        _ => null,
    };
}
