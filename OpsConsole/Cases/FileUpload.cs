using Microsoft.AspNetCore.Components.Forms;

namespace OpsConsole.Cases;

/// <summary>A file on its way from the browser, with its progress and a way to stop it.</summary>
internal sealed class FileUpload : IAsyncDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly IBrowserFile _file;

    public FileUpload(IBrowserFile file, long mostBytes, Func<Task> progressed)
    {
        _file = file;
        Content = new CountingStream(file.OpenReadStream(mostBytes, _stop.Token), read => ShowAsync(read, progressed));
    }

    public string Name => _file.Name;

    public Stream Content { get; }

    public CancellationToken Stopped => _stop.Token;

    /// <summary>How much has arrived, 0 to 100.</summary>
    public int Percent { get; private set; }

    public Task StopAsync() => _stop.CancelAsync();

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await Content.DisposeAsync();
        _stop.Dispose();
    }

    private Task ShowAsync(long read, Func<Task> progressed)
    {
        var percent = _file.Size == 0 ? 100 : (int)(100 * read / _file.Size);
        if (percent == Percent)
        {
            return Task.CompletedTask;
        }

        Percent = percent;
        return progressed();
    }
}
