using OpsConsole.Core.Connectors;
using OpsConsole.Core.Connectors.Channels;
using OpsConsole.Identity;

namespace OpsConsole.Connectors;

/// <summary>What an admin does about channels; answers with words when it is refused, or null when it is done.</summary>
public sealed class ChannelCommands(SetUpChannels channels, TestChannel test, CurrentActor current)
{
    public async Task<ErrorText?> SaveAsync(ChannelForm form, CancellationToken cancellation) =>
        await current.FindAsync(cancellation) is { } actor ? Words(await channels.SaveAsync(actor, form, cancellation)) : ErrorText.SignedOut;

    public async Task<ErrorText?> RouteAsync(string channel, Guid? connectorId, CancellationToken cancellation) =>
        await current.FindAsync(cancellation) is { } actor ? Words(await channels.RouteAsync(actor, channel, connectorId, cancellation)) : ErrorText.SignedOut;

    public async Task<ErrorText?> RemoveAsync(Guid connectorId, CancellationToken cancellation) =>
        await current.FindAsync(cancellation) is { } actor ? Words(await channels.RemoveAsync(actor, connectorId, cancellation)) : ErrorText.SignedOut;

    /// <summary>Whether the test message went out, and what became of it in words.</summary>
    public async Task<(bool IsSent, ErrorText Text)> TestAsync(Guid connectorId, string to, CancellationToken cancellation) =>
        await current.FindAsync(cancellation) is not { } actor ? (false, ErrorText.SignedOut)
        : await test.SendAsync(actor, connectorId, to, cancellation) switch
        {
            TestChannelOutcome.Answered { Result: ConnectorResult.Done done } => (true, new ErrorText("The test message went out", done.Receipt is { } receipt ? $"Receipt: {receipt}." : "It was taken.")),
            TestChannelOutcome.Answered { Result: ConnectorResult.Refused refused } => (false, new ErrorText("The test message was refused", refused.Message)),
            TestChannelOutcome.Answered { Result: ConnectorResult.Unavailable unavailable } => (false, new ErrorText("The test message was not sent", unavailable.Reason)),
            TestChannelOutcome.Answered { Result: ConnectorResult.Unknown unknown } => (false, new ErrorText("Nobody knows whether the test message was sent", unknown.Reason)),
            TestChannelOutcome.Forbidden forbidden => (false, ErrorText.Of(forbidden.Lacking)),
            _ => (false, new ErrorText("Nothing was sent", "This connector is no longer there.")),
        };

    private static ErrorText? Words(ChannelOutcome outcome) => outcome switch
    {
        ChannelOutcome.Saved => null,
        ChannelOutcome.Invalid invalid => new ErrorText("Please correct this", string.Join(' ', invalid.Problems)),
        ChannelOutcome.Stale => new ErrorText("Nothing was changed", "Somebody changed or removed this connector after you opened it.", "Look at it as it is now and do it again."),
        ChannelOutcome.Forbidden forbidden => ErrorText.Of(forbidden.Lacking),
        _ => throw new InvalidOperationException("The family of outcomes is closed."),
    };
}
