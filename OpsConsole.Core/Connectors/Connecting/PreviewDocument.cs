using OpsConsole.Core.Connectors.OpenApi;
using OpsConsole.Core.Identity;

namespace OpsConsole.Core.Connectors.Connecting;

/// <summary>How the look into a document ended.</summary>
public abstract record PreviewOutcome
{
    private PreviewOutcome()
    {
    }

    /// <param name="Text">The document's text, which is what is imported later: what was looked at, not what the address gives then.</param>
    public sealed record Shown(ApiDocument Document, string Text, Uri? From) : PreviewOutcome;

    public sealed record Unreadable(string Reason) : PreviewOutcome;

    public sealed record Forbidden(NotAllowed Lacking) : PreviewOutcome;
}

/// <summary>Shows what a document offers before anything is saved.</summary>
public sealed class PreviewDocument(HttpClients clients)
{
    private static readonly TimeSpan FetchWithin = TimeSpan.FromSeconds(20);

    public static PreviewOutcome OfText(Actor actor, string text, Uri? from = null)
    {
        if (!actor.May(Permissions.ConnectorsChange))
        {
            return new PreviewOutcome.Forbidden(new NotAllowed(Permissions.ConnectorsChange));
        }

        return ApiReader.Read(text, from) switch
        {
            DocumentResult.Read read => new PreviewOutcome.Shown(read.Document, text, from),
            DocumentResult.Unreadable unreadable => new PreviewOutcome.Unreadable(unreadable.Reason),
            _ => throw new InvalidOperationException("The family of results is closed."),
        };
    }

    /// <summary>Fetches without any secret; a document that needs one is to be pasted.</summary>
    public async Task<PreviewOutcome> OfAddressAsync(Actor actor, string address, CancellationToken cancellation)
    {
        if (!actor.May(Permissions.ConnectorsChange))
        {
            return new PreviewOutcome.Forbidden(new NotAllowed(Permissions.ConnectorsChange));
        }

        if (!Uri.TryCreate(address.Trim(), UriKind.Absolute, out var from))
        {
            return new PreviewOutcome.Unreadable("The address must begin with https:// or http://.");
        }

        if (clients.Refuse(from) is { } refusal)
        {
            return new PreviewOutcome.Unreadable(refusal);
        }

        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(FetchWithin);
        try
        {
            using var answer = await clients.Client.GetAsync(from, limit.Token);
            return answer.IsSuccessStatusCode
                ? OfText(actor, await answer.Content.ReadAsStringAsync(limit.Token), from)
                : new PreviewOutcome.Unreadable($"The address answered with status {(int)answer.StatusCode}. Open it yourself and paste the document.");
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return new PreviewOutcome.Unreadable($"The address did not answer within {FetchWithin.TotalSeconds} s.");
        }
        catch (HttpRequestException failure)
        {
            return new PreviewOutcome.Unreadable(failure.InnerException is NotReachedException notReached ? notReached.Message : $"The address cannot be read: {failure.Message}");
        }
    }
}
