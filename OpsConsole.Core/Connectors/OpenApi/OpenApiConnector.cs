using System.Collections.Frozen;
using System.Text.Json.Nodes;
using OpsConsole.Core.Foundation.Json;
using OpsConsole.Core.Foundation.Text;

namespace OpsConsole.Core.Connectors.OpenApi;

/// <summary>Speaks with one system over HTTP, as its OpenAPI document and the admin's settings describe it.</summary>
public sealed class OpenApiConnector : IConnector
{
    public const string Kind = "openapi";

    private readonly HttpSystemSettings _settings;
    private readonly FrozenDictionary<string, ApiOperation> _operations;
    private readonly HttpClients _clients;
    private readonly SystemSecrets _secrets;
    private readonly TimeProvider _clock;

    public OpenApiConnector(ConnectedSystem system, HttpClients clients, SystemSecrets secrets, TimeProvider clock)
    {
        SystemId = system.Id;
        _settings = HttpSystemSettings.FromJson(system.SettingsJson);
        var operations = ApiOperations.FromJson(system.OperationsJson);
        _operations = operations.ToFrozenDictionary(operation => operation.Name, StringComparer.Ordinal);
        Operations = [.. operations.Select(operation => operation.Description)];
        _clients = clients;
        _secrets = secrets;
        _clock = clock;
    }

    public string SystemId { get; }

    public IReadOnlyList<SystemOperation> Operations { get; }

    public async Task<ConnectorResult> InvokeAsync(ConnectorCall call, CancellationToken cancellation)
    {
        if (!_operations.TryGetValue(call.Operation, out var operation))
        {
            return new ConnectorResult.Refused("unknown_operation", $"{SystemId} has no operation {call.Operation} among those that were chosen.");
        }

        if (ParameterSchema.Validate(operation.Parameters, call.Arguments) is { Count: > 0 } wrong)
        {
            return new ConnectorResult.Refused("invalid_arguments", string.Join(" ", wrong));
        }

        if (call.IdempotencyKey is not null && _settings.IdempotencyHeader is null)
        {
            // Whoever gives a key means to repeat under it; without a header the other side would take the repetition for a second wish.
            return new ConnectorResult.Refused("no_repeat_key", $"{SystemId} has no header for the repeat key, and {call.Operation} relies on one; an admin sets it on the page Connectors.");
        }

        using var request = RequestWriter.Write(_settings, operation, call.Arguments);
        if (call.IdempotencyKey is { } key)
        {
            request.Headers.TryAddWithoutValidation(_settings.IdempotencyHeader!, key);
        }

        var (result, _) = await SendAsync(request, operation.Effect, cancellation);
        return result;
    }

    public async Task<RecordResult> ReadRecordAsync(RecordRef record, CancellationToken cancellation)
    {
        if (RequestWriter.RecordAddress(_settings, record) is not { } address)
        {
            return new RecordResult.Unavailable($"{SystemId} has no record template; records of {record.Collection} cannot be read.");
        }

        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        var (result, etag) = await SendAsync(request, EffectClass.Read, cancellation);
        return result switch
        {
            ConnectorResult.Done { Body: JsonObject body } => new RecordResult.Found(new SystemRecord(record, etag ?? CanonicalJson.Digest(body), _clock.GetUtcNow(), body)),
            ConnectorResult.Done => new RecordResult.Unavailable($"{record} was answered with something that is no record."),
            ConnectorResult.Refused => new RecordResult.NotFound(),
            ConnectorResult.Unavailable unavailable => new RecordResult.Unavailable(unavailable.Reason),
            ConnectorResult.Unknown unknown => new RecordResult.Unavailable(unknown.Reason),
            _ => throw new InvalidOperationException("The family of results is closed."),
        };
    }

    public async Task<ConnectorResult> CheckAsync(CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, RequestWriter.Join(_settings.BaseUrl, _settings.HealthPath, []));
        var (result, _) = await SendAsync(request, EffectClass.Read, cancellation);
        return result;
    }

    private async Task<(ConnectorResult Result, string? ETag)> SendAsync(HttpRequestMessage request, EffectClass effect, CancellationToken cancellation)
    {
        if (_clients.Refuse(request.RequestUri!) is { } refusal)
        {
            return (new ConnectorResult.Unavailable(refusal), null);
        }

        var echo = SecretEcho.None;
        if (_settings.Auth.Kind != AuthKind.None)
        {
            if (await _secrets.ReadAsync(SystemId, cancellation) is not { } secret)
            {
                return (new ConnectorResult.Unavailable($"{SystemId} has no secret that can be read. Set it on its connector page."), null);
            }

            RequestWriter.SignIn(request, _settings.Auth, secret);
            echo = SecretEcho.Of(secret, _settings.Auth.Kind == AuthKind.Basic ? secret[(secret.IndexOf(':', StringComparison.Ordinal) + 1)..] : null);
        }

        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(_settings.TimeoutSeconds), _clock);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(cancellation, limit.Token);
        try
        {
            var answer = await OutsideAnswer.ReadAsync(_clients.Client, request, echo, both.Token);
            return (AnswerReader.Read(answer, effect, _settings, _clock), answer.ETag);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return (Unanswered($"No answer within {_settings.TimeoutSeconds} s.", effect), null);
        }
        catch (OutsideException failure)
        {
            return (failure.IsBeforeSending ? new ConnectorResult.Unavailable(failure.Message) : Unanswered($"The connection broke: {failure.Message}", effect), null);
        }
    }

    private static ConnectorResult Unanswered(string reason, EffectClass effect) => effect == EffectClass.Write
        ? new ConnectorResult.Unknown($"{reason} It may have happened.")
        : new ConnectorResult.Unavailable(reason);
}
