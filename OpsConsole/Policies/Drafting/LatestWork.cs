namespace OpsConsole.Policies.Drafting;

/// <summary>Does work beside the screen, one piece at a time, and only for the newest of what was asked meanwhile.</summary>
/// <param name="work">Runs on a thread of its own.</param>
/// <param name="done">Called where <see cref="Ask"/> was called.</param>
/// <param name="failed">Hears of a failure; the next question is answered all the same.</param>
public sealed class LatestWork<TAsked, TFound>(Func<TAsked, TFound> work, Action<TAsked, TFound> done, Func<Exception, Task> failed)
    where TAsked : class
{
    private TAsked? _asked;

    /// <summary>Ends when all that was asked is answered.</summary>
    public Task Running { get; private set; } = Task.CompletedTask;

    public void Ask(TAsked asked)
    {
        _asked = asked;
        if (Running.IsCompleted)
        {
            Running = RunAsync();
        }
    }

    private async Task RunAsync()
    {
        while (_asked is { } asked)
        {
            _asked = null;
            try
            {
                done(asked, await Task.Run(() => work(asked)));
            }
#pragma warning disable CA1031 // A feed callback is one of the three places that may catch all; this is one.
            catch (Exception failure)
#pragma warning restore CA1031
            {
                await failed(failure);
            }
        }
    }
}
