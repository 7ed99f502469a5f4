using System.Text;
using OpsConsole.Core.Foundation.Storage;

namespace OpsConsole.Core.Connectors.Channels;

/// <summary>
/// Writes each message as one file: e-mail as <c>.eml</c>, everything else as <c>.json</c>. A file is there wholly or not at all, and one
/// that is there already is the same message sent before.
/// </summary>
public sealed class FileOutbox(ChannelSettings settings, StorageOptions storage) : IChannelConnector
{
    public async Task<ConnectorResult> SendAsync(OutgoingMessage message, CancellationToken cancellation)
    {
        var file = FileOf(message);
        var name = Path.Combine(settings.Folder, Path.GetFileName(file));
        if (File.Exists(file))
        {
            return new ConnectorResult.Done(null, name, Replayed: true);
        }

        var draft = $"{file}.{Guid.CreateVersion7():N}.tmp";
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            await using (var stream = new FileStream(draft, FileMode.CreateNew, FileAccess.Write, FileShare.None, 4096, FileOptions.Asynchronous | FileOptions.WriteThrough))
            {
                await stream.WriteAsync(await BytesAsync(message, cancellation), cancellation);
                stream.Flush(flushToDisk: true);
            }

            File.Move(draft, file, overwrite: false);
            return new ConnectorResult.Done(null, name);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            // Moving is the only step that counts, and it has failed or was never reached.
            Discard(draft);
            return File.Exists(file) ? new ConnectorResult.Done(null, name, Replayed: true) : new ConnectorResult.Unavailable($"The outbox cannot be written: {failure.Message}");
        }
    }

    public Task<bool?> HasArrivedAsync(OutgoingMessage message, CancellationToken cancellation) => Task.FromResult<bool?>(File.Exists(FileOf(message)));

    private string FileOf(OutgoingMessage message) => Path.Combine(
        Path.GetFullPath(storage.Folder), settings.Folder, $"{message.CaseReference}-{message.Id:N}.{(message.Channel == ChannelNames.Email ? "eml" : "json")}");

    private async Task<byte[]> BytesAsync(OutgoingMessage message, CancellationToken cancellation)
    {
        if (message.Channel != ChannelNames.Email)
        {
            return Encoding.UTF8.GetBytes(WebhookBody.Of(message, settings).ToJsonString(WebhookBody.Readable));
        }

        using var mail = MailWriter.Write(message, settings);
        using var bytes = new MemoryStream();
        await mail.WriteToAsync(bytes, cancellation);
        return bytes.ToArray();
    }

    private static void Discard(string draft)
    {
        try
        {
            File.Delete(draft);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            // A draft that is left behind is no message, and says nothing but that the disk has a problem.
        }
    }
}
