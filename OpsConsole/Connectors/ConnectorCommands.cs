using OpsConsole.Core.Connectors;
using OpsConsole.Core.Connectors.Connecting;
using OpsConsole.Core.Connectors.Sandbox;
using OpsConsole.Identity;

namespace OpsConsole.Connectors;

/// <summary>What a person can do on the page of one system; each asks anew who it is, and answers with words when it is refused.</summary>
public sealed class ConnectorCommands(CheckHealth health, TestRead test, SetSecret secret, SwitchSandboxFaults faults, CurrentActor current)
{
    public async Task CheckAsync(string systemId, CancellationToken cancellation)
    {
        if (await current.FindAsync(cancellation) is { } actor)
        {
            await health.CheckAsync(actor, systemId, cancellation);
        }
    }

    public async Task<TestOutcome?> TryAsync(string systemId, TriedRead read, CancellationToken cancellation)
    {
        if (await current.FindAsync(cancellation) is not { } actor)
        {
            return null;
        }

        return read.Operation is { } operation
            ? await test.OperationAsync(actor, systemId, operation, read.Arguments, cancellation)
            : await test.RecordAsync(actor, new RecordRef(systemId, read.Collection, read.Id), cancellation);
    }

    public async Task<ErrorText?> KeepSecretAsync(string systemId, string text, CancellationToken cancellation) =>
        await current.FindAsync(cancellation) is { } actor
            ? await secret.SetAsync(actor, systemId, text, cancellation) switch
            {
                SecretOutcome.Kept => null,
                SecretOutcome.Empty => new ErrorText("Nothing was kept", "The secret was empty.", "Paste it again."),
                SecretOutcome.UnknownSystem => new ErrorText("Nothing was kept", "This system is no longer connected."),
                SecretOutcome.Forbidden forbidden => ErrorText.Of(forbidden.Lacking),
                _ => throw new InvalidOperationException("The family of outcomes is closed."),
            }
            : ErrorText.SignedOut;

    public async Task<ErrorText?> SwitchAsync(IReadOnlyList<SandboxFault> wanted, CancellationToken cancellation) =>
        await current.FindAsync(cancellation) is { } actor
            ? await faults.SwitchAsync(actor, wanted, cancellation) is { } lacking ? ErrorText.Of(lacking) : null
            : ErrorText.SignedOut;
}
